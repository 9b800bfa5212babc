import type { CardState } from '../../loyalty/follow-up.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { subjectOf } from './announce-follow-up.ts';

/** What the card of a follow-up shows of what was done with it last. */
export async function readCard(store: WorkspaceStore, followUpId: number): Promise<CardState> {
  const followUp = await store.followUps.find(followUpId);
  return followUp ? store.outbox.stateOf(subjectOf(followUp)) : { kind: 'none' };
}
