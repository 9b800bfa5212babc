import type { AnswerKind } from './answer.ts';

/** The scale on which answers were given. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** From which score on an answer is satisfied, where the kind has satisfied ones on another scale than its own. */
  readonly satisfiedFrom?: number;
  /** The least number is the best score: written 5-1. */
  readonly reversed?: true;
}

/** The scale of each kind of answer; of the index that of each of its three parts. */
export const ownScales = {
  nps: { min: 0, max: 10 },
  csat: { min: 1, max: 5 },
  review: { min: 1, max: 5 },
  cli: { min: 1, max: 6 },
  remark: null,
} as const satisfies Record<AnswerKind, Scale | null>;

/** Other scales on which a kind can be counted. CSAT has no standard there: the least satisfied score is a choice. */
export const otherScales: Readonly<Record<AnswerKind, readonly Scale[]>> = {
  nps: [{ min: 1, max: 10 }],
  csat: [
    { min: 1, max: 10, satisfiedFrom: 8 },
    { min: 1, max: 7, satisfiedFrom: 6 },
    { min: 1, max: 5, reversed: true },
  ],
  review: [],
  cli: [],
  remark: [],
};

/** "1-10", with the least satisfied score "1-10:8", and "5-1" where 1 is best. */
export function scaleText({ min, max, satisfiedFrom, reversed }: Scale): string {
  if (reversed) return `${max}-${min}`;
  return `${min}-${max}${satisfiedFrom === undefined ? '' : `:${satisfiedFrom}`}`;
}

/** A scale as `scaleText` writes it; null for anything else. */
export function readScaleText(text: string): Scale | null {
  const [, min, max, from] = /^(\d{1,3})-(\d{1,3})(?::(\d{1,3}))?$/.exec(text) ?? [];
  if (min === undefined || max === undefined || Number(min) === Number(max)) return null;
  if (Number(min) > Number(max)) return from ? null : { min: Number(max), max: Number(min), reversed: true };
  return { min: Number(min), max: Number(max), ...(from !== undefined && { satisfiedFrom: Number(from) }) };
}

export function isSameScale(a: Scale, b: Scale): boolean {
  return a.min === b.min && a.max === b.max && a.reversed === b.reversed;
}

/**
 * What a score on another scale counts as on the kind's own. NPS keeps its promoters (9–10), passives (7–8) and detractors
 * (up to 6). CSAT: satisfied ones are 4 or 5, as many at the other end are 1 or 2, those between are 3. Where 1 is best it
 * is told from the other end.
 */
export function countedScore(given: number, { min, max, satisfiedFrom, reversed }: Scale): number {
  if (reversed) return min + max - given;
  if (satisfiedFrom === undefined) return given;
  const leastNegative = min + max - satisfiedFrom;
  if (given >= satisfiedFrom) return given * 2 >= satisfiedFrom + max ? 5 : 4;
  if (given <= leastNegative) return given * 2 <= min + leastNegative ? 1 : 2;
  return 3;
}

/** The scale on which an answer's score was given; null: its kind has no score of its own. */
export function scoreScale({
  kind,
  scale,
}: {
  readonly kind: AnswerKind;
  readonly scale?: string | null;
}): Scale | null {
  if (kind === 'cli' || kind === 'remark') return null;
  return (scale ? readScaleText(scale) : null) ?? ownScales[kind];
}

/** How many answers of a window were given on a scale that is not the kind's own. */
export interface ScaleCount {
  readonly scale: Scale;
  readonly answers: number;
}
