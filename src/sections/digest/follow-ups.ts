import type { SectionBlock } from '@slack/types';
import type { FollowUpFacts } from '../../facts/customer.ts';
import { readMostUrgent } from '../../flows/follow-ups/read-most-urgent.ts';
import { claimButton, claimLabel } from '../../messages/follow-ups/follow-up-buttons.ts';
import { stateWords, worthWords } from '../../messages/follow-ups/follow-up-line.ts';
import { section } from '../../messages/kit/blocks.ts';
import { escapedNameOf } from '../../messages/words/names.ts';
import { scoreTitle } from '../../messages/words/voice.ts';
import { formatWeekday } from '../../text/date.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { nothingToTell } from '../section.ts';
import type { DigestSection } from './section.ts';

const words = defineText({
  en: {
    title: 'follow-ups',
    wait: (open: number, shown: string) => (open === 1 ? '1 follow-up waits' : `${shown} follow-ups wait`),
    atWork: (count: string) => `${count} being worked on`,
    oldest: (day: string) => `the oldest follow-up has waited since ${day}`,
  },
  da: {
    title: 'opfølgninger',
    wait: (open: number, shown: string) => (open === 1 ? '1 opfølgning venter' : `${shown} opfølgninger venter`),
    atWork: (count: string) => `${count} i gang`,
    oldest: (day: string) => `den ældste opfølgning har ventet siden ${day}`,
  },
  nb: {
    title: 'oppfølginger',
    wait: (open: number, shown: string) => (open === 1 ? '1 oppfølging venter' : `${shown} oppfølginger venter`),
    atWork: (count: string) => `${count} i arbeid`,
    oldest: (day: string) => `den eldste oppfølgingen har ventet siden ${day}`,
  },
});

/** As many as one digest asks somebody to take. */
const mostListed = 3;

/** How many wait, above everything, and those to take first, each with its button; left out when all are done. */
export const followUps: DigestSection = {
  name: 'follow-ups',
  title: (locale) => words(locale).title,
  async gather(request) {
    return { followUps: await readMostUrgent(request, mostListed) };
  },
  draw({ followUps, window }, locale, { posted = null }) {
    if (!followUps) return nothingToTell;
    const { open, claimed, oldestDay, list } = followUps;
    if (open + claimed === 0) return nothingToTell;
    const text = words(locale);
    const waits = open > 0 ? text.wait(open, formatNumber(locale, open)) : null;
    const asides = [
      // That all came on the last day says nothing.
      ...(oldestDay == null || oldestDay >= window.to - 1 ? [] : [text.oldest(formatWeekday(locale, oldestDay))]),
      ...(open === 0 ? [text.atWork(formatNumber(locale, claimed))] : []),
    ];
    const firstOpen = list.find(({ status }) => status === 'open');
    return {
      blocks: list
        .slice(0, mostListed)
        .map((followUp) => drawLine(locale, followUp, { subject: posted?.subject, isFirst: followUp === firstOpen })),
      summary: null,
      headline: waits,
      aside: asides.join(' · ') || null,
    };
  },
};

/** "Anna Hansen · 12.400 kr. · NPS 3 of 10 · due 24 Nov", with what can be done with it; the first is what to do. */
function drawLine(
  locale: Locale,
  followUp: FollowUpFacts,
  { subject, isFirst }: { readonly subject: string | undefined; readonly isFirst: boolean },
): SectionBlock {
  const { id, customer, value, voices, status } = followUp;
  const [newest] = voices;
  const about = [
    `*${escapedNameOf(locale, customer)}*`,
    worthWords(locale, value),
    newest ? scoreTitle(locale, newest) : null,
    stateWords(locale, followUp, null),
  ];
  const button = claimButton.element(
    claimLabel(locale),
    { followUpId: id, ...(subject && { digest: subject }) },
    isFirst ? { style: 'primary' } : {},
  );
  return section(about.filter((part) => part !== null).join(' · '), status === 'open' ? button : undefined);
}
