import type { ModalName } from '../../commands/command.ts';
import type { Incoming } from '../incoming.ts';
import { nothing, type Outcome } from '../outcome.ts';

/** Where a modal was asked for. */
export interface AskedAt {
  readonly channelId: string | null;
}

/** Opens the modal that a command asks for. */
export async function openModal(_incoming: Incoming, _modal: ModalName, _at: AskedAt): Promise<Outcome> {
  return nothing;
}
