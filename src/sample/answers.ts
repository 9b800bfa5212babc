import { type AnswerKind, cliMean, isNegative, type NewAnswer } from '../loyalty/facts/answer.ts';
import type { Day } from '../loyalty/time/period.ts';
import { comment, prospectComment, type SampleLanguage } from './comments/comment.ts';
import type { Theme, Tone } from './comments/phrases.ts';
import type { SampleCustomer } from './customers.ts';
import type { Random } from './random.ts';

/** An answer that has no number yet. */
export type UnnumberedAnswer = Omit<NewAnswer, 'answerId'>;

/** Who is asked or speaks up, when, and how they feel that day. */
export interface Occasion {
  /** Null: anonymous. */
  readonly customer: SampleCustomer | null;
  readonly language: SampleLanguage;
  readonly kind: AnswerKind;
  readonly day: Day;
  /** 0 furious to 1 delighted. */
  readonly mood: number;
  readonly source: string;
  /** What it is about; null: anything. */
  readonly theme: Theme | null;
}

/** The answer that the occasion brings: score, words and marks that fit each other. */
export function sampleAnswer(random: Random, occasion: Occasion): UnnumberedAnswer {
  const { customer, kind, day, source } = occasion;
  const unmarked = { kind, ...scoresOf(random, occasion), markedNegative: null };
  const tone = toneOf(unmarked, occasion.mood);
  const answer = { ...unmarked, markedNegative: kind === 'remark' && tone === 'negative' ? true : null };
  return {
    customer: customer?.customer ?? null,
    day,
    at: null,
    ...answer,
    comment: random.chance(wordsChance(occasion, tone)) ? words(random, occasion, tone) : null,
    source,
    public: kind === 'review' && random.chance(0.85),
  };
}

/** Who is cross, or has something in particular to say, says it. */
function wordsChance({ kind, theme }: Occasion, tone: Tone): number {
  return theme === null ? commentChance[kind] + (tone === 'negative' ? 0.25 : 0) : 1;
}

function words(random: Random, { customer, language, kind, theme }: Occasion, tone: Tone): string {
  if (kind === 'remark' && customer?.course === 'prospect') return prospectComment(random, language);
  if (theme !== null) return comment(random, language, tone, theme, null);
  return comment(random, language, tone, random.weighted(themeWeights), customer?.segment ?? null);
}

const commentChance: Readonly<Record<AnswerKind, number>> = { nps: 0.6, csat: 0.5, cli: 0.45, review: 0.95, remark: 1 };

const themeWeights: Readonly<Record<Theme, number>> = {
  coffee: 32,
  delivery: 22,
  service: 20,
  price: 10,
  assortment: 16,
};

function scoresOf(random: Random, { kind, mood }: Occasion) {
  const none = { score: null, recommend: null, again: null, other: null };
  const within = (low: number, high: number, value: number) => Math.max(low, Math.min(high, Math.round(value)));
  switch (kind) {
    case 'nps':
      return { ...none, score: within(0, 10, 10 * mood + random.normal() * 0.8) };
    case 'csat':
    case 'review':
      return { ...none, score: within(1, 5, 1 + 4 * mood + random.normal() * 0.5) };
    case 'cli': {
      const part = () => within(1, 6, 1 + 5 * (1 - mood) + random.normal() * 0.7);
      // Some skip the question on other products.
      return { ...none, recommend: part(), again: part(), other: random.chance(0.08) ? null : part() };
    }
    case 'remark':
      return none;
  }
}

function toneOf(answer: Parameters<typeof isNegative>[0], mood: number): Tone {
  if (isNegative(answer)) return 'negative';
  switch (answer.kind) {
    case 'nps':
      return (answer.score ?? 0) >= 9 ? 'positive' : 'mixed';
    case 'csat':
    case 'review':
      return (answer.score ?? 0) >= 4 ? 'positive' : 'mixed';
    case 'cli':
      return (cliMean(answer) ?? 100 * mood) >= 75 ? 'positive' : 'mixed';
    case 'remark':
      return mood > 0.76 ? 'positive' : mood > 0.52 ? 'mixed' : 'negative';
  }
}
