import { cliMean, type NewAnswer } from '../answer.ts';

/** The Customer Loyalty Index. There is no standard: the scale (1 "definitely yes" to 6) and the base go with it. */
export interface CliMeasure {
  /** 0 to 100; null without complete responses. */
  readonly value: number | null;
  /** Complete responses: all three questions answered. */
  readonly base: number;
}

/** The mean of all answers of complete responses: 1,2,3 and 2,2,6 → 66.7. */
export function cliMeasure(responses: Iterable<Pick<NewAnswer, 'recommend' | 'again' | 'other'>>): CliMeasure {
  let base = 0;
  let sum = 0;
  for (const response of responses) {
    const mean = cliMean(response);
    if (mean === null) continue;
    base += 1;
    sum += mean;
  }
  // Every complete response has three answers, so the mean of their means is the mean of all answers.
  return { value: base === 0 ? null : sum / base, base };
}
