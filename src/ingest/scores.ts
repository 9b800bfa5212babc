import type { ImportNote } from '../facts/import-note.ts';
import type { FileCell, FileRefusal } from '../facts/refusal.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import { isSameScale, otherScales, ownScales, type Scale } from '../loyalty/facts/scale.ts';
import { bareCell } from './bare-cell.ts';
import type { ColumnMap } from './header.ts';
import { toFeedbackKind } from './words.ts';

/** Counts the scores of a feedback file, and tells whether they are on the scale of their kind. */
export interface ScoreSurvey {
  see(line: number, cells: readonly string[]): void;
  /** @param chosen the scale that a person named */
  settle(chosen: Scale | null): { readonly notes: readonly ImportNote[] } | FileRefusal;
}

type ScoredKind = Exclude<AnswerKind, 'remark'>;

/** How often each score of a kind was given. */
interface Distribution {
  readonly counts: Map<number, number>;
  total: number;
  /** Scores that are on no scale of the kind, "8/10" on 1–5 among them. */
  outside: number;
  firstOutside: FileCell | null;
}

const parts = ['recommend', 'again', 'other'] as const;

export function surveyScores(columns: ColumnMap, defaultKind: AnswerKind | null): ScoreSurvey {
  const found = new Map<ScoredKind, Distribution>();
  const { at } = columns;
  const always = columns.feedbackKind ?? defaultKind;

  function count(kind: ScoredKind, line: number, column: string, cell: string): void {
    const [, digits, base] = written.exec(bareCell(cell)) ?? [];
    if (digits === undefined) return;
    const all = found.get(kind) ?? { counts: new Map(), total: 0, outside: 0, firstOutside: null };
    found.set(kind, all);
    const score = Number(digits);
    const own = ownScales[kind];
    all.total++;
    all.counts.set(score, (all.counts.get(score) ?? 0) + 1);
    if (score >= own.min && score <= own.max && (base === undefined || Number(base) === own.max)) return;
    all.outside++;
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
    settle(chosen) {
      const header = columns.header[at.score ?? -1] ?? '';
      if (chosen && ![...found.keys()].some((kind) => isScaleOf(kind, chosen)))
        return notForKind(chosen, [...found.keys()]);
      for (const [kind, all] of found) {
        const refusal = chosen && isScaleOf(kind, chosen) ? null : otherScale(kind, all, header);
        if (refusal) return refusal;
      }
      return { notes: [...found].map(([kind, { counts }]) => noteOf(kind, scaleOf(kind, chosen), counts)) };
    },
  };
}

/** "9", "9.0" as spreadsheets leave it, "9/10". */
const written = /^(\d{1,3})(?:[.,]0+)?(?: ?\/ ?(\d{1,3}))?$/;

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

/** Why the scores are not taken to be on the kind's own scale; null: nothing speaks against it. */
function otherScale(kind: ScoredKind, all: Distribution, header: string): FileRefusal | null {
  const own = ownScales[kind];
  const scores = [...all.counts.keys()];
  const range = { from: Math.min(...scores), to: Math.max(...scores) };
  const named = kind === 'cli' ? null : scaleInHeader(header);
  const known = otherScales[kind].filter(({ max }) => range.to <= max && (named === null || named.max === max));
  const doubt = { code: 'other-scale', kind, own, ...range, known } as const;
  if (named && !isSameScale(named, own)) return { ...doubt, because: 'header', header: header.trim(), place: null };
  if (all.outside > Math.max(mostSlips.few, (mostSlips.percent * all.total) / 100))
    return { ...doubt, because: 'outside', header: null, place: all.firstOutside };
  const says = named === null && kind === 'nps' ? doubtInVotes(all.counts, all.total) : null;
  return says && { ...doubt, because: says, header: null, place: null };
}

/**
 * A customer who would never recommend says 0 where that can be said: many who say 1 and nobody who says 0 were asked from 1
 * to 10. And nobody among many who says more than 7 was asked on a shorter scale.
 */
function doubtInVotes(counts: ReadonlyMap<number, number>, total: number): 'no-zero' | 'short' | null {
  const times = (score: number) => counts.get(score) ?? 0;
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  if (times(0) === 0 && (times(1) >= 3 || all.every((score) => times(score) > 0))) return 'no-zero';
  const isShort = total >= 20 && times(8) + times(9) + times(10) === 0;
  return isShort ? 'short' : null;
}

/** "NPS (1-10)", "Tilfredshed 1 til 7", "Rating out of 5"; null where the header names none. */
export function scaleInHeader(header: string): Scale | null {
  const [, min, max] = /(?<![\d.])([01])\s*(?:-|–|—|to|til|thru|\.\.+)\s*(\d{1,3})(?![\d.])/i.exec(header) ?? [];
  if (min !== undefined && max !== undefined && Number(max) >= 3) return { min: Number(min), max: Number(max) };
  return null;
}

function noteOf(kind: ScoredKind, scale: Scale, counts: ReadonlyMap<number, number>): ImportNote {
  return { code: 'scores', kind, scale, scores: [...counts].sort(([a], [b]) => a - b) };
}
