import type { KnownExport } from './known-export.ts';

/** Answers to any kind of leading question, which `question_type` names. */
const responses: KnownExport = {
  system: 'AskNicely',
  kind: 'feedback',
  signature: ['response_id', 'person_id', 'email', 'answer', 'comment', 'responded', 'question_type'],
  columns: {
    response_id: 'response_id',
    email: 'email',
    date: 'responded',
    kind: 'question_type',
    score: 'answer',
    comment: 'comment',
  },
  source: 'https://asknicely.asknice.ly/help/apidocs/responses',
};

export const asknicely = [responses];
