import type { SharedAlertsFacts } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentences } from '../../text/sentence.ts';
import { header, section } from '../kit/blocks.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { escapedNameOf } from '../words/names.ts';
import { drawWithdrawnCard } from './follow-up-card.ts';
import { drawFollowUp } from './follow-ups.ts';

const words = defineText({
  en: {
    title: (count: number, shown: string) => (count === 1 ? '1 more follow-up' : `${shown} more follow-ups`),
    why: (most: string) =>
      `More than ${most} came within an hour, so the others share this message. It is kept up to date, with the customers first who have bought for most.`,
    counts: (open: string, claimed: string, done: string) => `${open} open · ${claimed} claimed · ${done} done`,
    left: (count: string) => `Not shown: ${count}. \`/loyalty followups\` shows them all.`,
    allDone: 'All of them are done.',
  },
  da: {
    title: (count: number, shown: string) => (count === 1 ? '1 opfølgning mere' : `${shown} opfølgninger mere`),
    why: (most: string) =>
      `Der kom flere end ${most} inden for en time, så resten deles om denne besked. Den holdes opdateret, og de kunder, der har købt for mest, står øverst.`,
    counts: (open: string, claimed: string, done: string) => `${open} åbne · ${claimed} i gang · ${done} løst`,
    left: (count: string) => `Vises ikke: ${count}. \`/loyalty opfølgninger\` viser dem alle.`,
    allDone: 'De er alle løst.',
  },
  nb: {
    title: (count: number, shown: string) => (count === 1 ? '1 oppfølging til' : `${shown} oppfølginger til`),
    why: (most: string) =>
      `Det kom flere enn ${most} i løpet av en time, så resten deler denne meldingen. Den holdes oppdatert, med kundene som har kjøpt for mest øverst.`,
    counts: (open: string, claimed: string, done: string) => `${open} åpne · ${claimed} i arbeid · ${done} løst`,
    left: (count: string) => `Vises ikke: ${count}. \`/loyalty oppfølginger\` viser alle.`,
    allDone: 'Alle er løst.',
  },
});

/** The message that many alerts of an hour share; nothing may be left of them. */
export function drawSharedAlerts(alerts: SharedAlertsFacts, locale: Locale): Message {
  if (alerts.count === 0) return drawWithdrawnCard(locale);
  const text = words(locale);
  const shown = (count: number) => formatNumber(locale, count);
  const { open, claimed, done, list } = alerts;
  const title = text.title(alerts.count, shown(alerts.count));
  const left = open + claimed - list.length;
  const counts = text.counts(shown(open), shown(claimed), shown(done));
  const names = list.map(({ customer }) => escapedNameOf(locale, customer)).join(', ');
  return toMessage(sentences(title, counts, names), [
    header(title),
    section(text.why(shown(alerts.alertsPerHour))),
    section(counts),
    ...list.flatMap((followUp) => drawFollowUp(followUp, locale)),
    ...(list.length === 0 ? [section(text.allDone)] : []),
    ...(left > 0 ? [section(text.left(shown(left)))] : []),
  ]);
}
