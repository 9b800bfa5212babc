import type { AnswerKind } from '../../loyalty/facts/answer.ts';
import type { VoiceQuery } from '../../loyalty/voice-query.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import type { Noun } from '../../text/plural.ts';
import { partWords } from '../words/part-words.ts';
import { rangeWords } from '../words/range-words.ts';
import { windowWords } from '../words/window-words.ts';

const words = defineText({
  en: {
    any: { one: 'answer', many: 'answers' },
    nps: { one: 'NPS answer', many: 'NPS answers' },
    csat: { one: 'CSAT answer', many: 'CSAT answers' },
    cli: { one: 'loyalty index answer', many: 'loyalty index answers' },
    review: { one: 'review', many: 'reviews' },
    remark: { one: 'remark', many: 'remarks' },
    detractors: 'detractors',
    passives: 'passives',
    promoters: 'promoters',
    score: (range: string) => `score ${range}`,
    negative: 'unhappy customers',
    withWords: 'with words',
    anonymous: 'anonymous',
  },
  da: {
    any: { one: 'svar', many: 'svar' },
    nps: { one: 'NPS-svar', many: 'NPS-svar' },
    csat: { one: 'CSAT-svar', many: 'CSAT-svar' },
    cli: { one: 'svar til loyalitetsindekset', many: 'svar til loyalitetsindekset' },
    review: { one: 'anmeldelse', many: 'anmeldelser' },
    remark: { one: 'bemærkning', many: 'bemærkninger' },
    detractors: 'kritikere',
    passives: 'passive',
    promoters: 'fortalere',
    score: (range: string) => `karakter ${range}`,
    negative: 'utilfredse kunder',
    withWords: 'med ord',
    anonymous: 'anonyme',
  },
  nb: {
    any: { one: 'svar', many: 'svar' },
    nps: { one: 'NPS-svar', many: 'NPS-svar' },
    csat: { one: 'CSAT-svar', many: 'CSAT-svar' },
    cli: { one: 'svar til lojalitetsindeksen', many: 'svar til lojalitetsindeksen' },
    review: { one: 'omtale', many: 'omtaler' },
    remark: { one: 'merknad', many: 'merknader' },
    detractors: 'kritikere',
    passives: 'passive',
    promoters: 'promotører',
    score: (range: string) => `poeng ${range}`,
    negative: 'misfornøyde kunder',
    withWords: 'med ord',
    anonymous: 'anonyme',
  },
});

/** "answers", "NPS answers", "reviews": what a list is of. */
export function voicesBase(locale: Locale, kind: AnswerKind | null): Noun {
  return words(locale)[kind ?? 'any'];
}

/** What has to hold of the answers of a list: "detractors", "country NO", "with words", "November 2026". Not escaped. */
export function voiceQueryWords(locale: Locale, query: VoiceQuery): string[] {
  const text = words(locale);
  const { score, isNegative, hasWords, rung, days } = query;
  const parts = (['country', 'segment', 'source'] as const).flatMap((dimension) => {
    const value = query[dimension];
    return value === null ? [] : [partWords(locale, { dimension, value })];
  });
  return [
    ...(score ? [groupName(locale, query) ?? text.score(rangeWords(locale, score))] : []),
    ...(isNegative ? [text.negative] : []),
    ...(rung === null
      ? []
      : [rung === 'anonymous' ? text.anonymous : partWords(locale, { dimension: 'rung', value: rung })]),
    ...parts,
    ...(hasWords ? [text.withWords] : []),
    ...(days ? [windowWords(locale, days)] : []),
  ];
}

/** "detractors" */
function groupName(locale: Locale, { isVote, score }: VoiceQuery): string | null {
  const { detractors, passives, promoters } = words(locale);
  const groups = { '..6': detractors, '7..8': passives, '9..': promoters };
  const range = `${score?.least ?? ''}..${score?.most ?? ''}`;
  const group = (Object.keys(groups) as (keyof typeof groups)[]).find((one) => one === range);
  return isVote && group ? groups[group] : null;
}
