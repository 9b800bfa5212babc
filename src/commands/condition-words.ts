import type { NumberRange } from '../loyalty/customer-query.ts';
import { type AnswerKind, answerKinds } from '../loyalty/facts/answer.ts';
import { foldText } from '../loyalty/facts/customer.ts';
import { type Rung, rungs } from '../loyalty/ladder/rung-rules.ts';
import { locales } from '../text/define-text.ts';
import { answerKindTerms, rungTerms } from '../text/terms.ts';

/** What has to hold of customers, or of what they said: "orders>3", "lapsed", "kind:review". */
export type Condition =
  /** In the reporting currency, in its own units. */
  | { readonly of: 'value'; readonly sign: Comparing; readonly amount: number }
  | { readonly of: 'orders' | 'last'; readonly range: NumberRange }
  /** In a group: said by its name, "detractors". */
  | { readonly of: 'nps'; readonly range: NumberRange; readonly isGroup: boolean }
  | { readonly of: 'lapsed' | 'new' | 'responded' }
  /** Who looks after them: whoever asks, nobody, or a member by id. */
  | { readonly of: 'owner'; readonly who: 'me' | 'nobody' | { readonly memberId: string } }
  | { readonly of: 'kind'; readonly kind: AnswerKind }
  /** Of answers: of the unhappy, with words. */
  | { readonly of: 'negative' | 'worded' }
  /** As it was typed: see find-contacts.ts. */
  | { readonly of: 'campaign' | 'variant'; readonly name: string };

export type Comparing = '<' | '<=' | '>' | '>=' | '=';

/** Of which kind what each list takes is. */
export const conditionsOf = {
  customers: ['value', 'orders', 'last', 'nps', 'lapsed', 'new', 'responded', 'owner', 'campaign', 'variant'],
  voices: ['nps', 'kind', 'negative', 'worded'],
} as const satisfies Readonly<Record<string, readonly Condition['of'][]>>;

const measured = {
  value: ['value', 'revenue', 'worth', 'værdi', 'omsætning', 'verdi', 'omsetning'],
  orders: ['orders', 'order', 'ordrer', 'ordre', 'køb', 'kjøp'],
  last: ['last', 'latest', 'newest', 'seneste', 'sidste', 'nyeste', 'siste'],
  nps: ['nps', 'score'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const saidPlainly: readonly (readonly [Condition, ...string[]])[] = [
  [{ of: 'lapsed' }, 'lapsed', 'inactive', 'frafaldne', 'inaktive', 'frafalne'],
  [{ of: 'new' }, 'new', 'nye'],
  [{ of: 'responded' }, 'responded', 'svarede', 'svarte'],
  [score(null, 6), 'detractors', 'kritikere'],
  [score(7, 8), 'passives', 'passive'],
  [score(9, null), 'promoters', 'promotorer', 'fortalere', 'promotører'],
  [{ of: 'negative' }, 'unhappy', 'negative', 'complaints', 'utilfredse', 'klager', 'misfornøyde'],
  [{ of: 'worded' }, 'with words', 'with comments', 'comments', 'med ord', 'med kommentar', 'kommentarer'],
  [{ of: 'kind', kind: 'review' }, 'reviews', 'anmeldelser', 'omtaler'],
  [{ of: 'kind', kind: 'remark' }, 'remarks', 'bemærkninger', 'merknader'],
];
const plain: ReadonlyMap<string, Condition> = new Map(
  saidPlainly.flatMap(([condition, ...words]) => words.map((word) => [foldText(word), condition] as const)),
);

const named = {
  campaign: ['campaign', 'kampagne', 'kampanje'],
  variant: ['variant'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** `campaign:Spring`, `campaign:"Spring tasting"` */
const namedPattern = /^(\p{L}+):(?:["“”„«»]([^"“”„«»]+)["“”„«»]|(.+))$/u;

const pattern = /^(\p{L}+) ?(<=|>=|≤|≥|<|>|=) ?(.+)$/u;
/** A sign may stand apart: "value > 10000". */
const mostWords = 3;

/** The condition that words in any of the languages say from a place on, and how many words say it; null: none. */
export function conditionAt(
  words: readonly string[],
  at: number,
): { readonly condition: Condition; readonly length: number } | null {
  const word = words[at] ?? '';
  const two = plain.get(foldText(words.slice(at, at + 2).join(' ')));
  if (two && words.length > at + 1) return { condition: two, length: 2 };
  const bare = plain.get(foldText(word)) ?? ownerIn(word) ?? kindIn(word) ?? naming(word);
  if (bare) return { condition: bare, length: 1 };
  for (let length = 1; length <= Math.min(mostWords, words.length - at); length += 1) {
    const condition = comparison(words.slice(at, at + length).join(' '));
    if (condition) return { condition, length };
  }
  return null;
}

const ownerPattern = /^(\p{L}+):(?:<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>|(.+))$/u;
const ownerNames = new Set(['owner', 'ansvarlig', 'kundeansvarlig']);
const ownerWords = new Map<string, 'me' | 'nobody'>([
  ...['me', 'mine', 'mig', 'meg', 'min'].map((word) => [word, 'me'] as const),
  ...['none', 'nobody', 'ingen'].map((word) => [word, 'nobody'] as const),
]);

/** "owner:me", "ansvarlig:ingen", "owner:<@U0123ABC>", "owner:U0123ABC". */
function ownerIn(word: string): Condition | null {
  const [, name = '', mentioned, said = ''] = ownerPattern.exec(word) ?? [];
  if (!ownerNames.has(foldText(name))) return null;
  const memberId = mentioned ?? /^[UW][A-Z0-9]{2,}$/.exec(said)?.[0];
  const who = memberId === undefined ? ownerWords.get(foldText(said)) : { memberId };
  return who === undefined ? null : { of: 'owner', who };
}

const kindNames = new Set(['kind', 'slags', 'type']);

/** "kind:nps", "slags:anmeldelse". */
function kindIn(word: string): Condition | null {
  const [name = '', said = ''] = word.split(':');
  if (!kindNames.has(foldText(name))) return null;
  const names = (kind: AnswerKind) => [kind, ...locales.map((locale) => answerKindTerms(locale)[kind])];
  const kind = answerKinds.find((one) => names(one).some((known) => foldText(known) === foldText(said)));
  return kind ? { of: 'kind', kind } : null;
}

function naming(word: string): Condition | null {
  const [, kind = '', name, plainName = ''] = namedPattern.exec(word) ?? [];
  const of = (Object.keys(named) as (keyof typeof named)[]).find((one) =>
    (named[one] as readonly string[]).includes(foldText(kind)),
  );
  return of ? { of, name: name ?? plainName } : null;
}

function comparison(typed: string): Condition | null {
  // A slash command has them as Slack writes them.
  const said = typed.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const [, name = '', typedSign = '', number = ''] = pattern.exec(said) ?? [];
  const of = (Object.keys(measured) as (keyof typeof measured)[]).find((one) =>
    (measured[one] as readonly string[]).some((word) => foldText(word) === foldText(name)),
  );
  if (!of) return null;
  const sign = typedSign.replace('≤', '<=').replace('≥', '>=') as Comparing;
  const amount = of === 'last' ? readDays(number) : readAmount(number);
  if (amount === null) return null;
  if (of === 'value') return { of, sign, amount };
  const range = toRange(sign, amount);
  return of === 'nps' ? { of, range, isGroup: false } : { of, range };
}

/** What a condition on a number lets through, of amounts in thousandths; null: it is on none. */
export function rangeOf(condition: Condition): NumberRange | null {
  if ('range' in condition) return condition.range;
  return condition.of === 'value' ? toRange(condition.sign, condition.amount * 1000, Number.MAX_SAFE_INTEGER) : null;
}

/** Whole numbers of which a comparison holds. No database holds a larger one. */
export function toRange(sign: Comparing, number: number, largest = 2_000_000_000): NumberRange {
  const kept = (whole: number) => Math.min(Math.max(whole, -largest), largest);
  switch (sign) {
    case '<':
      return { least: null, most: kept(Math.ceil(number) - 1) };
    case '<=':
      return { least: null, most: kept(Math.floor(number)) };
    case '>':
      return { least: kept(Math.floor(number) + 1), most: null };
    case '>=':
      return { least: kept(Math.ceil(number)), most: null };
    case '=':
      return { least: kept(Math.ceil(number)), most: kept(Math.floor(number)) };
  }
}

/** "10000", "10.000", "10,000", "1.234,50", "10k": three digits after a sign are thousands, one or two are decimals. */
function readAmount(typed: string): number | null {
  const [, digits = '', decimals = '', k = ''] =
    /^(\d{1,3}(?:[.,\u00a0]\d{3})+|\d+)(?:[.,](\d{1,2}))?(k?)$/i.exec(typed) ?? [];
  if (digits === '') return null;
  return Number(`${digits.replace(/\D/g, '')}.${decimals || '0'}`) * (k === '' ? 1 : 1000);
}

function readDays(typed: string): number | null {
  const [, number = '', unit = ''] = /^(\d{1,6}) ?(\p{L}*)$/u.exec(typed) ?? [];
  const days = daysOf.get(foldText(unit));
  return number === '' || days === undefined ? null : Number(number) * days;
}

const daysOf: ReadonlyMap<string, number> = new Map([
  ...['', 'd', 'day', 'days', 'dag', 'dage', 'dager'].map((unit) => [unit, 1] as const),
  ...['w', 'week', 'weeks', 'u', 'uge', 'uger', 'uke', 'uker'].map((unit) => [unit, 7] as const),
]);

/** The rung that words say from a place on by its name alone: "ambassadors", "tilbagevendende kunder"; null: none. */
export function rungAt(words: readonly string[], at: number): { readonly rung: Rung; readonly length: number } | null {
  const said = words.slice(at, at + 2).map(foldText);
  const found = rungNames.find(({ parts }) => parts.every((part, i) => said[i] === part));
  return found ? { rung: found.rung, length: found.parts.length } : null;
}

/** What rungs and conditions are called in all languages, as they are written. */
export const plainNames: readonly string[] = [
  ...rungs.flatMap((rung) => locales.flatMap((locale) => Object.values(rungTerms(locale)[rung]))),
  ...saidPlainly.flatMap(([, ...names]) => names),
];

/** Of those that begin alike the longest first. */
const rungNames = rungs
  .flatMap((rung) =>
    [rung, ...locales.flatMap((locale) => Object.values(rungTerms(locale)[rung]))].map((name) => ({
      rung,
      parts: foldText(name).split(' '),
    })),
  )
  .sort((a, b) => b.parts.length - a.parts.length);

function score(least: number | null, most: number | null): Condition {
  return { of: 'nps', range: { least, most }, isGroup: true };
}
