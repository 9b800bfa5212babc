import { parseArgs } from 'node:util';
import { UserError } from '../errors.ts';
import {
  decimalChoices,
  type FollowUpChoice,
  followUpChoices,
  knownOrdersChoices,
  rateReadings,
  type SaidOfFile,
  sameNumberChoices,
  sameOrOthers,
} from '../facts/import.ts';
import { type AnswerKind, answerKinds } from '../loyalty/facts/answer.ts';
import { type OrderStatus, orderStatuses } from '../loyalty/facts/order.ts';
import { mostAlertsPerHour } from '../loyalty/settings.ts';
import { isTimeZone } from '../loyalty/time/period.ts';
import { type Locale, locales } from '../text/define-text.ts';
import { chosen, day, readKnownRows, readScale, readShop, readWindow, wholeNumber } from './option-values.ts';
import { saidTwice } from './said-twice.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';

/** What was typed in a terminal, taken apart. */
export interface ShellOptions extends SaidOfFile {
  readonly words: readonly string[];
  readonly json: boolean;
  /** `--window` with a number of days. */
  readonly windowDays: number | null;
  /** `--window` with words that name a period: they are understood as if typed after the command. */
  readonly windowWords: string | null;
  readonly asOf: number | null;
  /** A Slack team id or a workspace's name. */
  readonly workspace: string | null;
  readonly currency: string | null;
  readonly timeZone: string | null;
  /** Of numbers and dates in a file. */
  readonly locale: Locale | null;
  /** Of what is printed. */
  readonly language: Locale;
  readonly columns: readonly string[] | null;
  readonly delimiter: string | null;
  readonly encoding: string | null;
  /** Lines above the header of a file; null: it is looked for. */
  readonly skip: number | null;
  readonly feedbackKind: AnswerKind | null;
  readonly followUps: FollowUpChoice;
  readonly makeCustomers: boolean;
  /** The number of an import that is to be taken back. */
  readonly undo: string | null;
  /** All rows of a file are others than those that are alike in another file. */
  readonly others: boolean;
  readonly channel: string | null;
  /** The file for a list of customers. */
  readonly csv: string | null;
  /** The segment as which a list of customers is saved. */
  readonly saveAs: string | null;
  /** Of `settings`. */
  readonly alertsPerHour: number | null;
  /** Of `settings`, as typed: a link a line, or with a bar between them. */
  readonly customerLinks: string | null;
  /** Of one answer, see add-feedback.ts. */
  readonly customer: string | null;
  /** Of a customer who is made or corrected; empty: none. */
  readonly name: string | null;
  readonly email: string | null;
  /** Slack's user id. */
  readonly owner: string | null;
  readonly score: string | null;
  readonly comment: string | null;
  readonly source: string | null;
  readonly public: boolean;
  readonly negative: boolean;
  /** Makes the customer of one answer where nobody knows them. */
  readonly newCustomer: boolean;
  /** Of `verify`: counts everything anew where something differs. */
  readonly repair: boolean;
  /** Of an order that is corrected, as typed. */
  readonly amount: string | null;
  readonly date: number | null;
  readonly status: OrderStatus | null;
  readonly yes: boolean;
}

/** As they were typed: the language may be left to the workspace. */
export interface TypedOptions extends Omit<ShellOptions, 'language'> {
  readonly language: Locale | null;
  /** The names of the options that were given. */
  readonly given: readonly string[];
}

export const definitions = {
  json: { type: 'boolean' },
  window: { type: 'string' },
  'as-of': { type: 'string' },
  workspace: { type: 'string' },
  currency: { type: 'string' },
  'time-zone': { type: 'string' },
  locale: { type: 'string' },
  language: { type: 'string' },
  columns: { type: 'string' },
  delimiter: { type: 'string' },
  encoding: { type: 'string' },
  skip: { type: 'string' },
  kind: { type: 'string' },
  scale: { type: 'string' },
  rates: { type: 'string' },
  decimals: { type: 'string' },
  'satisfied-from': { type: 'string' },
  'follow-up': { type: 'string' },
  'known-customers-only': { type: 'boolean' },
  undo: { type: 'string' },
  shop: { type: 'string' },
  'same-number': { type: 'string' },
  'similar-numbers': { type: 'string' },
  'known-rows': { type: 'string' },
  others: { type: 'boolean' },
  'known-orders': { type: 'string' },
  channel: { type: 'string' },
  csv: { type: 'string' },
  'save-as': { type: 'string' },
  'alerts-per-hour': { type: 'string' },
  'customer-links': { type: 'string' },
  customer: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  owner: { type: 'string' },
  score: { type: 'string' },
  comment: { type: 'string' },
  source: { type: 'string' },
  public: { type: 'boolean' },
  negative: { type: 'boolean' },
  'new-customer': { type: 'boolean' },
  repair: { type: 'boolean' },
  amount: { type: 'string' },
  date: { type: 'string' },
  status: { type: 'string' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Takes the arguments of a call apart.
 *
 * @throws UserError of code `usage` that says which argument is wrong and what it may be
 */
export function readOptions(argv: readonly string[]): TypedOptions {
  const { values, positionals } = parse(argv);
  const currency = values.currency?.toUpperCase() ?? null;
  if (currency !== null && !Intl.supportedValuesOf('currency').includes(currency)) {
    throw usage((locale) => usageWords(locale).currency(values.currency ?? ''));
  }
  const timeZone = values['time-zone'] ?? null;
  if (timeZone !== null && !isTimeZone(timeZone)) {
    throw usage((locale) => usageWords(locale).timeZone(timeZone));
  }
  return {
    words: values.help ? ['help', ...positionals.slice(0, 1)] : positionals,
    given: Object.keys(values),
    json: values.json ?? false,
    ...readWindow(values.window),
    asOf: day('--as-of', values['as-of']),
    workspace: values.workspace ?? null,
    currency,
    timeZone,
    locale: chosen('--locale', values.locale, locales),
    language: chosen('--language', values.language, locales),
    columns: values.columns?.split(',').map((name) => name.trim()) ?? null,
    delimiter: values.delimiter === undefined ? null : values.delimiter.replace('\\t', '\t'),
    encoding: values.encoding ?? null,
    skip: wholeNumber('--skip', values.skip, 0, 1000),
    feedbackKind: chosen('--kind', values.kind, answerKinds),
    decimals: chosen('--decimals', values.decimals, decimalChoices),
    rates: chosen('--rates', values.rates, rateReadings),
    scale: readScale(values.scale, values['satisfied-from']),
    followUps: chosen('--follow-up', values['follow-up'], followUpChoices) ?? 'recent',
    makeCustomers: !(values['known-customers-only'] ?? false),
    undo: values.undo ?? null,
    shop: readShop(values.shop),
    sameNumber: chosen('--same-number', values['same-number'], sameNumberChoices),
    similarNumbers: chosen('--similar-numbers', values['similar-numbers'], sameOrOthers),
    knownRows: readKnownRows(values['known-rows'], values.others),
    others: values.others ?? false,
    knownOrders: chosen('--known-orders', values['known-orders'], knownOrdersChoices),
    channel: values.channel ?? null,
    csv: values.csv ?? null,
    saveAs: values['save-as'] ?? null,
    alertsPerHour: wholeNumber('--alerts-per-hour', values['alerts-per-hour'], 0, mostAlertsPerHour),
    customerLinks: values['customer-links'] ?? null,
    customer: values.customer ?? null,
    name: values.name ?? null,
    email: values.email ?? null,
    owner: values.owner ?? null,
    score: values.score ?? null,
    comment: values.comment ?? null,
    source: values.source ?? null,
    public: values.public ?? false,
    negative: values.negative ?? false,
    newCustomer: values['new-customer'] ?? false,
    repair: values.repair ?? false,
    amount: values.amount ?? null,
    date: day('--date', values.date),
    status: chosen('--status', values.status, orderStatuses),
    yes: values.yes ?? false,
  };
}

/** The language that a call asks for, also one that cannot be read otherwise; null: none. */
export function languageIn(argv: readonly string[]): Locale | null {
  const at = argv.findIndex((word) => word === '--language' || word.startsWith('--language='));
  const typed = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at < 0 ? null : (locales.find((locale) => locale === typed) ?? null);
}

function parse(argv: readonly string[]) {
  try {
    // A number below zero is a word: no option begins with a digit. The sign is read as well as the minus of type.
    const args = argv.map((word) => (/^-\d/.test(word) ? `\u2212${word.slice(1)}` : word));
    const parsed = parseArgs({ args, options: definitions, allowPositionals: true, tokens: true });
    const twice = saidTwice(parsed.tokens);
    if (twice) throw usage((locale) => usageWords(locale).twice(...twice));
    return parsed;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw usage((locale) => `${unreadable(cause, locale)} ${usageWords(locale).help}`);
  }
}

/** What Node says of arguments, in our words. */
function unreadable(cause: unknown, locale: Locale): string {
  const text = usageWords(locale);
  const [, option = ''] = /'(?:-\w, )?(-{1,2}[^' <]+)/.exec(cause instanceof Error ? cause.message : '') ?? [];
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (option === '') return text.wrongCall;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return text.unknownOption(option);
  const takesValue = Object.entries(definitions).some(
    ([name, { type }]) => `--${name}` === option && type === 'string',
  );
  return takesValue ? text.noValue(option) : text.valueTooMany(option);
}
