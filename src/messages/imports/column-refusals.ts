import type { FileRefusal } from '../../facts/refusal.ts';
import { briefInQuotes } from '../../text/brief.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatList, formatSome } from '../../text/list.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentence, sentences } from '../../text/sentence.ts';
import { shortened } from '../../text/shorten.ts';
import { columnWords } from './column-words.ts';
import { fileWords } from './file-refusal-words.ts';
import { importWords } from './import-words.ts';

const words = defineText({
  en: {
    system: (system: string, kind: string) => `This looks like ${system}’s export of ${kind}`,
    missing: (kind: string, columns: string, found: string) =>
      `A file of ${kind} needs ${columns}, which no column gives. I found ${found}`,
    doubled: (column: string, headers: string) => `Several columns fit ${column} equally well: ${headers}`,
    likely: (header: string, column: string) => `${header} looks like ${column}`,
    bracket: (header: string, word: string, column: string) =>
      `${header}: I do not know ${word}, and it may change what the ${column} means`,
    title: (title: string, word: string, column: string, header: string) =>
      `${title} stands above the columns, and ${word} may change what the ${column} means. If it does, write it after the name of the column, as in ${header}; if it does not, take the line out`,
    below: (line: number, word: string, column: string, header: string) =>
      `Line ${line} stands below the column names without a value, and I do not know ${word}, which may change what the ${column} means. If it does, write it after the name of the column, as in ${header}; if it does not, take the line out`,
    rename: 'Give the column a name without it, if it changes nothing',
    unitPrice: (price: string, quantity: string) =>
      `${price} may be the unit price, as ${quantity} stands beside it. Put what each row comes to, price times quantity, in a column named Amount. If ${price} is that already, say so`,
    answers: 'Say with --kind what the answers are: nps, csat, cli, review or remark',
    skipShell: 'If the column names stand further down than line 20, say how many lines are above them: --skip 30',
    skipForm: (field: string) =>
      `If the column names stand further down than line 20, say how many lines are above them under ${field}`,
    shell: (example: string | null) =>
      example === null
        ? 'Rename the columns, or name them in their order with --columns, which holds for a file with column names, too'
        : `Name them in their order, nothing for one to skip: --columns "${example}". That holds for a file with column names, too`,
    form: (field: string, example: string | null) =>
      example === null
        ? `Rename the columns, or name them in their order under ${field}, which holds for a file with column names, too`
        : `Name them in their order under ${field}, nothing for one to skip: ${example}. That holds for a file with column names, too`,
  },
  da: {
    system: (system: string, kind: string) => `Det ligner en eksport af ${kind} fra ${system}`,
    missing: (kind: string, columns: string, found: string) =>
      `En fil med ${kind} skal have ${columns}, og det har ingen kolonne. Jeg fandt ${found}`,
    doubled: (column: string, headers: string) => `Flere kolonner kan lige så godt være ${column}: ${headers}`,
    likely: (header: string, column: string) => `${header} ligner ${column}`,
    bracket: (header: string, word: string, column: string) =>
      `${header}: Jeg kender ikke ${word}, og det kan ændre, hvad ${column} betyder`,
    title: (title: string, word: string, column: string, header: string) =>
      `${title} står over kolonnerne, og ${word} kan ændre, hvad ${column} betyder. Gør det det, så skriv det efter kolonnens navn, som i ${header}; ellers fjern linjen`,
    below: (line: number, word: string, column: string, header: string) =>
      `Linje ${line} står under kolonnenavnene uden en værdi, og jeg kender ikke ${word}, som kan ændre, hvad ${column} betyder. Gør det det, så skriv det efter kolonnens navn, som i ${header}; ellers fjern linjen`,
    rename: 'Giv kolonnen et navn uden det, hvis det ikke ændrer noget',
    unitPrice: (price: string, quantity: string) =>
      `${price} kan være prisen for én, når ${quantity} står ved siden af. Sæt det, hver række løber op i, pris gange antal, i en kolonne med navnet Beløb. Hvis ${price} allerede er det, så sig det`,
    answers: 'Angiv med --kind, hvad svarene er: nps, csat, cli, review eller remark',
    skipShell: 'Står kolonnenavnene længere nede end linje 20, så angiv, hvor mange linjer der er over dem: --skip 30',
    skipForm: (field: string) =>
      `Står kolonnenavnene længere nede end linje 20, så angiv, hvor mange linjer der er over dem, under ${field}`,
    shell: (example: string | null) =>
      example === null
        ? 'Omdøb kolonnerne, eller angiv dem i rækkefølge med --columns, som også gælder for en fil med kolonnenavne'
        : `Angiv dem i rækkefølge, intet for en, der skal springes over: --columns "${example}". Det gælder også for en fil med kolonnenavne`,
    form: (field: string, example: string | null) =>
      example === null
        ? `Omdøb kolonnerne, eller angiv dem i rækkefølge i feltet ${field}, som også gælder for en fil med kolonnenavne`
        : `Angiv dem i rækkefølge i feltet ${field}, intet for en, der skal springes over: ${example}. Det gælder også for en fil med kolonnenavne`,
  },
  nb: {
    system: (system: string, kind: string) => `Dette ser ut som en eksport av ${kind} fra ${system}`,
    missing: (kind: string, columns: string, found: string) =>
      `En fil med ${kind} må ha ${columns}, og det har ingen kolonne. Jeg fant ${found}`,
    doubled: (column: string, headers: string) => `Flere kolonner kan like gjerne være ${column}: ${headers}`,
    likely: (header: string, column: string) => `${header} ligner ${column}`,
    bracket: (header: string, word: string, column: string) =>
      `${header}: Jeg kjenner ikke ${word}, og det kan endre hva ${column} betyr`,
    title: (title: string, word: string, column: string, header: string) =>
      `${title} står over kolonnene, og ${word} kan endre hva ${column} betyr. Gjør det det, skriv det etter navnet på kolonnen, som i ${header}; ellers fjern linjen`,
    below: (line: number, word: string, column: string, header: string) =>
      `Linje ${line} står under kolonnenavnene uten en verdi, og jeg kjenner ikke ${word}, som kan endre hva ${column} betyr. Gjør det det, skriv det etter navnet på kolonnen, som i ${header}; ellers fjern linjen`,
    rename: 'Gi kolonnen et navn uten det, hvis det ikke endrer noe',
    unitPrice: (price: string, quantity: string) =>
      `${price} kan være prisen for én, når ${quantity} står ved siden av. Sett det hver rad kommer på, pris ganger antall, i en kolonne med navnet Beløp. Hvis ${price} allerede er det, så si det`,
    answers: 'Oppgi med --kind hva svarene er: nps, csat, cli, review eller remark',
    skipShell: 'Står kolonnenavnene lenger nede enn linje 20, oppgi hvor mange linjer det er over dem: --skip 30',
    skipForm: (field: string) =>
      `Står kolonnenavnene lenger nede enn linje 20, oppgi hvor mange linjer det er over dem, under ${field}`,
    shell: (example: string | null) =>
      example === null
        ? 'Gi kolonnene andre navn, eller oppgi dem i rekkefølge med --columns, som også gjelder for en fil med kolonnenavn'
        : `Oppgi dem i rekkefølge, ingenting for en som skal hoppes over: --columns "${example}". Det gjelder også for en fil med kolonnenavn`,
    form: (field: string, example: string | null) =>
      example === null
        ? `Gi kolonnene andre navn, eller oppgi dem i rekkefølge i feltet ${field}, som også gjelder for en fil med kolonnenavn`
        : `Oppgi dem i rekkefølge i feltet ${field}, ingenting for en som skal hoppes over: ${example}. Det gjelder også for en fil med kolonnenavn`,
  },
});

const mostListed = 12;

/** Which columns a file lacks and which it has twice, what may be meant, and how to say it. Not escaped. */
export function columnsSentence(
  {
    kind,
    missing,
    doubled,
    found,
    named: read = [],
    likely = [],
    example,
    system,
  }: Extract<FileRefusal, { code: 'columns' }>,
  locale: Locale,
  handedOver: 'shell' | 'form',
): string {
  const text = words(locale);
  const ours = (columns: readonly string[]) =>
    formatList(
      locale,
      columns.map((one) => columnOf(one, locale)),
    );
  const theirs = (headers: readonly string[]) =>
    formatSome(
      locale,
      headers.map((one) => briefInQuotes(locale, one)),
      mostListed,
    );
  const named = example?.join(',') ?? null;
  const isShown = named !== null && named.length <= 300;
  return sentences(
    ...(system ? [text.system(system, fileWords(locale).kinds[kind])] : []),
    ...(missing.length > 0 ? [text.missing(fileWords(locale).kinds[kind], ours(missing), theirs(found))] : []),
    ...doubled.map(({ column, headers }) => text.doubled(columnOf(column, locale), theirs(headers))),
    ...likely.map(({ header, column }) => text.likely(briefInQuotes(locale, header), columnOf(column, locale))),
    ...(missing.includes('kind') && handedOver === 'shell' ? [text.answers] : []),
    remedy(locale, handedOver, isShown ? named : null),
    ...(read.length > 0 && read.every((column) => column === '') ? [furtherDown(locale, handedOver)] : []),
  );
}

/** A line of which no cell is a name of ours is most likely none of names. */
function furtherDown(locale: Locale, handedOver: 'shell' | 'form'): string {
  const text = words(locale);
  return handedOver === 'shell' ? text.skipShell : text.skipForm(inQuotes(locale, importWords(locale).skip));
}

/** A header whose brackets say something of which nobody knows what it changes. Not escaped. */
export function bracketSentence(
  { column, header, word, isTitle, line }: Extract<FileRefusal, { code: 'unknown-bracket' }>,
  locale: Locale,
  handedOver: 'shell' | 'form',
): string {
  const text = words(locale);
  const name = columnOf(column, locale);
  if (isTitle) {
    const example = `${name.slice(0, 1).toUpperCase()}${name.slice(1)} (${word})`;
    return sentence(
      text.title(briefInQuotes(locale, header), briefInQuotes(locale, word), name, briefInQuotes(locale, example)),
    );
  }
  if (line !== undefined) {
    const bare = header.replace(/\s*\(.*\)/, '');
    const example = `${bare} (${examples[column] ?? 'DKK'})`;
    return sentence(text.below(line, briefInQuotes(locale, word), name, briefInQuotes(locale, example)));
  }
  return sentences(
    text.bracket(briefInQuotes(locale, header), briefInQuotes(locale, word), name),
    text.rename,
    sentence(remedy(locale, handedOver, null)),
  );
}

/** Words that are known behind the name of a column; of an amount its currency. */
const examples: Readonly<Record<string, string>> = { date: 'dd-mm-yyyy', since: 'dd-mm-yyyy', until: 'dd-mm-yyyy' };

/** A price beside a number of pieces. Not escaped. */
export function unitPriceSentence(
  { header, quantity, example }: Extract<FileRefusal, { code: 'unit-price' }>,
  locale: Locale,
  handedOver: 'shell' | 'form',
): string {
  const named = example.join(',');
  const why = words(locale).unitPrice(briefInQuotes(locale, header), briefInQuotes(locale, quantity));
  return sentences(why, remedy(locale, handedOver, named.length <= 300 ? named : null));
}

function remedy(locale: Locale, handedOver: 'shell' | 'form', example: string | null): string {
  const text = words(locale);
  if (handedOver === 'shell') return text.shell(example);
  return text.form(inQuotes(locale, importWords(locale).columns), example);
}

function columnOf(column: string, locale: Locale): string {
  return shortened(columnWords(column, locale), 60);
}
