import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { foldHeader } from './fold-header.ts';
import { dateColumns, headerNames, numberColumns } from './header-names.ts';
import { type Aspect, cutCurrency, cutPhrase, type HeaderSays, readPhrases } from './header-phrases.ts';

/** What a header means. */
export interface ReadHeader {
  /** Our column. */
  readonly column: string;
  /** The name by which it is known, folded. */
  readonly name: string;
  /** What it says beside that. */
  readonly says: HeaderSays;
  /** Words in brackets that nobody knows, where they may change what amounts and dates mean. */
  readonly unknown: string | null;
}

/** What a header means, as written; null: nothing to us. */
export function readHeader(kind: ImportKind, text: string): ReadHeader | null {
  // Data is looked at, too, where a header is looked for.
  if (text.length > longest) return null;
  const names = namesOf(kind);
  const whole = names.has(numbered(text)) ? numbered(text) : foldHeader(text);
  const column = names.get(whole);
  const plain = column ? { column, name: whole, says: {}, unknown: null } : null;
  if (plain && !marked.test(text)) return plain;
  const bare = text.replace(inBrackets, ' ').trim();
  const header = bareHeader(kind, names, bare);
  const isAmount = header !== null && aspectOf(kind, header.column) === 'amount';
  const read = withBrackets(kind, header, [...bracketsIn(text), ...(isAmount ? signsIn(bare) : [])]);
  return read && isAmount && bare.includes('%') ? { ...read, unknown: read.unknown ?? '%' } : (read ?? plain);
}

/** "Response #" is the number of a response, as "Order no" is that of an order. */
function numbered(text: string): string {
  const bare = text.replace(/^\s*#|#\s*$/g, '');
  return bare === text ? '' : foldHeader(`${bare} no`);
}

/** Our column for a header as written, or null. */
export function columnNamed(kind: ImportKind, text: string): string | null {
  return readHeader(kind, text)?.column ?? null;
}

/** What a header says beside its name of a column that a person named. Words that nobody knows are that person's business. */
export function saysOf(kind: ImportKind, column: string, text: string): HeaderSays {
  const aspect = aspectOf(kind, column);
  if (aspect === 'text' || text.length > longest) return {};
  let says: HeaderSays = {};
  const bare = spaced(text.replace(inBrackets, ' ').trim());
  const signs = aspect === 'amount' ? signsIn(bare) : [];
  for (const words of [...bracketsIn(text), ...signs]) says = { ...says, ...readPhrases(words, aspect).says };
  for (let cut = cutPhrase(bare, aspect); cut; cut = cutPhrase(cut.bare, aspect)) says = { ...cut.says, ...says };
  return says;
}

function bracketsIn(text: string): string[] {
  return [...text.matchAll(inBrackets)].map(([, words = '']) => words);
}

/** Signs of currencies before or behind a name: "€ Revenue", "Amount£". What stands for thousands, as in "t€", is read with what it says. */
function signsIn(bare: string): string[] {
  return bare.match(/(?<!(?<!\p{L})(?:[tkm]|us))\p{Sc}/giu) ?? [];
}

/** No name of a column is longer; a question of a survey may be, and means nothing to us. */
const longest = 200;
/** Brackets and signs, which go when a name is folded. */
const marked = /[([{%]|\p{Sc}/u;
const inBrackets = /[([{]([^)\]}]*)(?:[)\]}]|$)/g;
/** `NPS 0-10`, `Rating out of 5`: the scale is read where scores are. */
const scale =
  /[\s,:-]+(?:(?:from |fra )?\d{1,3} ?(?:-|\u2013|to|til) ?\d{1,3}|(?:out of|ud af|ut av|max\.?|maks\.?|\/) ?\d{1,3}|\d{1,3}[ -](?:points?|punkts?|trins|trinns?|step)(?: scale| skala)?)$/i;

/** A header without brackets: its name, and what the words at its end say. */
function bareHeader(kind: ImportKind, names: ReadonlyMap<string, string>, text: string): ReadHeader | null {
  const found = (bare: string, says: HeaderSays): ReadHeader | null => {
    const name = foldHeader(bare);
    const column = names.get(name);
    return column ? { column, name, says, unknown: null } : null;
  };
  for (const aspect of ['amount', 'date'] as const) {
    let rest: ReturnType<typeof cutPhrase> = { bare: spaced(text), says: {} };
    for (let says: HeaderSays = {}; rest; rest = cutPhrase(rest.bare, aspect)) {
      says = { ...rest.says, ...says };
      const header = found(rest.bare, says);
      if (header && (Object.keys(says).length === 0 || aspectOf(kind, header.column) === aspect)) return header;
    }
  }
  const before = cutCurrency(text);
  const amount = before && bareHeader(kind, names, before.bare);
  if (amount && aspectOf(kind, amount.column) === 'amount')
    return { ...amount, says: { ...before.says, ...amount.says } };
  return found(text.replace(scale, ''), {}) ?? found(text.replace(/\s(?:[A-Z]{3})\s*$/u, ''), {});
}

/** `createdAt` and `created_at` in words of their own. */
function spaced(text: string): string {
  return text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/_/g, ' ');
}

function withBrackets(kind: ImportKind, header: ReadHeader | null, brackets: readonly string[]): ReadHeader | null {
  const aspect = header && aspectOf(kind, header.column);
  if (!header || aspect === 'text' || aspect === null) return header;
  let { says, unknown } = header;
  for (const words of brackets) {
    const read = readPhrases(words, aspect);
    says = { ...says, ...read.says };
    unknown ??= read.unknown;
  }
  return { ...header, says, unknown };
}

/** What kind of thing one of our columns holds. */
export function aspectOf(kind: ImportKind, column: string): Aspect {
  if (dateColumns[kind].includes(column)) return 'date';
  if (!numberColumns[kind].includes(column)) return 'text';
  return column === 'years' || column === 'rate' ? 'number' : 'amount';
}

const folded = new Map<ImportKind, ReadonlyMap<string, string>>();

function namesOf(kind: ImportKind): ReadonlyMap<string, string> {
  const known = folded.get(kind);
  if (known) return known;
  const names = new Map(
    Object.entries(headerNames[kind]).flatMap(([column, lists]) =>
      [column, ...lists.flatMap((list) => list.split(','))].map((name) => [foldHeader(name), column] as const),
    ),
  );
  folded.set(kind, names);
  return names;
}
