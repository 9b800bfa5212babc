import type { ModalView } from '@slack/types';
import type { ReadyAnnouncement } from '../../src/facts/announcement.ts';
import type { Note, Reply } from '../../src/facts/reply.ts';
import type { ReviewFacts } from '../../src/facts/report.ts';
import { marksOfSchedule } from '../../src/flows/digests/merge-schedule.ts';
import { reviewView } from '../../src/messages/modals/review-form.ts';
import type { Locale } from '../../src/text/define-text.ts';

export const reviewNotes: readonly Note[] = [
  {
    kind: 'review-saved',
    channelId: 'C0ALERTS',
    dueAt: new Date('2027-01-01T08:00:00Z'),
    timeZone: 'Europe/Copenhagen',
  },
  { kind: 'review-off', channelId: 'C0ALERTS' },
];

function quiet(review: Required<ReviewFacts>): ReviewFacts {
  return {
    ...review,
    figures: review.figures.filter(({ base }) => base === 0),
    targets: [],
    ladder: { ...review.ladder, movements: [], up: [], down: [] },
    causes: { closed: 0, closedBefore: 0, byCause: [] },
    worth: null,
    late: null,
  };
}

export function reviewReplies(review: Required<ReviewFacts>): Record<string, Reply> {
  return {
    review: { kind: 'review', review: { ...review, late: null } },
    'review-quiet': { kind: 'review', review: quiet(review) },
  };
}

export function reviewAnnouncements(review: ReviewFacts): Record<string, ReadyAnnouncement> {
  return { review: { kind: 'review', review } };
}

export function reviewViews(locale: Locale): Record<string, ModalView> {
  return { review: reviewView({ channelId: 'C0ALERTS', locale: 'nb', active: true }, marksOfSchedule(null), locale) };
}
