import { type Command, reply } from '../commands/command.ts';
import { UserError } from '../errors.ts';
import type { Note, Reply } from '../facts/reply.ts';
import { correctAnswer, removeAnswer } from '../flows/corrections/correct-answer.ts';
import { correctOrder, removeOrder } from '../flows/corrections/correct-order.ts';
import { removeCustomer } from '../flows/corrections/remove-customer.ts';
import { readNames, toName } from '../flows/customers/read-names.ts';
import { readMoney } from '../ingest/money.ts';
import { readNumber } from '../ingest/numbers.ts';
import { terminalActor } from '../loyalty/actor.ts';
import { scoreScale } from '../loyalty/facts/scale.ts';
import { correctionHelp, correctionWords } from '../messages/correction-words.ts';
import { rowRefusalWords } from '../messages/imports/row-refusal.ts';
import type { Locale } from '../text/define-text.ts';
import { correctWords, deleteWords } from './call-place.ts';
import { correctInTerminal } from './customer-by-hand.ts';
import type { ShellOptions } from './options.ts';
import type { ShellRequest } from './request.ts';
import { usage } from './usage.ts';

type Corrected = Extract<Note, { kind: 'corrected' }>;

/** `correct order 1001 --amount 120`, `delete answer 17`, …: puts one thing right, as the card in Slack does. */
export function corrections(request: ShellRequest): readonly Command[] {
  const { language } = request.options;
  return [
    {
      words: correctWords,
      help: (locale) => ({ usage: 'correct', line: correctionHelp(locale).correct }),
      takes: { text: true },
      run: async (_, { words }) => reply(await correct(request, words, correctionWords(language))),
    },
    {
      words: deleteWords,
      help: (locale) => ({ usage: 'delete', line: correctionHelp(locale).remove }),
      takes: { text: true },
      run: async (_, { words }) => reply(await remove(request, words, correctionWords(language))),
    },
  ];
}

type Words = ReturnType<typeof correctionWords>;

async function correct(request: ShellRequest, words: readonly string[], text: Words): Promise<Reply> {
  const [what, id, ...rest] = words;
  const { options } = request;
  if (id === undefined || rest.length > 0) throw usage(text.correctUsage);
  if (what === 'order') {
    const correction = {
      ...(options.amount !== null && { amount: [readAmount(request, options.amount)] as const }),
      ...(options.date !== null && { day: options.date }),
      ...(options.status !== null && { status: options.status }),
    };
    if (Object.keys(correction).length === 0) throw usage(text.sayWhat('--amount, --date, --status'));
    const outcome = await correctOrder(request, { orderId: id, shop: shopOf(options) }, correction, terminalActor);
    if (outcome.kind !== 'done') throw gone(text.noOrder(id));
    return corrected('order', await nameOf(request, outcome.order.customerId));
  }
  if (what === 'answer') {
    const { score, comment } = options;
    if (score === null && comment === null) throw usage(text.sayWhat('--score, --comment'));
    const value = score === null ? {} : { score: await readScore(request, id, score, text) };
    const words = comment === null ? {} : { comment: comment.trim() || null };
    const outcome = await correctAnswer(request, answerIdOf(id, text), { ...value, ...words }, terminalActor);
    if (outcome.kind !== 'done') throw gone(text.noAnswer(id));
    return corrected('answer', await nameOf(request, outcome.answer.customerId));
  }
  if (what === 'customer') {
    const customer = await correctInTerminal(request, id);
    if (!customer) throw gone(text.noCustomer(id));
    return corrected('customer', toName(customer, 'full'));
  }
  throw usage(text.correctUsage);
}

async function remove(request: ShellRequest, words: readonly string[], text: Words): Promise<Reply> {
  const [what, id, ...rest] = words;
  const { options } = request;
  if (id === undefined || rest.length > 0) throw usage(text.removeUsage);
  if (!['order', 'answer', 'customer'].includes(what ?? '')) throw usage(text.removeUsage);
  if (!options.yes) throw usage(text.sayYes);
  if (what === 'order') {
    const outcome = await removeOrder(request, { orderId: id, shop: shopOf(options) }, terminalActor);
    if (outcome.kind !== 'done') throw gone(text.noOrder(id));
    return corrected('remove-order', await nameOf(request, outcome.order.customerId));
  }
  if (what === 'answer') {
    const outcome = await removeAnswer(request, answerIdOf(id, text), terminalActor);
    if (outcome.kind !== 'done') throw gone(text.noAnswer(id));
    return corrected('remove-answer', await nameOf(request, outcome.answer.customerId));
  }
  const customerId = (await request.store.customers.idsOf([id])).get(id);
  const customer = customerId === undefined ? null : await removeCustomer(request, customerId, terminalActor);
  if (!customer) throw gone(text.noCustomer(id));
  return corrected('remove-customer', toName(customer, 'full'));
}

function corrected(what: Corrected['what'], customer: Corrected['customer']): Reply {
  return { kind: 'note', note: { kind: 'corrected', what, customer, done: true } };
}

async function nameOf({ store }: ShellRequest, customerId: number | null) {
  if (customerId === null) return null;
  return (await readNames(store, [customerId], 'full')).get(customerId) ?? null;
}

/** As imports fold it. */
function shopOf({ shop }: ShellOptions): string {
  return shop?.toLowerCase() ?? '';
}

function answerIdOf(typed: string, text: Words): number {
  if (!/^\d{1,9}$/.test(typed)) throw usage(text.answerUsage);
  return Number(typed);
}

/** An amount in the format of `--locale`, or one that can be read in one way only. */
function readAmount({ options, settings }: ShellRequest, typed: string) {
  const { language, locale } = options;
  const both = readNumber(typed, null);
  const text = correctionWords(language);
  if (locale === null && 'readings' in both) throw usage(text.twoWays(typed, ...both.readings));
  const style = locale ?? ('proves' in both && both.proves === 'comma' ? 'da' : 'en');
  const rules = {
    columns: { currency: null, says: {} },
    decimals: null,
    numberStyle: styleOf(style),
    defaultCurrency: settings.currency,
  };
  const money = readMoney(typed, options.currency ?? '', rules);
  if ('reason' in money)
    throw usage(rowRefusalWords({ column: money.at, value: typed, reason: money.reason }, language, 'shell'));
  return { amountMinor: money.minor, currency: money.currency };
}

const styleOf = (locale: Locale): 'comma' | 'point' => (locale === 'en' ? 'point' : 'comma');

async function readScore(request: ShellRequest, id: string, typed: string, text: Words): Promise<number> {
  const answer = await request.store.answers.findById(answerIdOf(id, text));
  if (!answer) throw gone(text.noAnswer(id));
  const scale = scoreScale(answer);
  const score = /^\d{1,2}$/.test(typed) ? Number(typed) : Number.NaN;
  if (scale === null) throw usage(text.noScore);
  if (!(score >= scale.min && score <= scale.max)) throw usage(text.range(String(scale.min), String(scale.max)));
  return score;
}

function gone(words: string): UserError {
  return new UserError('not-there', () => words);
}
