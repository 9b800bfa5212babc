import { UserError } from '../errors.ts';
import type { FollowUpFilter } from '../facts/reply.ts';
import { readFollowUps } from '../flows/follow-ups/read-follow-ups.ts';
import { localDay } from '../loyalty/time/period.ts';
import { followUpsReply } from '../messages/follow-ups/follow-ups.ts';
import { defineText } from '../text/define-text.ts';
import { type Asking, type Command, reply } from './command.ts';
import { hasOption } from './option-words.ts';

const shown = 10;

export const followups = {
  words: [
    'followups',
    'followup',
    'follow-ups',
    'follow-up',
    'opfølgninger',
    'opfølgning',
    'oppfølginger',
    'oppfølging',
  ],
  help: defineText({
    en: { usage: '/loyalty followups mine', line: 'Follow-ups: mine, open or overdue' },
    da: { usage: '/loyalty opfølgninger mine', line: 'Opfølgninger: mine, åbne eller forfaldne' },
    nb: { usage: '/loyalty oppfølginger mine', line: 'Oppfølginger: mine, åpne eller forfalte' },
  }),
  replies: { 'follow-ups': followUpsReply },
  async run(asking, words) {
    const { store, settings, now, memberId } = asking;
    const filter = askedFilter(words);
    const today = localDay(now(), settings.timeZone);
    const { followUps, total } = await store.followUps.list(
      filter === 'mine' ? { kind: 'mine', memberId: memberId ?? '' } : { kind: filter },
      today,
      shown,
    );
    const facts = await readFollowUps(asking, followUps, now());
    // Mine are told to me; the others may be shared.
    return reply({ kind: 'follow-ups', filter, followUps: facts, total }, isShareable(asking, filter));
  },
} satisfies Command;

function askedFilter(words: readonly string[]): FollowUpFilter {
  if (words.length === 0) return 'all';
  const filter = (['mine', 'open', 'overdue'] as const).find((option) => hasOption(words, option));
  if (filter === undefined)
    throw new UserError('bad-filter', (locale) => whichOnes[locale](words.join(' ')), { understood: false });
  return filter;
}

function isShareable({ memberId }: Asking, filter: FollowUpFilter): boolean {
  return memberId !== null && filter !== 'mine';
}

const whichOnes = {
  en: (typed: string) =>
    `I do not know “${typed}” here. Type \`mine\`, \`open\` or \`overdue\`, or nothing for all that are not done.`,
  da: (typed: string) =>
    `Jeg kender ikke ”${typed}” her. Skriv \`mine\`, \`åbne\` eller \`forfaldne\`, eller ingenting for alle, der ikke er løst.`,
  nb: (typed: string) =>
    `Jeg kjenner ikke «${typed}» her. Skriv \`mine\`, \`åpne\` eller \`forfalte\`, eller ingenting for alle som ikke er løst.`,
};
