import type { NewAnswer } from '../../src/loyalty/facts/answer.ts';

/** An answer of NPS without words, of which a test says what matters. */
export function npsAnswer(said: Partial<NewAnswer> & Pick<NewAnswer, 'day'>): NewAnswer {
  return {
    answerId: '1',
    customer: null,
    kind: 'nps',
    at: null,
    score: 9,
    recommend: null,
    again: null,
    other: null,
    comment: null,
    source: null,
    public: false,
    markedNegative: null,
    ...said,
  };
}
