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
  // Buttons of an earlier release have neither this, nor an owner, nor a campaign.
  knownFor: range.default(null),
  known: z.object({ from: z.int(), to: z.int() }).nullable(),
  campaign: z.object({ name: z.string(), variant: part, responded: z.boolean() }).nullable().default(null),
});
