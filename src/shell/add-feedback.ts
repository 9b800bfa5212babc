import { randomUUID } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { addFeedback as recordFeedback } from '../flows/feedback/add-feedback.ts';
import type { AnswerKind } from '../loyalty/facts/answer.ts';
import { localDay } from '../loyalty/time/period.ts';
import type { ShellRequest } from './request.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';

const ranges: Readonly<Record<Exclude<AnswerKind, 'cli' | 'remark'>, readonly [number, number]>> = {
  nps: [0, 10],
  csat: [1, 5],
  review: [1, 5],
};

/** `feedback add --customer 1042 --kind nps --score 3 --comment "…"`: notes what a customer said. */
export async function addFeedback(request: ShellRequest): Promise<Reply> {
  const { now, settings, options } = request;
  const { customer, feedbackKind, score, comment, source, public: isPublic } = options;
  const kind = feedbackKind ?? 'remark';
  if (kind === 'cli') throw usage((locale) => usageWords(locale).feedbackKind);
  if (kind === 'remark' && comment === null) throw usage((locale) => usageWords(locale).remark);
  if (kind === 'remark' && score !== null)
    throw usage((locale) => usageWords(locale).notHere('--score', '--kind remark', Object.keys(ranges).join(', ')));
  const value = kind === 'remark' ? null : wholeScore(kind, score);
  const outcome = await recordFeedback(
    request,
    {
      answerId: `shell:${randomUUID()}`,
      customer,
      kind,
      day: localDay(now(), settings.timeZone),
      at: now().getTime(),
      score: value,
      recommend: null,
      again: null,
      other: null,
      comment,
      source: source ?? 'shell',
      public: isPublic,
      markedNegative: options.negative ? true : null,
    },
    { makeCustomer: options.newCustomer },
  );
  if (outcome.kind === 'unknown-customer')
    throw new UserError('unknown-customer', (locale) => usageWords(locale).unknownCustomer(customer ?? ''));
  if (outcome.kind === 'known') return { kind: 'note', note: { kind: 'feedback-known', customer: outcome.customer } };
  return {
    kind: 'note',
    note: { kind: 'feedback-recorded', customer: outcome.customer, followUpOpened: outcome.followUpOpened },
  };
}

function wholeScore(kind: keyof typeof ranges, text: string | null): number {
  const [least, most] = ranges[kind];
  const score = text !== null && /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (!(score >= least && score <= most))
    throw usage((locale) => usageWords(locale).score(String(least), String(most), kind));
  return score;
}
