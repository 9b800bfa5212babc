import type { SavedMessage } from '../../messages/modals/feedback-form.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { openFeedback, saveMessage } from '../views/feedback.ts';

/** The message that a shortcut was chosen on. */
export interface ChosenMessage extends SavedMessage {
  /** As somebody reads it, without Slack's marks. */
  readonly text: string;
}

/** What a shortcut does; a global one was chosen on no message. */
export interface ShortcutHandler {
  readonly id: string;
  /** What to type after `/loyalty` for the same without a message. */
  readonly words: string;
  run(incoming: Incoming, message: ChosenMessage | null): Outcome | Promise<Outcome>;
}

/** Everything in Slack's shortcuts menu, as manifest.yml declares it. */
export const shortcuts: readonly ShortcutHandler[] = [
  { id: 'feedback.add', words: 'feedback', run: (incoming) => openFeedback(incoming) },
  {
    id: 'feedback.record',
    words: 'feedback',
    run: (incoming, message) => (message ? saveMessage(incoming, message) : openFeedback(incoming)),
  },
];
