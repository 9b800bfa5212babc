import type { FileCell, FileRefusal, NumberClash } from '../../facts/refusal.ts';
import { brief, briefInQuotes } from '../../text/brief.ts';
import { formatDay } from '../../text/date.ts';
import type { Locale } from '../../text/define-text.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentence, sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { aheadRefusalWords } from './ahead-refusal.ts';
import { bracketSentence, columnsSentence, unitPriceSentence } from './column-refusals.ts';
import { decimalsRefusalWords } from './decimals-refusal.ts';
import { fileWords } from './file-refusal-words.ts';
import type { HandedOver } from './how-to-say.ts';
import { importWords } from './import-words.ts';
import { namesListed } from './names-listed.ts';
import { ratesRefusalWords } from './rates-refusal.ts';
import { scaleRefusalWords } from './scale-refusal.ts';

/** Why a whole file was refused and what to do about it, in sentences. Not escaped: they quote the file. */
export function fileRefusalWords(refusal: FileRefusal, locale: Locale, handedOver: HandedOver): string {
  return sentence(capital(fileSentence(refusal, locale, handedOver)));
}

interface Remedies {
  readonly numbers: string;
  readonly dates: string;
  readonly another: string;
  readonly columns: string;
  readonly skip: string;
  chosen(language: Locale): string;
  sameNumber(clash: NumberClash): readonly string[];
}

function remedies(locale: Locale, handedOver: HandedOver): Remedies {
  const { shell, form, sameNumberShell } = fileWords(locale);
  if (handedOver === 'shell') {
    const chosen = (language: Locale) => `--locale ${language}`;
    return { ...shell, chosen, sameNumber: (clash) => waysOut(clash).map((way) => sameNumberShell[way]) };
  }
  const fields = importWords(locale);
  const choose = form.choose(inQuotes(locale, fields.locale));
  return {
    numbers: choose,
    dates: choose,
    another: choose,
    columns: form.columns(inQuotes(locale, fields.columns)),
    skip: form.columns(inQuotes(locale, fields.skip)),
    chosen: (language) => inQuotes(locale, fields.locales[language]),
    sameNumber: (clash) => [
      form.choose(inQuotes(locale, fields.sameNumber)),
      ...(clash === 'customer' ? [sameNumberShell.shop] : []),
    ],
  };
}

/** What helps: lines of one order have one customer and currency. */
function waysOut(clash: NumberClash): readonly ('lines' | 'order' | 'correct' | 'shop' | 'refuse')[] {
  switch (clash) {
    case 'customer':
      return ['shop', 'correct', 'refuse'];
    case 'currency':
      return ['correct', 'refuse'];
    case 'amount':
      return ['lines', 'order', 'refuse'];
    case 'day':
    case 'total':
      return ['lines', 'correct', 'refuse'];
  }
}

function fileSentence(refusal: FileRefusal, locale: Locale, handedOver: HandedOver): string {
  const text = fileWords(locale);
  const remedy = remedies(locale, handedOver);
  switch (refusal.code) {
    case 'empty':
      return text.empty;
    case 'not-text':
      return text.notText(looks(refusal.looksLike, locale));
    case 'unknown-encoding':
      return text.unknownEncoding(brief(refusal.encoding));
    case 'no-header':
      return text.noHeader(namesListed(refusal.first, locale), remedy.columns, remedy.skip);
    case 'columns':
      return columnsSentence(refusal, locale, handedOver);
    case 'unknown-bracket':
      return bracketSentence(refusal, locale, handedOver);
    case 'unit-price':
      return unitPriceSentence(refusal, locale, handedOver);
    case 'unknown-kind':
      return text.unknownKind(namesListed(refusal.found, locale));
    case 'unknown-column':
      return text.unknownColumn(brief(refusal.column), namesListed(refusal.known, locale));
    case 'too-many-columns':
      return text.tooManyColumns(refusal.found, refusal.limit);
    case 'column-count':
      return text.columnCount(refusal.given, refusal.found);
    case 'unclear-currency': {
      const { header, sign } = refusal;
      const bare = header.replace(sign, '').replace(/\s*[([{].*$/, '');
      const example = briefInQuotes(locale, `${bare.trim()} (${exampleOf[sign] ?? (locale === 'nb' ? 'NOK' : 'DKK')})`);
      return text.unclearCurrency(briefInQuotes(locale, header), brief(sign), example, handedOver === 'shell');
    }
    case 'unknown-currency':
      return text.unknownCurrency(brief(refusal.value));
    case 'same-number':
      return sameNumberSentence(refusal, locale, remedy);
    case 'similar-spelling':
    case 'known-rows':
    case 'known-orders':
      return aheadRefusalWords(refusal, locale, handedOver);
    case 'too-many-decimals':
      return decimalsRefusalWords(refusal, locale, handedOver);
    case 'two-rates': {
      const values = namesListed(refusal.values, locale);
      return text.twoRates(refusal.lines, refusal.currency, formatDay(locale, refusal.day), values);
    }
    case 'another-header':
      return text.anotherHeader(refusal.line, namesListed(refusal.found, locale));
    case 'rates-doubtful':
      return ratesRefusalWords(refusal, locale, handedOver);
    case 'other-scale':
    case 'scale-not-for-kind':
    case 'scores-in-words':
      return scaleRefusalWords(refusal, locale, handedOver);
    case 'ambiguous-numbers':
    case 'ambiguous-dates':
    case 'mixed-numbers':
    case 'mixed-dates':
    case 'locale-differs':
      return clashSentence(refusal, locale, remedy);
  }
}

function sameNumberSentence(
  { clash, lines, number, values, numbers }: Extract<FileRefusal, { readonly code: 'same-number' }>,
  locale: Locale,
  remedy: Remedies,
): string {
  const text = fileWords(locale);
  const said = namesListed([...new Set(values)], locale);
  return sentences(
    `${text.sameNumber(lines, briefInQuotes(locale, number))}, ${text.clash[clash](said)}`,
    ...(numbers > 1 ? [text.sameNumbers(numbers)] : []),
    ...remedy.sameNumber(clash),
  );
}

type Clash = Extract<FileRefusal, { readonly code: `${string}-numbers` | `${string}-dates` | 'locale-differs' }>;

/** Of values that can be read in more than one way, or that only different ways can read. */
function clashSentence(clash: Clash, locale: Locale, remedy: Remedies): string {
  const text = fileWords(locale);
  const place = ({ line, column, value }: FileCell) => text.place(line, brief(column), brief(value));
  switch (clash.code) {
    case 'ambiguous-numbers':
      return sentences(text.ambiguous(place(clash.place), ...shortPair(clash.readings)), remedy.numbers);
    case 'ambiguous-dates':
      return sentences(text.ambiguous(place(clash.place), ...shortPair(clash.readings)), remedy.dates);
    case 'mixed-numbers':
      return text.mixedNumbers(place(clash.first), place(clash.second));
    case 'mixed-dates':
      return text.mixedDates(place(clash.first), place(clash.second));
    case 'locale-differs':
      return sentences(
        text.localeDiffers(remedy.chosen(clash.locale), place(clash.proof), place(clash.place)),
        remedy.another,
      );
  }
}

function looks(like: string, locale: Locale): string {
  const { looks: known } = fileWords(locale);
  return Object.hasOwn(known, like) ? known[like as keyof typeof known] : known.other;
}

function shortPair([a, b]: readonly [string, string]): [string, string] {
  return [brief(a), brief(b)];
}

/** The code to write for a sign, as an example; left out: a crown's. */
const exampleOf: Readonly<Record<string, string>> = { $: 'USD', '¥': 'JPY' };
