import type { KnownExport } from './known-export.ts';

/** Who wrote a review is a user of Trustpilot and no customer of the company. */
const reviews: KnownExport = {
  system: 'Trustpilot',
  kind: 'feedback',
  signature: ['Review Id', 'Review Created (UTC)', 'Review Stars'],
  columns: {
    response_id: 'Review Id',
    date: 'Review Created (UTC)',
    score: 'Review Stars',
    comment: 'Review Content',
  },
  answers: 'review',
  source: null,
};

export const trustpilot = [reviews];
