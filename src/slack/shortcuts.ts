import { readMrkdwn } from '../text/read-mrkdwn.ts';
import type { Incoming } from './incoming.ts';
import { openFeedback } from './modals/feedback.ts';
import type { Outcome } from './outcome.ts';

/** What a shortcut does; `text` is the message it was chosen on, empty for a global one. */
export interface ShortcutHandler {
  readonly id: string;
  run(incoming: Incoming, text: string): Outcome;
}

/** Everything in Slack's shortcuts menu, as manifest.yml declares it. */
export const shortcuts: readonly ShortcutHandler[] = [
  { id: 'feedback.add', run: (incoming) => openFeedback(incoming) },
  { id: 'feedback.record', run: (incoming, text) => openFeedback(incoming, text === '' ? null : readMrkdwn(text)) },
];
