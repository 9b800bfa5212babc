import { UserError } from '../errors.ts';
import { readAverageClv, readCustomerValue } from '../flows/figures/read-clv.ts';
import { searchWords } from '../loyalty/facts/customer.ts';
import { isoFromDay } from '../loyalty/time/period.ts';
import { customerValueReply } from '../messages/customers/customer-value.ts';
import { clvReply } from '../messages/figures/clv-reply.ts';
import type { Locale } from '../text/define-text.ts';
import { type Answer, type Asking, type Command, reply } from './command.ts';
import { customer } from './customer.ts';
import { answerFigure, figureCommand } from './figure.ts';
import { askedFigure } from './figure-question.ts';
import { named, notUnderstood } from './not-understood.ts';
import { oneCustomer } from './one-customer.ts';
import { sortWords } from './sort-words.ts';
import type { SaidWindow, Understood } from './takes.ts';
import { understand } from './understand.ts';

const figure = figureCommand('clv');

/** Alone: what customers are worth on average, asked about as any figure. With a name: what that customer is worth. */
export const clv = {
  ...figure,
  replies: { clv: clvReply, 'customer-value': customerValueReply },
  takes: { text: true, window: true },
  async run(asking, { words }) {
    const [first = '', ...rest] = words;
    if (rest.length > 0 && isCustomerWord(first)) return answerValue(asking, rest);
    if ((await isName(asking, words)) || (await isNumber(asking, words))) return answerValue(asking, words);
    const said = understand(asking, figure, words);
    if (words.length > 0 && said.period) await mustBeNobodys(asking, words, said);
    const question = await askedFigure(asking, 'clv', said);
    if (question.kind === 'value' && question.parts.length === 0) {
      return reply({ kind: 'clv', ...(await readAverageClv(asking, question.window)) });
    }
    return answerFigure(asking, 'clv', question);
  },
} satisfies Command;

async function answerValue(asking: Asking, words: readonly string[]): Promise<Answer> {
  // A customer's value is as of a day.
  const apart = asking.windowDays ?? asking.windowWords ?? null;
  if (apart !== null) throw notUnderstood(clv, [`--window ${apart}`]);
  const found = await oneCustomer(asking, words.join(' '));
  if ('choice' in found) return found.choice;
  const value = await readCustomerValue(asking, found.customer, asking.asOf);
  return reply({ kind: 'customer-value', value }, false);
}

function isCustomerWord(word: string): boolean {
  return (customer.words as readonly string[]).includes(word.toLowerCase());
}

/** Whether words hold something that no figure is asked by, and nothing that only a figure is. */
async function isName({ asOf, store }: Asking, words: readonly string[]): Promise<boolean> {
  const kinds = sortWords(words, asOf).map(({ kind }) => kind);
  // Some are called as a country is.
  if (kinds.length > 0 && kinds.every((kind) => kind === 'country'))
    return (await store.customers.search(words.join(' '), 1)).length > 0;
  return kinds.some((kind) => ofNames.has(kind)) && kinds.every((kind) => ofNames.has(kind) || mayBeOfNames.has(kind));
}

/** By none of these any figure is asked. */
const ofNames: ReadonlySet<string> = new Set(['unknown', 'rung', 'condition']);
const mayBeOfNames: ReadonlySet<string> = new Set(['period', 'option', 'country']);

/** Whether a letter and digits that could be a quarter ("K2") are a customer's own number. */
async function isNumber({ store }: Asking, words: readonly string[]): Promise<boolean> {
  const typed = words.join(' ');
  if (!/\p{L}/u.test(typed) || !/\d/.test(typed)) return false;
  return (
    (await store.customers.idsOf([typed])).size > 0 || (await store.customers.search(typed, 1)).some(isSame(typed))
  );
}

function isSame(typed: string) {
  return ({ externalId }: { readonly externalId: string }) => externalId.toLowerCase() === typed.toLowerCase();
}

/** @throws UserError where the words that say a period are a customer's number or name, too */
async function mustBeNobodys({ store }: Asking, words: readonly string[], { period }: Understood): Promise<void> {
  const typed = words.join(' ');
  if (!period || period.typed !== typed) return;
  const found = await store.customers.search(typed, 10);
  const theirs = found.find((one) => isSame(typed)(one) || hasName(one.name, typed));
  if (!theirs) return;
  const { externalId, name } = theirs;
  throw new UserError(
    'customer-or-period',
    (locale) =>
      either[locale](named(locale)(typed), externalId, name === null ? '' : ` (${name})`, inFull(period, locale)),
    { understood: false },
  );
}

function hasName(name: string | null, typed: string): boolean {
  const [word = '', ...others] = searchWords(typed);
  return others.length === 0 && /\p{L}/u.test(word) && searchWords(name).includes(word);
}

/** The period so that it is nothing else: "90 days", "2026-05-01..2026-05-31". */
function inFull({ typed, window: { from, to, calendar } }: SaidWindow, locale: Locale): string {
  return calendar ? `${isoFromDay(from)}..${isoFromDay(to - 1)}` : `${Number.parseInt(typed, 10)} ${days[locale]}`;
}

const days = { en: 'days', da: 'dage', nb: 'dager' };

const either = {
  en: (typed: string, number: string, name: string, period: string) =>
    `${typed} is a period and customer ${number}${name}. Type \`/loyalty clv customer ${number}\` for the customer or \`/loyalty clv ${period}\` for the period.`,
  da: (typed: string, number: string, name: string, period: string) =>
    `${typed} er både en periode og kunde ${number}${name}. Skriv \`/loyalty clv kunde ${number}\` for kunden eller \`/loyalty clv ${period}\` for perioden.`,
  nb: (typed: string, number: string, name: string, period: string) =>
    `${typed} er både en periode og kunde ${number}${name}. Skriv \`/loyalty clv kunde ${number}\` for kunden eller \`/loyalty clv ${period}\` for perioden.`,
};
