import type { Day } from './time/period.ts';

/** What a customer can be asked; each is answered as the kind of answer of its name. */
export const surveys = ['nps', 'csat', 'cli'] as const;
export type Survey = (typeof surveys)[number];

/** For so many days a customer is not asked again, whatever the survey. */
export const contactLimitDays = 90;
/** A link holds for so many days. */
export const linkHoldsDays = 30;
/** For so many hours an answer can be changed by whoever gave it. */
export const changeableHours = 24;
/** Characters of what a customer writes; what is longer is cut. */
export const longestWords = 2000;

/** What the questions of a survey are answered with; the worst and the best are what their ends are called by. */
export const surveyScale = {
  nps: { from: 0, to: 10 },
  csat: { from: 1, to: 5 },
  cli: { from: 1, to: 6 },
} as const satisfies Record<Survey, { readonly from: number; readonly to: number }>;

/** What a customer answered: the one score of NPS and CSAT, or all three parts of a CLI answer. */
export type SurveyScores =
  | { readonly score: number }
  | { readonly recommend: number; readonly again: number; readonly other: number };

/** The questions of a survey, as its page sends their answers. */
export const surveyQuestions = {
  nps: ['score'],
  csat: ['score'],
  cli: ['recommend', 'again', 'other'],
} as const satisfies Record<Survey, readonly string[]>;

export type SurveyQuestion = (typeof surveyQuestions)[Survey][number];

/**
 * The scores out of what was sent, or which questions are left open: not answered, or with something else than a whole
 * number of their scale.
 */
export function readScores(
  survey: Survey,
  sent: (question: SurveyQuestion) => string | null,
): { readonly scores: SurveyScores } | { readonly open: readonly SurveyQuestion[] } {
  const { from, to } = surveyScale[survey];
  const given = surveyQuestions[survey].map((question) => {
    const typed = sent(question) ?? '';
    const value = /^\d{1,2}$/.test(typed) ? Number(typed) : Number.NaN;
    return [question, value >= from && value <= to ? value : null] as const;
  });
  const open = given.flatMap(([question, value]) => (value === null ? [question] : []));
  if (open.length > 0) return { open };
  return { scores: Object.fromEntries(given) as unknown as SurveyScores };
}

/** The first day on which somebody who was asked on a day may be asked again. */
export function mayBeAskedFrom(askedDay: Day): Day {
  return askedDay + contactLimitDays;
}
