import type { RowReason } from '../facts/refusal.ts';
import { isReason, limits, readText } from './cells.ts';
import { readEmail } from './email.ts';
import { readId } from './ids.ts';

type Reading = string | null | RowReason;

/** What a person types of a customer, read as a cell of a file is. Null: nothing. */
export const readTyped = {
  number: (typed: string): Reading => readId(typed, { damaged: false, wholeNumbers: false, guests: true }),
  name: (typed: string): Reading => readText(typed, limits.name, false),
  email(typed: string): Reading {
    const text = readText(typed, limits.email, false);
    return isReason(text) ? text : readEmail(text);
  },
} as const;
