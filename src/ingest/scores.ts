import type { ImportNote } from '../facts/import-note.ts';
import type { FileCell, FileRefusal } from '../facts/refusal.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import { isSameScale, otherScales, ownScales, type Scale } from '../loyalty/facts/scale.ts';
import { bareCell } from './bare-cell.ts';
import { saysNothing } from './cells.ts';
import type { ColumnMap } from './header.ts';
import { directionIn } from './scale-direction.ts';
import { scaleInHeader, scaleInTitle } from './scale-in-header.ts';
import { readScoreCell, type WrittenScore } from './score-cell.ts';
import { toFeedbackKind } from './words.ts';

/** Counts the scores of a feedback file, and tells whether they are on the scale of their kind. */
export interface ScoreSurvey {
  see(line: number, cells: readonly string[]): void;
  /**
   * @param chosen the scale that a person named
   * @param titles what stands above the header
   */
  settle(chosen: Scale | null, titles: readonly string[]): { readonly notes: readonly ImportNote[] } | FileRefusal;
}

type ScoredKind = Exclude<AnswerKind, 'remark'>;

/** How often each score of a kind was given. */
interface Distribution {
  readonly counts: Map<number, number>;
  total: number;
  /** Scores that are on no scale of the kind, "8/10" on 1–5 among them. */
  outside: number;
  /** Of these, those that are scores of another scale rather than slips. */
  onAnother: number;
  firstOutside: FileCell | null;
  /** A score with words that make the least number the best: "1 - Very satisfied". */
  turned: string | null;
}

const parts = ['recommend', 'again', 'other'] as const;

export function surveyScores(columns: ColumnMap, defaultKind: AnswerKind | null): ScoreSurvey {
  const found = new Map<ScoredKind, Distribution>();
  const inWords = new Map<ScoredKind, { readonly place: FileCell; readonly times: number }>();
  const { at } = columns;
  const always = columns.feedbackKind ?? defaultKind;

  function count(kind: ScoredKind, line: number, column: string, cell: string): void {
    const text = bareCell(cell);
    const said = readScoreCell(text);
    if (said === null) {
      if (!isWord(text)) return;
      const words = inWords.get(kind) ?? { place: { line, column, value: text }, times: 0 };
      inWords.set(kind, { ...words, times: words.times + 1 });
      return;
    }
    const all = found.get(kind) ?? {
      counts: new Map(),
      total: 0,
      outside: 0,
      onAnother: 0,
      firstOutside: null,
      turned: null,
    };
    found.set(kind, all);
    all.total++;
    if (cell.length > longestNumber && directionIn(cell) === 'best-first') all.turned ??= cell.trim();
    all.counts.set(said.score, (all.counts.get(said.score) ?? 0) + 1);
    if (fits(said, ownScales[kind])) return;
    all.outside++;
    if (kind !== 'cli' && isOnAnother(said, kind)) all.onAnother++;
    all.firstOutside ??= { line, column, value: cell.trim() };
  }
  return {
    see(line, cells) {
      if (columns.kind !== 'feedback') return;
      const word = bareCell(cells[at.kind ?? -1] ?? '');
      const kind = word === '' ? always : toFeedbackKind(word);
      if (kind === null || kind === 'remark') return;
      for (const column of kind === 'cli' ? parts : (['score'] as const))
        count(kind, line, column, cells[at[column] ?? -1] ?? '');
    },
    settle(chosen, titles) {
      const headers = (kind: ScoredKind) =>
        kind === 'cli'
          ? parts.map((part) => columns.header[at[part] ?? -1] ?? '')
          : [columns.header[at.score ?? -1] ?? '', ...titles];
      for (const [kind, { place, times }] of inWords)
        if (!found.has(kind) && times > 1) return { code: 'scores-in-words', kind, own: ownScales[kind], place };
      if (chosen && ![...found.keys()].some((kind) => isScaleOf(kind, chosen)))
        return notForKind(chosen, [...found.keys()]);
      for (const [kind, all] of found) {
        const refusal = chosen && isScaleOf(kind, chosen) ? null : otherScale(kind, all, headers(kind));
        if (refusal) return refusal;
      }
      return { notes: [...found].map(([kind, { counts }]) => noteOf(kind, scaleOf(kind, chosen), counts)) };
    },
  };
}

/** Words or a smiley where a score should be. */
function isWord(text: string): boolean {
  return /^[^\d]+$/.test(text) && /\p{L}|\p{Extended_Pictographic}/u.test(text) && !saysNothing(text);
}

/** The scale on which a kind is read: the chosen one, where it can be counted on that, else its own. */
export function scaleOf(kind: ScoredKind, chosen: Scale | null): Scale {
  if (chosen === null || isSameScale(chosen, ownScales[kind])) return ownScales[kind];
  const other = otherScales[kind].find((scale) => isSameScale(scale, chosen));
  return other ? { ...other, ...(other.satisfiedFrom !== undefined && chosen) } : ownScales[kind];
}

function isScaleOf(kind: ScoredKind, scale: Scale): boolean {
  return isSameScale(scale, ownScales[kind]) || otherScales[kind].some((other) => isSameScale(other, scale));
}

function notForKind(
  scale: Scale,
  kinds: readonly ScoredKind[],
): FileRefusal | { readonly notes: readonly ImportNote[] } {
  const [kind] = kinds;
  if (kind === undefined) return { notes: [] };
  return { code: 'scale-not-for-kind', kind, scale, known: [ownScales[kind], ...otherScales[kind]] };
}

/** One score outside of the scale is a slip, and so are more of them among very many: up to so many of a hundred. */
const mostSlips = { few: 1, percent: 2 };
/** A cell of more characters may say what its number means. */
const longestNumber = 5;
/** Among fewer answers than these one of another scale says that the others may be on it, too. */
const few = 20;

/** Why the scores are not taken to be on the kind's own scale; null: nothing speaks against it. */
function otherScale(kind: ScoredKind, all: Distribution, headers: readonly string[]): FileRefusal | null {
  const own = ownScales[kind];
  const scores = [...all.counts.keys()];
  const range = { from: Math.min(...scores), to: Math.max(...scores) };
  const saidBy = kind === 'cli' ? null : scaleSaid(headers, own);
  const named = saidBy?.scale ?? null;
  const others: readonly Scale[] = otherScales[kind];
  const known = others.filter(
    ({ max, reversed }) => !reversed && range.to <= max && (named === null || named.max === max),
  );
  const doubt = { code: 'other-scale', kind, own, ...range, known } as const;
  const inHeader = headers.find((text) => directionIn(text) === (kind === 'cli' ? 'best-last' : 'best-first'));
  const turned = inHeader ?? (kind === 'cli' ? undefined : (all.turned ?? undefined));
  if (turned !== undefined) {
    const reversed = others.filter((scale) => scale.reversed && range.to <= scale.max);
    return { ...doubt, known: reversed, because: 'reversed', header: turned.trim(), place: null };
  }
  if (saidBy && !isSameScale(saidBy.scale, own))
    return { ...doubt, because: 'header', header: saidBy.text.trim(), place: null };
  const slips = Math.max(mostSlips.few, (mostSlips.percent * all.total) / 100);
  if (all.outside > slips || (all.total < few && all.onAnother > 0 && all.total > all.outside)) {
    const isHalves = all.onAnother === 0 && scores.every((score) => score >= own.min && score <= own.max);
    return { ...doubt, because: isHalves ? 'halves' : 'outside', header: null, place: all.firstOutside };
  }
  const says = named === null ? doubtInScores(kind, all) : null;
  return says && { ...doubt, known: says === 'short' ? [] : known, because: says, header: null, place: null };
}

/** What the header of the scores says of their scale, else a line above it. */
function scaleSaid(
  [header = '', ...titles]: readonly string[],
  own: Scale,
): { readonly text: string; readonly scale: Scale } | null {
  const inHeader = scaleInHeader(header, own);
  if (inHeader) return { text: header, scale: inHeader };
  for (const text of titles) {
    const scale = scaleInTitle(text, own);
    if (scale) return { text, scale };
  }
  return null;
}

/** Whether a score is one on this scale. */
export function fits({ score, base, isPercent }: WrittenScore, { min, max }: Scale): boolean {
  const isWithin = Number.isInteger(score) && score >= min && score <= max;
  return isWithin && !isPercent && (base === null || base === max);
}

/** 9 where 5 is the most, 80 or "80 %" where 10 is. 99 and its like stand for no answer, and 11 is a slip of the hand. */
function isOnAnother({ score, base, isPercent }: WrittenScore, kind: ScoredKind): boolean {
  const { max } = ownScales[kind];
  if (isPercent || (base !== null && base !== max)) return true;
  if (!Number.isInteger(score)) return false;
  return max < 10 ? score > max && score <= 10 : score > max + 1 && score <= 100 && ![77, 88, 98, 99].includes(score);
}

/** Of stars and satisfaction several answers of which none is above 3 were most likely given on a scale of three. */
function doubtInScores(kind: ScoredKind, { counts, total }: Distribution): 'no-zero' | 'short' | null {
  if (kind === 'csat' || kind === 'review') return total >= 10 && Math.max(...counts.keys()) <= 3 ? 'short' : null;
  return kind === 'nps' ? doubtInVotes(counts, total) : null;
}

/**
 * A customer who would never recommend says 0 where that can be said: many who say 1 and nobody who says 0 were asked from 1
 * to 10. And where nobody of several says more than 5, or of many more than 7, they were asked on a shorter scale.
 */
function doubtInVotes(counts: ReadonlyMap<number, number>, total: number): 'no-zero' | 'short' | null {
  const times = (score: number) => counts.get(score) ?? 0;
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  if (times(0) === 0 && (times(1) >= 3 || all.every((score) => times(score) > 0))) return 'no-zero';
  const most = Math.max(...counts.keys());
  return (total >= 5 && most <= 5) || (total >= 10 && most <= 7) ? 'short' : null;
}

function noteOf(kind: ScoredKind, scale: Scale, counts: ReadonlyMap<number, number>): ImportNote {
  return { code: 'scores', kind, scale, scores: [...counts].sort(([a], [b]) => a - b) };
}
