import type { RowReason } from '../facts/refusal.ts';
import type { NewCustomer } from '../loyalty/facts/customer.ts';
import { readSegments } from '../loyalty/facts/segments.ts';
import { limits } from './cells.ts';
import { toMoment } from './dates.ts';
import { readNumber } from './numbers.ts';
import { toCountry, toLanguage } from './places.ts';
import { known, type RowCells, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';

/** Turns the cells of one record into a customer, or says what is wrong with it. */
export function createCustomerReader(rules: RowRules) {
  return rowReader<NewCustomer>(rules, (row) => {
    const customer = row.needed('customer', limits.id);
    const name = row.text('name', limits.name) ?? fullName(row);
    const email = known('email', readEmail(row.text('email', limits.email)));
    const country = known('country', readWord(row.text('country', limits.name), toCountry, 'unknown-country'));
    const language = known('language', readWord(row.text('language', limits.name), toLanguage, 'unknown-language'));
    const sinceDay = row.cell('since') === '' ? null : toMoment(row.date('since'), rules.zone).day;
    const source = row.text('source', limits.source);
    const segments = toSegments(row.text('segments', 2_000));
    const relationshipYears = known('years', readYears(row.cell('years'), rules));
    const cost = row.paid('cost');
    const reward = row.paid('reward');
    const recommendedBy = row.text('recommended_by', limits.id);
    if (recommendedBy === customer) refuse('recommended_by', { code: 'self-recommendation' });
    return {
      customer,
      name,
      email,
      country,
      language,
      sinceDay,
      costMinor: cost?.minor ?? null,
      costCurrency: cost?.currency ?? null,
      source,
      relationshipYears,
      segments,
      recommendedBy,
      rewardMinor: reward?.minor ?? null,
      rewardCurrency: reward?.currency ?? null,
    };
  });
}

/** First and last name, or the one that is there. */
function fullName(row: RowCells): string | null {
  const parts = [row.text('first_name', limits.name), row.text('last_name', limits.name)].filter(
    (part) => part !== null,
  );
  const name = parts.join(' ');
  if (name.length > limits.name) refuse('last_name', { code: 'too-long', limit: limits.name });
  return name === '' ? null : name;
}

/** One "@" with something before it and a dotted name behind it; whether anybody lives there only a mail can tell. */
const email = /^[^\s@<>",;]+@[^\s@<>",;.]+(?:\.[^\s@<>",;.]+)+$/;

function readEmail(text: string | null): string | null | RowReason {
  return text === null || email.test(text) ? text : { code: 'not-an-email' };
}

function readWord(
  text: string | null,
  toCode: (text: string) => string | null,
  code: 'unknown-country' | 'unknown-language',
): string | null | RowReason {
  return text === null ? null : (toCode(text) ?? { code });
}

function toSegments(text: string | null): readonly string[] | null {
  if (text === null) return null;
  const reading = readSegments(text);
  return 'code' in reading ? refuse('segments', reading) : reading.segments;
}

const mostYears = 100;

function readYears(text: string, { numberStyle }: RowRules): number | null | RowReason {
  if (text === '') return null;
  const number = readNumber(text, numberStyle);
  if (!('unscaled' in number) || number.currency !== null) return { code: 'not-years', max: mostYears };
  const years = number.unscaled / 10 ** number.scale;
  return years >= 0 && years <= mostYears ? years : { code: 'not-years', max: mostYears };
}
