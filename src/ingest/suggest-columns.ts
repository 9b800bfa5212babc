import type { FileRefusal } from '../facts/refusal.ts';
import { toCurrency } from './currency.ts';
import { isDate, unixTime } from './dates.ts';
import { exportOf } from './known-header.ts';
import { readNumber } from './numbers.ts';
import type { FileRecord } from './records.ts';
import { readScoreCell } from './score-cell.ts';
import { toBoolean } from './words.ts';

type ColumnsRefusal = Extract<FileRefusal, { code: 'columns' }>;

/** So many rows tell what a column holds. */
const enough = 200;

/** Looks at the first rows of a file whose columns are not all known, for what its other columns may be. */
export function columnSuggester(refusal: ColumnsRefusal) {
  const { found } = refusal;
  const cells: string[][] = found.map(() => []);
  let seen = 0;
  let isBelow = exportOf(refusal.kind, found)?.hasSecondHeader === true;
  return {
    /** @returns whether it has seen enough */
    see(record: FileRecord): boolean {
      // The second line of a header says nothing of the cells below it.
      if (isBelow) {
        isBelow = false;
        return false;
      }
      for (const [index, own] of cells.entries()) {
        const cell = record.cells[index]?.trim() ?? '';
        if (cell !== '') own.push(cell);
      }
      seen++;
      return seen >= enough;
    },
    refusal: (): ColumnsRefusal => suggested(refusal, cells),
  };
}

function suggested(refusal: ColumnsRefusal, cells: readonly (readonly string[])[]): ColumnsRefusal {
  const { found, missing, doubled } = refusal;
  const names = [...(refusal.named ?? found.map(() => ''))];
  const likely: { column: string; header: string }[] = [];
  for (const column of missing) {
    const index = bestFor(column, found, cells, names);
    if (index === null) continue;
    names[index] = column;
    likely.push({ column, header: found[index] ?? '' });
  }
  // What kind of answers they are may be said beside the columns.
  const isWhole = missing.every((column) => column === 'kind' || names.includes(column));
  return { ...refusal, likely, ...(isWhole || doubled.length > 0 ? { example: names } : {}) };
}

/** The unread column that looks most like one of ours: by its header first, then by its cells. */
function bestFor(
  column: string,
  found: readonly string[],
  cells: readonly (readonly string[])[],
  names: readonly string[],
): number | null {
  const look = looks[column];
  if (!look) return null;
  const weights = found.map((header, index): number => {
    const own = cells[index] ?? [];
    if (names[index] !== '' || header === '') return 0;
    if (look.header.test(header)) return mostAre(own, look.cell) ? 3 : 0;
    return look.byCells && mostAre(own, look.byCells) && !bookkeeping.test(header) ? 1 : 0;
  });
  const best = Math.max(...weights);
  const index = weights.indexOf(best);
  return best > 0 ? index : null;
}

function mostAre(cells: readonly string[], holds: (text: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(holds).length / cells.length >= 0.9;
}

/** What programs number for themselves is no answer and no amount. */
const bookkeeping =
  /(?:^|[\s_-])(?:id|ids|ip|nr|no|number|nummer|phone|telefon|zip|postnr|antal|antall|qty|quantity)\.?(?:$|[\s_-])|Id$|ID$|nummer$|^#/u;

interface Look {
  readonly header: RegExp;
  readonly cell: (text: string) => boolean;
  /** By what cells alone tell it; null: they do not. */
  readonly byCells: ((text: string) => boolean) | null;
}

const isWord = () => true;
const isName = (text: string) => toBoolean(text) === null;
/** Where no header speaks for it, ten digits are a number. */
const isPlainDate = (text: string) => isDate(text) && !unixTime.test(text);
const isNumber = (text: string) => {
  const number = readNumber(text, null);
  // "Line 1" and "K1" are no amounts.
  const isOfSome = 'unscaled' in number && number.currency !== null;
  return (
    !('code' in number) && !isPlainDate(text) && (!isOfSome || 'currency' in toCurrency(number.currency ?? '', 'DKK'))
  );
};
const isScore = (text: string) =>
  /^(?:10|\d)(?:[.,]0+)?$/.test(text) || (/^(?:10|\d) ?[-–—=(]/.test(text) && readScoreCell(text) !== null);

const looks: Readonly<Record<string, Look>> = {
  date: { header: /dat|tid|time|day|dag/i, cell: isDate, byCells: isPlainDate },
  contacted: { header: /dat|tid|time|sen[dt]/i, cell: isDate, byCells: isPlainDate },
  amount: {
    header:
      /(?<!unit |styk|enheds|enhets|stk[. ]+)(?:amount|bel[øo]|total|pri[cs]|sum|oms[æe]tning|revenue|value)(?! p(?:r|er)\b| each)/i,
    cell: isNumber,
    byCells: isNumber,
  },
  score: {
    header:
      /anbefal|recommend|likel|sandsynlig|sannsynlig|nps|tilfred|satisf|rating|score|stjern|star|karakter|0.{1,6}10|1.{1,6}5/i,
    cell: isScore,
    byCells: isScore,
  },
  recommend: { header: /anbefal|recommend/i, cell: isScore, byCells: null },
  again: { header: /igen|igjen|again/i, cell: isScore, byCells: null },
  other: { header: /and(?:et|re)|annet|other/i, cell: isScore, byCells: null },
  comment: { header: /hvorfor|why|komment|comment|text|tekst|fortæl|fortell|tell/i, cell: isWord, byCells: null },
  customer: {
    header: /kunde|customer|client|e-?mail|e-?post|medlem|member|debitor|kontakt|contact|company|firma/i,
    cell: isName,
    byCells: null,
  },
  kind: { header: /type|kind/i, cell: isWord, byCells: null },
};
