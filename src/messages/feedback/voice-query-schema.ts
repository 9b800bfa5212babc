import { z } from 'zod';
import { answerKinds } from '../../loyalty/facts/answer.ts';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';

const part = z.string().nullable();
const ends = { from: z.int(), to: z.int() };

/** What a list of answers is of, as buttons carry it. */
export const voiceQuery = z.object({
  kind: z.enum(answerKinds).nullable(),
  score: z.object({ least: z.number().nullable(), most: z.number().nullable() }).nullable(),
  isVote: z.boolean(),
  isNegative: z.boolean(),
  hasWords: z.boolean(),
  rung: z.enum([...rungs, 'anonymous']).nullable(),
  country: part,
  segment: part,
  source: part,
  days: z
    .union([z.object({ ...ends, calendar: z.enum(['week', 'month', 'quarter', 'year']) }), z.object(ends)])
    .nullable(),
});
