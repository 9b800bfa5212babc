import type { Context } from '../context.ts';
import { type AnswerSurveyOutcome, answerSurveys, type SurveyAnswer } from '../flows/surveys/answer-survey.ts';

/** So long the first of several waits for others to share its transaction. */
const gatherMs = 10;
const mostTogether = 200;

interface Waiting {
  readonly answer: SurveyAnswer;
  resolve(outcome: AnswerSurveyOutcome): void;
  reject(why: unknown): void;
}

/**
 * Notes answers that come at the same time together: one transaction after the other, each with all that came meanwhile. Who
 * answers hears of it when theirs is committed.
 */
export function gatherAnswers(context: Context): (answer: SurveyAnswer) => Promise<AnswerSurveyOutcome> {
  let waiting: Waiting[] = [];
  let isAtWork = false;

  async function work(): Promise<void> {
    isAtWork = true;
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    while (waiting.length > 0) {
      const batch = next();
      await note(batch).catch(() => Promise.all(batch.map((one) => note([one]).catch((why) => one.reject(why)))));
    }
    isAtWork = false;
  }

  /** Of a link that was sent twice the second waits, and changes what the first said. */
  function next(): Waiting[] {
    const batch = new Map<string, Waiting>();
    const later: Waiting[] = [];
    for (const one of waiting) {
      if (batch.size < mostTogether && !batch.has(one.answer.token)) batch.set(one.answer.token, one);
      else later.push(one);
    }
    waiting = later;
    return [...batch.values()];
  }

  async function note(batch: readonly Waiting[]): Promise<void> {
    const outcomes = await answerSurveys(
      context,
      batch.map(({ answer }) => answer),
    );
    for (const { answer, resolve } of batch) resolve(outcomes.get(answer.token) ?? 'unknown');
  }

  return (answer) =>
    new Promise((resolve, reject) => {
      waiting.push({ answer, resolve, reject });
      if (!isAtWork) void work();
    });
}
