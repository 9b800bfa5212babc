import type { KnownBlock } from '@slack/types';
import type { FollowUpFacts } from '../../facts/customer.ts';
import type { FollowUpFilter } from '../../facts/reply.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { openCustomerElements } from '../customers/customers.ts';
import { actions, context, divider, header, lines, quote, section } from '../kit/blocks.ts';
import { withIsoDays } from '../kit/json.ts';
import { toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { escapedNameOf, nameOf } from '../words/names.ts';
import { commentOf, voiceTitle } from '../words/voice.ts';
import { followUpButtons } from './follow-up-buttons.ts';
import { reasonLines } from './follow-up-reason.ts';
import { standingWords, statusPieces } from './follow-up-words.ts';

const words = defineText({
  en: {
    all: (count: string) => `Follow-ups: ${count}`,
    mine: (count: string) => `Your follow-ups: ${count}`,
    open: (count: string) => `Open follow-ups: ${count}`,
    overdue: (count: string) => `Overdue follow-ups: ${count}`,
    noneAll: 'No follow-ups to do.',
    noneMine: 'You have no follow-ups.',
    noneOpen: 'No open follow-ups.',
    noneOverdue: 'No overdue follow-ups.',
    more: (count: string) => `Not shown: ${count}. The most urgent come first.`,
  },
  da: {
    all: (count: string) => `Opfølgninger: ${count}`,
    mine: (count: string) => `Dine opfølgninger: ${count}`,
    open: (count: string) => `Åbne opfølgninger: ${count}`,
    overdue: (count: string) => `Forfaldne opfølgninger: ${count}`,
    noneAll: 'Der er ingen opfølgninger at tage fat på.',
    noneMine: 'Du har ingen opfølgninger.',
    noneOpen: 'Ingen åbne opfølgninger.',
    noneOverdue: 'Ingen forfaldne opfølgninger.',
    more: (count: string) => `Vises ikke: ${count}. Dem, der haster mest, står øverst.`,
  },
  nb: {
    all: (count: string) => `Oppfølginger: ${count}`,
    mine: (count: string) => `Dine oppfølginger: ${count}`,
    open: (count: string) => `Åpne oppfølginger: ${count}`,
    overdue: (count: string) => `Forfalte oppfølginger: ${count}`,
    noneAll: 'Det er ingen oppfølginger å ta tak i.',
    noneMine: 'Du har ingen oppfølginger.',
    noneOpen: 'Ingen åpne oppfølginger.',
    noneOverdue: 'Ingen forfalte oppfølginger.',
    more: (count: string) => `Vises ikke: ${count}. De som haster mest, står øverst.`,
  },
});

const mostShown = 10;

/** The follow-ups asked for, each with what can be done with it. */
export const followUpsReply: Presenter<'follow-ups'> = {
  draw({ filter, followUps, total }, locale, { said }) {
    const text = words(locale);
    if (followUps.length === 0) return toMessage(noneWords(filter, locale), [section(noneWords(filter, locale))]);
    const shown = followUps.slice(0, mostShown);
    const left = Math.max(total, followUps.length) - shown.length;
    const title = text[filter](formatNumber(locale, Math.max(total, followUps.length)));
    const share = shareElements(locale, said);
    const names = shown.map(({ customer }) => escapedNameOf(locale, customer)).join(', ');
    return toMessage(sentences(title, names), [
      header(title),
      ...shown.flatMap((followUp) => drawFollowUp(followUp, locale)),
      ...(left > 0 ? [context(text.more(formatNumber(locale, left)))] : []),
      ...(share.length > 0 ? [divider(), actions(...share)] : []),
    ]);
  },
  json: ({ followUps, total }) => withIsoDays({ followUps, total }),
};

/** A follow-up among others, with what can be done with it. */
export function drawFollowUp(followUp: FollowUpFacts, locale: Locale): KnownBlock[] {
  const [newest] = followUp.voices;
  const standing = standingWords(locale, followUp);
  const buttons = [
    ...followUpButtons(locale, followUp),
    ...(followUp.status === 'done' ? [] : openCustomerElements(locale, followUp.customer)),
  ];
  return [
    divider(),
    lines(
      [{ bold: nameOf(locale, followUp.customer) }, ...(standing ? [` · ${standing}`] : [])],
      ...reasonLines(locale, followUp.reason).map((line) => [line]),
      statusPieces(locale, followUp),
    ),
    ...(newest ? [quote([voiceTitle(locale, newest)], commentOf(locale, newest, 200))] : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ];
}

function noneWords(filter: FollowUpFilter, locale: Locale): string {
  const { noneAll, noneMine, noneOpen, noneOverdue } = words(locale);
  return { all: noneAll, mine: noneMine, open: noneOpen, overdue: noneOverdue }[filter];
}
