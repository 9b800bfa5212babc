import type { SharedAlertsFacts } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { actions, context, header } from '../kit/blocks.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { sayButton } from '../kit/say-button.ts';
import { escapedNameOf } from '../words/names.ts';
import { drawWithdrawnCard } from './follow-up-card.ts';
import { followUpCounts } from './follow-up-counts.ts';
import { followUpLine, onOneLine } from './follow-up-line.ts';

const words = defineText({
  en: {
    title: (count: number, shown: string) => (count === 1 ? '1 more follow-up' : `${shown} more follow-ups`),
    why: (most: string) => `More than ${most} came within an hour: the others share this message, kept up to date.`,
    allDone: 'all done',
    all: 'Show the open ones',
  },
  da: {
    title: (count: number, shown: string) => (count === 1 ? '1 opfølgning mere' : `${shown} opfølgninger mere`),
    why: (most: string) => `Der kom flere end ${most} på en time: Resten deles om denne besked, som holdes opdateret.`,
    allDone: 'alle løst',
    all: 'Vis de åbne',
  },
  nb: {
    title: (count: number, shown: string) => (count === 1 ? '1 oppfølging til' : `${shown} oppfølginger til`),
    why: (most: string) => `Det kom flere enn ${most} på en time: Resten deler denne meldingen, som holdes oppdatert.`,
    allDone: 'alle løst',
    all: 'Vis de åpne',
  },
});

const mostShown = 3;

/** The message that many alerts of an hour share; nothing may be left of them. */
export function drawSharedAlerts(alerts: SharedAlertsFacts, locale: Locale): Message {
  if (alerts.count === 0) return drawWithdrawnCard(locale);
  const text = words(locale);
  const shown = (count: number) => formatNumber(locale, count);
  const { open, claimed, done } = alerts;
  const list = alerts.list.slice(0, mostShown);
  const title = text.title(alerts.count, shown(alerts.count));
  const counts = open + claimed === 0 ? text.allDone : followUpCounts(locale, { open, claimed, done });
  const names = list.map(({ customer }) => escapedNameOf(locale, customer)).join(', ');
  const left = open + claimed - list.length;
  const all = sayButton.element(text.all, { words: 'followups open' });
  return toMessage(sentences(`${title}: ${counts}`, names), [
    header(`${title}: ${counts}`),
    ...list.map((followUp, i) => followUpLine(locale, followUp, null, i === 0, onOneLine)),
    context(text.why(shown(alerts.alertsPerHour))),
    ...(left > 0 ? [actions(all)] : []),
  ]);
}
