import { z } from 'zod';
import { uninstallApp } from '../acts/uninstall.ts';
import { Refusal } from '../refusal.ts';
import { app } from '../state/first-day.ts';
import { enterpriseFields } from '../workspace/payload.ts';
import { anyObject, method } from './method.ts';

export const auth = {
  'api.test': method({
    token: 'none',
    args: anyObject,
    run: (_call, args) => {
      if (args.error) throw new Refusal(String(args.error), { args });
      return { args };
    },
  }),
  'auth.test': method({
    args: anyObject,
    run: ({ sandbox, day }) => {
      const { enterprise, is_enterprise_install } = enterpriseFields(sandbox, day.id);
      const team = is_enterprise_install && enterprise ? enterprise : day;
      return {
        url: `${sandbox.address}/`,
        team: team.name,
        user: sandbox.world.user(day.id, day.botUserId)?.name,
        team_id: team.id,
        user_id: day.botUserId,
        bot_id: day.botId,
        ...(enterprise && { enterprise_id: enterprise.id }),
        is_enterprise_install,
      };
    },
  }),
  'apps.connections.open': method({
    token: 'app',
    args: anyObject,
    run: ({ sandbox }) => {
      if (!sandbox.manifest.settings.socket_mode_enabled) throw new Refusal('forbidden_team');
      const address = sandbox.address.replace('http:', 'ws:');
      return { url: `${address}/link/?ticket=${sandbox.delivery.sockets.ticket()}&app_id=${app.id}` };
    },
  }),
  'apps.uninstall': method({
    args: z.object({ client_id: z.string(), client_secret: z.string() }),
    run: ({ sandbox, day }, args) => {
      if (args.client_id !== app.clientId) throw new Refusal('invalid_client_id');
      if (args.client_secret !== app.clientSecret) throw new Refusal('bad_client_secret');
      uninstallApp(sandbox, day);
      return {};
    },
  }),
};
