import type { FollowUpFilter } from '../facts/reply.ts';
import { listFollowUps } from '../flows/follow-ups/list-follow-ups.ts';
import { followUpPage, followUpsReply } from '../messages/follow-ups/follow-ups.ts';
import { defineText } from '../text/define-text.ts';
import { type Asking, type Command, reply } from './command.ts';

/** In a terminal, which has no next page. */
const shown = 10;
const filters = ['mine', 'open', 'overdue'] as const;

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
  group: 'do',
  help: defineText({
    en: { usage: '/loyalty followups mine', line: 'Follow-ups: mine, open or overdue' },
    da: { usage: '/loyalty opfølgninger mine', line: 'Opfølgninger: mine, åbne eller forfaldne' },
    nb: { usage: '/loyalty oppfølginger mine', line: 'Oppfølginger: mine, åpne eller forfalte' },
  }),
  replies: { 'follow-ups': followUpsReply },
  takes: { options: filters },
  alone: ['mine', 'overdue'],
  async run(asking, { option }) {
    const { now, memberId } = asking;
    const filter: FollowUpFilter = filters.find((one) => one === option) ?? 'all';
    const query = filter === 'mine' ? ({ kind: filter, memberId: memberId ?? '' } as const) : { kind: filter };
    const page = await listFollowUps(asking, query, { limit: memberId === null ? shown : followUpPage }, now());
    // Mine are told to me; the others may be shared.
    return reply({ kind: 'follow-ups', filter, ...page }, isShareable(asking, filter));
  },
} satisfies Command;

function isShareable({ memberId }: Asking, filter: FollowUpFilter): boolean {
  return memberId !== null && filter !== 'mine';
}
