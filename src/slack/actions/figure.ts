import type { KnownBlock } from '@slack/types';
import { answerWords } from '../../commands/index.ts';
import { figureParts } from '../../messages/figures/figure.ts';
import { figureWhyButton, showFigureButton } from '../../messages/figures/figure-buttons.ts';
import type { Said } from '../../messages/kit/share-button.ts';
import { whyButton } from '../../messages/kit/why-button.ts';
import { definitionView } from '../../messages/modals/definition-view.ts';
import { runCommand } from '../commands/run-command.ts';
import { toAsking } from '../commands/to-asking.ts';
import { nothing, type Outcome } from '../handler-outcome.ts';
import type { Incoming, RequestPlace } from '../identify-member.ts';
import { type ButtonHandler, onPress } from './button.ts';

const show = onPress(showFigureButton, (incoming, { figure, span, byRung }, pressed) =>
  said(incoming, [figure, String(span), ...(byRung ? ['by rung'] : [])], pressed),
);

const why = onPress(whyButton, async (incoming, { name, said: asked }) => {
  const { locale, docsUrl } = incoming;
  const view = definitionView(name, locale, { docsUrl });
  if (!asked) return { kind: 'open', view };
  const later = async () => definitionView(name, locale, { told: await partsOf(incoming, asked), docsUrl });
  return { kind: 'open', view, later };
});

const oldWhy = onPress(figureWhyButton, async ({ locale, docsUrl }, { figure }) => ({
  kind: 'open',
  view: definitionView(figure, locale, { docsUrl }),
}));

export const figureButtons: readonly ButtonHandler[] = [show, why, oldWhy];

/** What the answer is made of that was told to the same words as of the same day. */
async function partsOf(incoming: Incoming, { words, asOf }: Said): Promise<KnownBlock[]> {
  const answered = await answerWords(toAsking(incoming, asOf), words);
  if (answered.kind !== 'reply') return [];
  const { reply } = answered;
  if (reply.kind === 'clv') return figureParts(incoming.locale, reply.report, reply.cost);
  return reply.kind === 'figure' ? figureParts(incoming.locale, reply.report) : [];
}

/** The same as when somebody types it. */
async function said(incoming: Incoming, words: readonly string[], pressed: RequestPlace): Promise<Outcome> {
  return pressed.channelId === null ? nothing : runCommand(incoming, words.join(' '), pressed);
}
