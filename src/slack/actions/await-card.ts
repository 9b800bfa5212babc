import { setTimeout as pause } from 'node:timers/promises';
import { readCard } from '../../flows/follow-ups/read-card.ts';
import type { CardState } from '../../loyalty/follow-up.ts';
import type { Incoming } from '../identify-member.ts';

/** An edit goes before new posts: it takes a second at most where Slack takes it. */
const patienceMs = 1500;
const pauseMs = 60;

/** Waits a moment for what the card shows of what somebody just did, so that they are told what is true. */
export async function awaitCard({ store }: Pick<Incoming, 'store'>, followUpId: number): Promise<CardState> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    const card = await readCard(store, followUpId);
    if (card.kind !== 'soon' || waitedMs >= patienceMs) return card;
    await pause(pauseMs);
  }
}
