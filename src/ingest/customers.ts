import type { RowReason } from '../facts/refusal.ts';
import type { NewCustomer } from '../loyalty/facts/customer.ts';
import { readSegments } from '../loyalty/facts/segments.ts';
import { cellsOf, type Fault, isReason, limits, readText } from './cells.ts';
import { toMoment } from './dates.ts';
import { readPaid } from './money.ts';
import { readNumber } from './numbers.ts';
import { toCountry, toLanguage } from './places.ts';
import type { RowRules } from './row-rules.ts';
import { readWhen } from './when.ts';

/** Turns the cells of one record into a customer, or says what is wrong with it. */
export function createCustomerReader(rules: RowRules): (cells: readonly string[]) => NewCustomer | Fault {
  const cell = cellsOf(rules.columns);
  const text = (cells: readonly string[], column: string, limit: number) =>
    readText(cell(cells, column), { limit, damaged: rules.damaged });

  return (cells) => {
    const customer = text(cells, 'customer', limits.id);
    if (customer === null) return { column: 'customer', reason: { code: 'missing' } };
    if (isReason(customer)) return { column: 'customer', reason: customer };
    const name = text(cells, 'name', limits.name);
    if (isReason(name)) return { column: 'name', reason: name };
    const email = readEmail(text(cells, 'email', limits.email));
    if (isReason(email)) return { column: 'email', reason: email };
    const country = readWord(text(cells, 'country', limits.name), toCountry, 'unknown-country');
    if (isReason(country)) return { column: 'country', reason: country };
    const language = readWord(text(cells, 'language', limits.name), toLanguage, 'unknown-language');
    if (isReason(language)) return { column: 'language', reason: language };
    const since = cell(cells, 'since').trim() === '' ? null : readWhen('since', cell(cells, 'since'), rules);
    if (since && 'reason' in since) return since;
    const source = text(cells, 'source', limits.source);
    if (isReason(source)) return { column: 'source', reason: source };
    const segments = toSegments(text(cells, 'segments', 2_000));
    if (segments && 'code' in segments) return { column: 'segments', reason: segments };
    const years = readYears(cell(cells, 'years').trim(), rules);
    if (isReason(years)) return { column: 'years', reason: years };
    const cost = readPaid('cost', cell(cells, 'cost'), cell(cells, 'currency'), rules);
    if (cost && 'reason' in cost) return cost;
    const reward = readPaid('reward', cell(cells, 'reward'), cell(cells, 'currency'), rules);
    if (reward && 'reason' in reward) return reward;
    const recommendedBy = text(cells, 'recommended_by', limits.id);
    if (isReason(recommendedBy)) return { column: 'recommended_by', reason: recommendedBy };
    if (recommendedBy === customer) return { column: 'recommended_by', reason: { code: 'self-recommendation' } };
    return {
      customer,
      name,
      email,
      country,
      language,
      sinceDay: since && toMoment(since, rules.zone).day,
      costMinor: cost?.minor ?? null,
      costCurrency: cost?.currency ?? null,
      source,
      relationshipYears: years,
      segments,
      recommendedBy,
      rewardMinor: reward?.minor ?? null,
      rewardCurrency: reward?.currency ?? null,
    };
  };
}

/** One "@" with something before it and a dotted name behind it; whether anybody lives there only a mail can tell. */
const email = /^[^\s@<>",;]+@[^\s@<>",;.]+(?:\.[^\s@<>",;.]+)+$/;

function readEmail(text: string | null | RowReason): string | null | RowReason {
  if (text === null || isReason(text)) return text;
  return email.test(text) ? text : { code: 'not-an-email' };
}

function readWord(
  text: string | null | RowReason,
  toCode: (text: string) => string | null,
  code: 'unknown-country' | 'unknown-language',
): string | null | RowReason {
  if (text === null || isReason(text)) return text;
  return toCode(text) ?? { code };
}

function toSegments(text: string | null | RowReason): readonly string[] | null | RowReason {
  if (text === null || isReason(text)) return text;
  const reading = readSegments(text);
  return 'code' in reading ? reading : reading.segments;
}

const mostYears = 100;

function readYears(text: string, { numberStyle }: RowRules): number | null | RowReason {
  if (text === '') return null;
  const number = readNumber(text, numberStyle);
  if (!('unscaled' in number) || number.currency !== null) return { code: 'not-years', max: mostYears };
  const years = number.unscaled / 10 ** number.scale;
  return years >= 0 && years <= mostYears ? years : { code: 'not-years', max: mostYears };
}
