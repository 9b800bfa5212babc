import type { ModalView } from '@slack/types';
import type { Note, Reply } from '../facts/reply.ts';
import type { Said } from '../messages/kit/share-button.ts';

/** What a handler wants to be said or shown. It never says it itself. */
export type Outcome =
  | { readonly kind: 'nothing' }
  /** To the member alone; `said` lets it be shared. */
  | { readonly kind: 'reply'; readonly reply: Reply; readonly said: Said | null; readonly replace?: boolean }
  /** Opens a modal; `later` is shown in it as soon as it is there. */
  | { readonly kind: 'open'; readonly view: ModalView; readonly later?: () => Promise<ModalView> };

/** What a submitted modal comes to. */
export type Submitted =
  /** Words under fields, by block_id; the modal stays. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'close' }
  /** The modal shows something else; `later` follows as soon as it is there. */
  | { readonly kind: 'show'; readonly view: ModalView; readonly later?: () => Promise<ModalView> };

export const nothing: Outcome = { kind: 'nothing' };

/** A confirmation to the member alone. */
export function toNote(note: Note) {
  return { kind: 'reply', reply: { kind: 'note', note }, said: null } as const;
}
