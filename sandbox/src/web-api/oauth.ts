import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { app } from '../state/first-day.ts';
import { installationOf } from '../workspace/installation.ts';
import { redeemCode } from '../workspace/oauth-codes.ts';
import { enterpriseFields } from '../workspace/payload.ts';
import { method } from './method.ts';

export const oauth = {
  'oauth.v2.access': method({
    token: 'none',
    args: z.object({
      client_id: z.string().optional(),
      client_secret: z.string().optional(),
      code: z.string().optional(),
      redirect_uri: z.string().optional(),
      grant_type: z.string().optional(),
    }),
    run: ({ sandbox, basicAuth }, args) => {
      const [clientId, clientSecret] = basicAuth ?? [args.client_id, args.client_secret];
      if (clientId !== app.clientId) throw new Refusal('invalid_client_id');
      if (clientSecret !== app.clientSecret) throw new Refusal('bad_client_secret');
      const { workspace, user } = redeemCode(sandbox, args.code ?? '', args.redirect_uri ?? null);
      const installation = installationOf(sandbox, workspace);
      const day = sandbox.world.workspace(workspace);
      if (!installation || !day) throw new Refusal('invalid_code');
      const forAll = enterpriseFields(sandbox, day.id);
      return {
        app_id: app.id,
        authed_user: { id: user },
        scope: (installation.scopes ?? sandbox.manifest.oauth_config.scopes.bot).join(','),
        token_type: 'bot',
        access_token: installation.token,
        bot_user_id: day.botUserId,
        team: forAll.is_enterprise_install ? null : { id: day.id, name: day.name },
        ...forAll,
      };
    },
  }),
};
