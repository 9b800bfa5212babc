/** Which end of a scale is the best: its first number, as of German school marks, or its last one. */
export type Direction = 'best-first' | 'best-last';

/**
 * What a header, or a line above it, says of the ends of a scale: "1 = very satisfied, 5 = very dissatisfied", "1=bedst",
 * "5-1". Null: nothing.
 */
export function directionIn(text: string): Direction | null {
  if (descending.test(text) || bestFirst.test(text)) return 'best-first';
  const ends = [
    ...[...text.matchAll(numberFirst)].map(([, score, words]) => endOf(Number(score), words ?? '')),
    ...[...text.matchAll(wordsFirst)].map(([, words, score]) => endOf(Number(score), words ?? '')),
  ];
  return ends.find((end) => end === 'best-first') ?? ends.find((end) => end !== null) ?? null;
}

function endOf(score: number, words: string): Direction | null {
  const isBad = bad.test(words);
  if (!isBad && !good.test(words)) return null;
  if (score <= 1) return isBad ? 'best-last' : 'best-first';
  return score < leastLastScore ? null : isBad ? 'best-first' : 'best-last';
}

/** No scale ends before it. */
const leastLastScore = 3;
const descending = /(?<![\p{L}\d.,/-])(?:10|[3-9])\s*(?:-|–|—|to|til)\s*[01](?![\d.,/-])/iu;
const bestFirst =
  /schulnote|german (?:school )?(?:mark|grade)|tysk(?:e)? karakter|(?<!\p{L})(?:lower|lavere|lavest|lowest|lav|low)\s*(?:is|er|=)\s*(?:better|bedre|best|bedst)/iu;
const asked = '(?!how|hvor|what|hvad|hva|would|could|do|did|are|is|vil|kunne|er du)';
const numberFirst = new RegExp(
  String.raw`(?<![\p{L}\d.,])(\d{1,2})(?![\d.])\s*(?:[=:–—(-]|(?:er|is|means|betyder|betyr)\s)?\s*(${asked}[^\d;|/()[\]]{2,60})`,
  'giu',
);
const wordsFirst = /(\p{L}[\p{L} ]{1,60}?)\s*(?:=\s*|:\s*|\()(\d{1,2})(?=\s*(?:\)|,|;|\||$))/giu;
const bad =
  /utilfreds|misfornøyd|dissatisf|unsatisf|unhappy|unlikely|usandsynlig|usannsynlig|(?<!\p{L})(?:ikke|not|never|aldrig|aldri|no|nej|nei)(?!\p{L})|worst|værst|verst|dårlig|poor|(?<!\p{L})bad|terribl|awful|horribl|elendig|uenig|disagree|lowest|lavest|negativ|ungenügend|mangelhaft|schlecht|unzufrieden|ringe(?!\p{L})/iu;
const good =
  /(?<!\p{L})(?:best|bedst|top(?!\p{L})|highest|højest|høyest|excellent|perfe[ck]t|outstanding|fremragende|utmerket|udmærket|gut(?!\p{L})|sehr gut|zufrieden|satisfied|tilfreds(?!h)|fornøyd|happy|likely|sandsynlig|sannsynlig|good|great|godt?(?!\p{L})|agree|enig|definitely|helt sikkert|positiv|yes|ja(?!\p{L}))/iu;
