import { logFault } from '../errors.ts';
import type { Lane } from '../store/desk/outbox-lanes.ts';
import { rateLimited } from './call-outcome.ts';
import { unlessFarAhead } from './choice.ts';
import { horizonOf, stepLane } from './lane.ts';
import { type DeliveryNeeds, type DeliverySettings, usualSettings } from './row.ts';
import type { Rest } from './settle.ts';

export interface Delivery {
  /** Something was committed to the outbox: look at once. */
  nudge(): void;
  /** Does something while nothing is on its way: takes nothing new until it is done, and lets calls end before it. */
  whileStill<T>(act: () => Promise<T>): Promise<T>;
  /** Takes nothing new, lets calls that are on their way end, and gives the channels back. */
  stop(): Promise<void>;
}

/**
 * The only mouth: sends what the outbox holds, channel by channel in order, until it is stopped. Any number of processes
 * may do so on one database.
 *
 *   waiting -> sending, before the call
 *   sending -> sent      Slack answered, or the message was found
 *           -> waiting   nothing was accepted, or nothing was found after `settleMs`
 *           -> waiting   for a reason: Slack refuses it because of the place or of permissions, see refusal-kinds.ts
 *           -> failed    Slack will never take it, nothing was accepted for a day, or the reason lasted for a month
 *   waiting, sending -> dropped   there is nothing left to say
 *
 * A row that stays in sending (no answer, a crash) keeps its channel waiting until Slack would show the message; then it
 * is looked for, and only if it is not there sent again. A message sent twice is looked for once more, later.
 */
export function startDelivery(
  given: Omit<DeliveryNeeds, 'settings' | 'lookRests'> & { readonly settings?: Partial<DeliverySettings> },
): Delivery {
  const needs: DeliveryNeeds = { ...given, settings: { ...usualSettings, ...given.settings }, lookRests: new Map() };
  const { settings, store } = needs;
  const atWork = new Map<string, Promise<void>>();
  const rests = new Map<number, Rest>();
  const alarm = createAlarm();
  let stopped = false;
  let stills = 0;

  async function work(lane: Lane): Promise<void> {
    try {
      noteRest(lane, await stepLane(needs, lane));
    } catch (thrown) {
      // The database failed or a bug showed; what was on its way is looked for later.
      logFault(thrown, needs.log, { workspaceId: lane.workspaceId, channelId: lane.channelId });
      rests.set(lane.workspaceId, { until: new Date(needs.now().getTime() + settings.pollMs), why: 'fault' });
    }
    atWork.delete(nameOf(lane));
    alarm.ring();
  }

  /** A token that is refused is told loudly once; being told to slow down is nothing unusual. */
  function noteRest({ workspaceId }: Lane, rest: Rest | null): void {
    const known = rests.get(workspaceId);
    if (!rest) {
      if (known && restEnd(known) <= needs.now()) rests.delete(workspaceId);
      return;
    }
    const facts = { workspaceId, until: rest.until.toISOString(), why: rest.why };
    if (rest.why === rateLimited || known?.why === rest.why) needs.log.info('delivery-rests', facts);
    else needs.log.error('delivery-rests', facts);
    if (!known || restEnd(known) < rest.until) rests.set(workspaceId, rest);
  }

  /** When a rest is over: one that a wrong clock made is over now. */
  const restEnd = ({ until }: Rest) => unlessFarAhead(until, needs.now(), settings);

  /** @returns for how long there is nothing to do */
  async function startDue(): Promise<number> {
    const now = needs.now();
    const soon = new Date(now.getTime() + settings.pollMs);
    let waitMs = settings.pollMs;
    for (const lane of await store.findDue(now, soon, horizonOf(now, settings))) {
      if (stills > 0 || atWork.size >= lanesAtOnce) break;
      const rest = rests.get(lane.workspaceId);
      if (atWork.has(nameOf(lane)) || (rest && now < restEnd(rest))) continue;
      if (lane.freeAt && lane.freeAt > now) waitMs = Math.min(waitMs, lane.freeAt.getTime() - now.getTime());
      else atWork.set(nameOf(lane), work(lane));
    }
    return waitMs;
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const waitMs = await startDue().catch((thrown) => {
        logFault(thrown, needs.log, { during: 'delivery' });
        return settings.pollMs;
      });
      if (!stopped) await alarm.sleep(waitMs);
    }
    await Promise.all(atWork.values());
  }

  const ended = run();
  return {
    nudge: alarm.ring,
    async whileStill(act) {
      stills += 1;
      try {
        await Promise.all(atWork.values());
        return await act();
      } finally {
        stills -= 1;
        alarm.ring();
      }
    },
    async stop() {
      stopped = true;
      alarm.ring();
      const limit = createAlarm();
      await Promise.race([ended, limit.sleep(settings.stopMs)]);
      limit.ring();
    },
  };
}

const lanesAtOnce = 8;

const nameOf = ({ workspaceId, channelId }: Lane) => `${workspaceId} ${channelId}`;

/** A sleep that a ring ends; a ring while nobody sleeps ends the next one. */
function createAlarm() {
  let rung = false;
  let wake = () => {
    rung = true;
  };
  const ring = () => wake();
  return {
    ring,
    async sleep(ms: number): Promise<void> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      wake = () => {
        rung = true;
      };
    },
  };
}
