import { z } from 'zod';
import { rungs } from '../../loyalty/ladder/rung-rules.ts';

const range = z.object({ least: z.number().nullable(), most: z.number().nullable() }).nullable();
const part = z.string().nullable();

/** What a list is of, as buttons and forms carry it. */
export const customerQuery = z.object({
  rung: z.enum(rungs).nullable(),
  country: part,
  segment: part,
  source: part,
  owner: part.default(null),
  lapsed: z.boolean(),
  value: range,
  orders: range,
  last: range,
  nps: range,
  // Of a button of an earlier release, as is `owner`.
  knownFor: range.default(null),
  known: z.object({ from: z.int(), to: z.int() }).nullable(),
});
