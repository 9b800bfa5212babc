import { UserError } from '../errors.ts';
import { briefInQuotes } from '../text/brief.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatSome } from '../text/list.ts';
import { formatNumber } from '../text/number.ts';
import { shortened } from '../text/shorten.ts';
import { oneLine } from '../text/typed.ts';
import type { Command } from './command.ts';
import { type OptionName, optionWord, stepWords } from './option-words.ts';
import type { Takes } from './takes.ts';

const mostNamed = 12;
const mostMeant = 100;

const words = defineText({
  en: {
    unknown: (typed: string, command: string) => `I do not understand ${typed} after \`${command}\`.`,
    alone: (command: string) => `Type just \`${command}\`.`,
    may: (list: string) => `What may follow: ${list}.`,
    period: 'a period (`90`, `last month`, `week 14`, `2026-Q1`, `2026-01-10..2026-02-20`)',
    part: (dimensions: string) => `a part of each kind (${dimensions})`,
    voices: '`detractors`, `unhappy`, `nps<7`, `kind:review`, `with words`, a rung (`ambassadors`)',
    conditions:
      'a rung (`ambassadors`); `lapsed`, `new`, `detractors`, `owner:me`; `value>10000`, `orders>3`, `last<90d`, `nps<7`; `campaign:Spring`, with `variant:A` or `responded`',
    examples: { rung: '`rung:repeat`', country: '`country:DK`', segment: '`segment:vip`', source: '`source:web`' },
    inDays: (number: string) => `${number} days`,
    days: (days: string, typed: string) => `For a period of ${days}, type \`${typed}\`.`,
    meant: (typed: string) => `Did you mean \`${typed}\`?`,
    twoPeriods: (first: string, second: string) =>
      `${first} and ${second} are two periods. Choose one, or type the first and last day with two dots between: \`2026-01-10..2026-02-20\`.`,
    never: (first: string, second: string) => `Nothing is both ${first} and ${second}. Ask twice.`,
    onlyOne: (first: string, second: string) =>
      `${second} does not go together with ${first}: only one of its kind. Ask twice.`,
    oneOfThese: (trend: string, by: string) =>
      `A development is told of one part at a time, so ${by} does not go together with ${trend}. Name the part instead, for example \`country:DK\`.`,
    noMember: (typed: string) =>
      `A terminal does not know who you are in Slack, so it cannot tell whom ${typed} means. Write the member’s ID, for example \`owner:U0123ABC\`, or \`owner:none\`.`,
    tooLong: (most: string) => `That is too long: at most ${most} characters are read. Nothing was done.`,
  },
  da: {
    unknown: (typed: string, command: string) => `Jeg forstår ikke ${typed} efter \`${command}\`.`,
    alone: (command: string) => `Skriv kun \`${command}\`.`,
    may: (list: string) => `Det kan følges af: ${list}.`,
    period: 'en periode (`90`, `sidste måned`, `uge 14`, `2026-Q1`, `2026-01-10..2026-02-20`)',
    part: (dimensions: string) => `én del af hver slags (${dimensions})`,
    voices: '`kritikere`, `utilfredse`, `nps<7`, `slags:anmeldelse`, `med ord`, et trin (`ambassadører`)',
    conditions:
      'et trin (`ambassadører`); `frafaldne`, `nye`, `kritikere`, `ansvarlig:mig`; `værdi>10000`, `ordrer>3`, `seneste<90d`, `nps<7`; `kampagne:Forår`, med `variant:A` eller `svarede`',
    examples: { rung: '`trin:ambassadør`', country: '`land:DK`', segment: '`segment:vip`', source: '`kilde:web`' },
    inDays: (number: string) => `${number} dage`,
    days: (days: string, typed: string) => `Mener du ${days}, så skriv \`${typed}\`.`,
    meant: (typed: string) => `Mente du \`${typed}\`?`,
    twoPeriods: (first: string, second: string) =>
      `${first} og ${second} er to perioder. Vælg én af dem, eller skriv første og sidste dag med to punktummer imellem: \`2026-01-10..2026-02-20\`.`,
    never: (first: string, second: string) => `Intet er både ${first} og ${second}. Spørg to gange.`,
    onlyOne: (first: string, second: string) =>
      `${second} kan ikke bruges sammen med ${first}: Der kan kun være én af slagsen. Spørg to gange.`,
    oneOfThese: (trend: string, by: string) =>
      `En udvikling vises for én del ad gangen, så ${by} kan ikke bruges sammen med ${trend}. Skriv i stedet, hvilken del det er, for eksempel \`land:DK\`.`,
    noMember: (typed: string) =>
      `Terminalen ved ikke, hvem du er i Slack, og derfor heller ikke, hvem ${typed} er. Skriv medlemmets ID, for eksempel \`ansvarlig:U0123ABC\`, eller \`ansvarlig:ingen\`.`,
    tooLong: (most: string) => `Det er for langt: Der læses højst ${most} tegn. Der er ikke gjort noget.`,
  },
  nb: {
    unknown: (typed: string, command: string) => `Jeg forstår ikke ${typed} etter \`${command}\`.`,
    alone: (command: string) => `Skriv bare \`${command}\`.`,
    may: (list: string) => `Dette kan følge etter: ${list}.`,
    period: 'en periode (`90`, `forrige måned`, `uke 14`, `2026-Q1`, `2026-01-10..2026-02-20`)',
    part: (dimensions: string) => `én del av hvert slag (${dimensions})`,
    voices: '`kritikere`, `misfornøyde`, `nps<7`, `type:omtale`, `med ord`, et trinn (`ambassadører`)',
    conditions:
      'et trinn (`ambassadører`); `frafalne`, `nye`, `kritikere`, `ansvarlig:meg`; `verdi>10000`, `ordrer>3`, `siste<90d`, `nps<7`; `kampanje:Vår`, med `variant:A` eller `svarte`',
    examples: { rung: '`trinn:ambassadør`', country: '`land:NO`', segment: '`segment:vip`', source: '`kilde:web`' },
    inDays: (number: string) => `${number} dager`,
    days: (days: string, typed: string) => `Mener du ${days}, skriv \`${typed}\`.`,
    meant: (typed: string) => `Mente du \`${typed}\`?`,
    twoPeriods: (first: string, second: string) =>
      `${first} og ${second} er to perioder. Velg én av dem, eller skriv første og siste dag med to punktum imellom: \`2026-01-10..2026-02-20\`.`,
    never: (first: string, second: string) => `Ingenting er både ${first} og ${second}. Spør to ganger.`,
    onlyOne: (first: string, second: string) =>
      `${second} kan ikke brukes sammen med ${first}: Det kan bare være én av slaget. Spør to ganger.`,
    oneOfThese: (trend: string, by: string) =>
      `En utvikling vises for én del om gangen, så ${by} kan ikke brukes sammen med ${trend}. Skriv heller hvilken del det er, for eksempel \`land:NO\`.`,
    noMember: (typed: string) =>
      `Terminalen vet ikke hvem du er i Slack, og derfor heller ikke hvem ${typed} er. Skriv medlemmets ID, for eksempel \`ansvarlig:U0123ABC\`, eller \`ansvarlig:ingen\`.`,
    tooLong: (most: string) => `Det er for langt: Det leses høyst ${most} tegn. Ingenting er gjort.`,
  },
});

/** Words that say nothing after a command. @param after an option of it that stands alone @param typed all that stands there */
export function notUnderstood(
  command: Pick<Command, 'help' | 'takes' | 'explains'>,
  unused: readonly string[],
  after: OptionName | null = null,
  typed: readonly string[] = unused,
): UserError {
  return refusal('unknown-words', (locale) => {
    const text = words(locale);
    const name = nameOf(command, locale) + (after ? ` ${optionWord(locale, after)}` : '');
    const said = formatSome(locale, [...new Set(unused)].map(named(locale)), mostNamed);
    const isPeriod = command.takes?.period && command.takes.conditions !== 'customers' && !after;
    const days = isPeriod && unused.length === 1 && /^\d{1,5}$/.test(unused[0] ?? '') ? unused[0] : null;
    if (days) {
      const meant = typed.map((word) => (word === days ? text.inDays(days) : word));
      return `${text.unknown(said, name)} ${text.days(text.inDays(days), commandLine(name, meant))}`;
    }
    const may = after || command.takes?.text ? [] : whatMayFollow(locale, command);
    // What is read as it stands is shown as it may stand.
    const just = command.takes?.text && !after ? command.help(locale).usage : name;
    return `${text.unknown(said, name)} ${may.length === 0 ? text.alone(just) : text.may(may.join('; '))}`;
  });
}

/** A word that says nothing after a command, and what to type instead: a command with all that follows it. */
export function didYouMean(
  { help }: Pick<Command, 'help'>,
  typed: string,
  meant: { readonly command: Pick<Command, 'help'>; readonly words: readonly string[] },
): UserError {
  return refusal('unknown-words', (locale) => {
    const text = words(locale);
    const whole = commandLine(nameOf(meant.command, locale), meant.words);
    return `${text.unknown(named(locale)(typed), nameOf({ help }, locale))} ${text.meant(whole)}`;
  });
}

/** "by year": what may stand there instead, and nothing else. */
export function notToldBy(command: Pick<Command, 'help' | 'takes' | 'explains'>, typed: readonly string[]): UserError {
  const { by = [], trend } = command.takes ?? {};
  if (by.length === 0) return notUnderstood(command, typed);
  return refusal('unknown-words', (locale) => {
    const text = words(locale);
    const said = formatSome(locale, [...new Set(typed)].map(named(locale)), mostNamed);
    const parts = by.map((dimension) => optionWord(locale, `by-${dimension}`));
    const all = [...parts, ...(trend ? stepWords(locale) : [])].map((word) => `\`${word}\``);
    return `${text.unknown(said, nameOf(command, locale))} ${text.may(all.join(', '))}`;
  });
}

export function twoPeriods(first: string, second: string): UserError {
  return refusal('two-periods', (locale) => words(locale).twoPeriods(named(locale)(first), named(locale)(second)));
}

export function onlyOne(first: string, second: string): UserError {
  return refusal('only-one', (locale) => words(locale).onlyOne(named(locale)(first), named(locale)(second)));
}

/** Two ranges that have nothing in common. */
export function neverBoth(first: string, second: string): UserError {
  return refusal('never-both', (locale) => words(locale).never(named(locale)(first), named(locale)(second)));
}

export function oneOfThese(trend: string, by: string): UserError {
  return refusal('trend-by', (locale) => words(locale).oneOfThese(named(locale)(trend), named(locale)(by)));
}

/** "mine" where nobody in particular asks. */
export function noMember(typed: string): UserError {
  return refusal('no-member', (locale) => words(locale).noMember(named(locale)(typed)));
}

export function tooLong(most: number): UserError {
  return refusal('too-long', (locale) => words(locale).tooLong(formatNumber(locale, most)));
}

function refusal(code: string, of: (locale: Locale) => string): UserError {
  return new UserError(code, of, { understood: false });
}

/** A typed word in quotes. */
export function named(locale: Locale): (typed: string) => string {
  return (typed) => briefInQuotes(locale, typed);
}

/** A command with what follows it, to be typed as it stands. */
function commandLine(name: string, words: readonly string[]): string {
  return shortened(oneLine([name, ...words].join(' ').replaceAll('`', '')), mostMeant);
}

/** "/loyalty nps" */
function nameOf({ help }: Pick<Command, 'help'>, locale: Locale): string {
  return help(locale).usage.split(' ').slice(0, 2).join(' ');
}

function whatMayFollow(locale: Locale, { takes = {}, explains }: Pick<Command, 'takes' | 'explains'>): string[] {
  const text = words(locale);
  const { period, parts = [], conditions, by = [], trend, options = [] }: Takes = takes;
  const code = (option: OptionName) => `\`${optionWord(locale, option)}\``;
  return [
    ...(conditions ? [conditions === 'voices' ? text.voices : text.conditions] : []),
    ...(period ? [text.period] : []),
    ...(parts.length > 0 ? [text.part(parts.map((dimension) => text.examples[dimension]).join(', '))] : []),
    ...by.map((dimension) => code(`by-${dimension}`)),
    ...(trend ? [code('trend')] : []),
    ...options.filter((option) => option !== 'list').map(code),
    ...(explains ? [code('why')] : []),
  ];
}
