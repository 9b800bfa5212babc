import { figureWhyButton, showFigureButton } from '../../messages/figures/figure-buttons.ts';
import { runCommand } from '../commands/run-command.ts';
import { nothing, type Outcome } from '../handler-outcome.ts';
import type { Incoming, RequestPlace } from '../identify-member.ts';
import { type ButtonHandler, onPress } from './button.ts';

const show = onPress(showFigureButton, (incoming, { figure, span, byRung }, pressed) =>
  said(incoming, [figure, String(span), ...(byRung ? ['by rung'] : [])], pressed),
);

const why = onPress(figureWhyButton, (incoming, { figure }, pressed) => said(incoming, [figure, 'why'], pressed));

export const figureButtons: readonly ButtonHandler[] = [show, why];

/** The same as when somebody types it. */
async function said(incoming: Incoming, words: readonly string[], pressed: RequestPlace): Promise<Outcome> {
  return pressed.channelId === null ? nothing : runCommand(incoming, words.join(' '), pressed);
}
