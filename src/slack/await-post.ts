import { setTimeout as pause } from 'node:timers/promises';
import { readCard } from '../flows/follow-ups/read-card.ts';
import type { CardState } from '../loyalty/follow-up.ts';
import type { Incoming } from './identify-member.ts';

/** What goes first takes a second at most where Slack takes it. */
const patienceMs = 1500;
const pauseMs = 60;

/** Waits a moment for what the card shows of what somebody just did, so that they are told what is true. */
export function awaitCard({ store }: Pick<Incoming, 'store'>, followUpId: number): Promise<CardState> {
  return untilSettled(() => readCard(store, followUpId));
}

/** Waits a moment for what becomes of a post that somebody asked for. */
export function awaitPost({ store }: Pick<Incoming, 'store'>, subject: string): Promise<CardState> {
  return untilSettled(() => store.outbox.stateOf(subject));
}

async function untilSettled(look: () => Promise<CardState>): Promise<CardState> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    const state = await look();
    if (state.kind !== 'soon' || waitedMs >= patienceMs) return state;
    await pause(pauseMs);
  }
}
