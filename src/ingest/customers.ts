import type { RowReason } from '../facts/refusal.ts';
import { type NewCustomer, toYears } from '../loyalty/facts/customer.ts';
import { readSegments } from '../loyalty/facts/segments.ts';
import { isMachineNothing, limits } from './cells.ts';
import { toMoment } from './dates.ts';
import { readEmail } from './email.ts';
import { readNumber } from './numbers.ts';
import { toCountry, toLanguage } from './places.ts';
import { known, type RowCells, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';

/** Turns the cells of one record into a customer, or says what is wrong with it. */
export function createCustomerReader(rules: RowRules) {
  const { at, header } = rules.columns;
  const isCompany = companies.test(header[at.name ?? -1] ?? '');
  return rowReader<NewCustomer>(rules, (row) => {
    const customer = row.neededId('customer');
    const name = isCompany ? withPerson(row.words('name', limits.name), fullName(row)) : nameOf(row);
    const email = row.optional('email', () => known('email', readEmail(row.text('email', limits.email))));
    const country = row.optional('country', () => readWord(row, 'country', toCountry, 'unknown-country'));
    const language = row.optional('language', () => readWord(row, 'language', toLanguage, 'unknown-language'));
    const sinceDay = row.optional('since', () => toMoment(row.date('since'), rules.zone).day);
    const source = row.optional('source', () => row.text('source', limits.source), isMachineNothing);
    const segments = row.optional('segments', () => toSegments(row.text('segments', 2_000)), isMachineNothing);
    const relationshipYears = row.optional('years', () => known('years', readYears(row.cell('years'), rules)));
    const cost = row.optional('cost', () => row.paid('cost'));
    const reward = row.optional('reward', () => row.paid('reward'));
    const recommendedBy = row.optional('recommended_by', () => row.id('recommended_by'));
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

const companies = /compan|firma|virksomhed|bedrift|selska[bp]|organi[sz]a/i;

function nameOf(row: RowCells): string | null {
  return row.words('name', limits.name) ?? fullName(row);
}

/** A person who stands beside a company is found by either. */
function withPerson(company: string | null, person: string | null): string | null {
  if (company === null || person === null || company.includes(person)) return company ?? person;
  const both = `${person}, ${company}`;
  return both.length > limits.name ? company : both;
}

/** First and last name, or the one that is there. */
function fullName(row: RowCells): string | null {
  const parts = [row.words('first_name', limits.name), row.words('last_name', limits.name)].filter(
    (part) => part !== null,
  );
  const name = parts.join(' ');
  if (name.length > limits.name) refuse('last_name', { code: 'too-long', limit: limits.name });
  return name === '' ? null : name;
}

function readWord(
  row: RowCells,
  column: 'country' | 'language',
  toCode: (text: string) => string | null,
  code: 'unknown-country' | 'unknown-language',
): string | null {
  const text = row.text(column, limits.name);
  return text === null ? null : (toCode(text) ?? refuse(column, { code }));
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
  const years = toYears(number.unscaled / 10 ** number.scale);
  return years >= 0 && years <= mostYears ? years : { code: 'not-years', max: mostYears };
}
