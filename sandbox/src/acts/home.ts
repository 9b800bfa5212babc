import { jsonList } from '../json.ts';
import type { ActResult } from '../page-api.ts';
import type { Sandbox } from '../sandbox.ts';
import { emitEvent } from '../workspace/events.ts';
import { viewPayload } from '../workspace/payload.ts';
import { completeState } from '../workspace/state-values.ts';
import { openIm } from './channels.ts';
import { actorOf, type Doing } from './result.ts';

/** Opens the app's Home, or its messages. */
export function openHome(sandbox: Sandbox, act: Doing<'open-home'>): ActResult {
  const { day, user } = actorOf(sandbox, act);
  const channel = openIm(sandbox, day.id, user.id);
  const tab = act.tab ?? 'home';
  const home = tab === 'home' ? sandbox.world.homes.get(`${day.id}:${user.id}`) : undefined;
  emitEvent(sandbox, day.id, 'app_home_opened', {
    type: 'app_home_opened',
    user: user.id,
    channel: channel.id,
    tab,
    ...(home && { view: viewPayload(sandbox, home, completeState(jsonList(home.view.blocks), {})) }),
  });
  return { ok: true, id: channel.id };
}
