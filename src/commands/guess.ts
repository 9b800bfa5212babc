import type { Dimension } from '../loyalty/figures/figure.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { Command } from './command.ts';
import { ofWhatIsSaid } from './implied.ts';
import { bareWord, type Guess } from './nearest-word.ts';
import type { OptionName } from './option-words.ts';
import {
  asksForMeaning,
  compoundOf,
  isFiller,
  isQuestionWord,
  type Question,
  questionIn,
  vagueQuestionIn,
  withoutArticle,
} from './question-words.ts';
import { type Sorted, sortWords } from './sort-words.ts';
import { nearestName } from './spelling.ts';
import { isTaken } from './understand.ts';

/** A sentence that is longer asks for more than one thing. */
const mostWords = 25;

type Find = (word: string) => Command | null;

/**
 * What a sentence asks for: what it names or is known to ask for, with what was understood besides. "Who are our ambassadors in
 * Norway" is "customers ambassadors in Norway", "Who do I call first" is "followups". Null where nothing was understood.
 *
 * @param find the command that a word says
 */
export function guessOf(words: readonly string[], asOf: Day, find: Find): Guess | null {
  const known = words
    .slice(0, mostWords)
    .map((word) => bareWord(word).replaceAll('’', "'"))
    .filter((word) => word !== '')
    .flatMap(compoundOf)
    .map((word) => knownForm(word, asOf, find));
  const guess = guessIn(
    known.map(({ word }) => word),
    asOf,
    find,
  );
  return guess && { ...guess, isWhole: guess.isWhole && !known.some(({ hadSlip }) => hadSlip) };
}

function guessIn(spelled: readonly string[], asOf: Day, find: Find): Guess | null {
  const question = questionIn(spelled);
  const vague = vagueQuestionIn(spelled);
  const sorted = sortWords(spelled, asOf).filter(({ typed }) => !find(typed));
  const named = nameOf(question, spelled, find);
  const whom = namesIn(sorted, spelled);
  if (whom.length > 0 && (named === null || aboutOne.has(named.words[0]))) {
    const of = named?.words[0] === 'clv' ? 'clv' : 'customer';
    return { name: of, after: whom.join(' '), isWhole: true };
  }
  const sentence: Sentence = {
    sorted,
    asked: question?.asks.slice(1) ?? [],
    asksForMeaning: spelled.some(asksForMeaning),
    isSaid: ({ typed }) =>
      typed.split(' ').every((word) => isFiller(word) || [question, vague].some((one) => one?.says(word))),
  };
  if (named?.takes?.text) return ofText(named, sentence);
  if (question && named) return toGuess(named, sentence).guess;
  const implied = ofWhatIsSaid(oneOfEach(sorted).filter(({ kind }) => narrows.has(kind))).flatMap(
    (name) => find(name) ?? [],
  );
  const among = [...(named ? [named] : []), ...implied];
  const vaguely = among.length === 0 && vague ? find(vague.asks[0]) : null;
  const [best] = [...among, ...(vaguely ? [vaguely] : [])]
    .map((command) => toGuess(command, sentence))
    .sort((a, b) => b.held - a.held);
  return best?.guess ?? null;
}

/** What was understood of a sentence besides its command. */
interface Sentence {
  readonly sorted: readonly Sorted[];
  /** What stands after the command that it is known to ask for. */
  readonly asked: readonly string[];
  readonly asksForMeaning: boolean;
  /** Whether words say no more than was understood already. */
  readonly isSaid: (one: Sorted) => boolean;
}

function nameOf(question: Question | null, words: readonly string[], find: Find): Command | null {
  if (question) return find(question.asks[0]);
  const named = words.flatMap((word) => find(word) ?? []);
  // "customers" and "feedback" say of whom and of what something else is asked.
  return named.find(({ words: [name] }) => !general.has(name)) ?? named[0] ?? null;
}

const general: ReadonlySet<string> = new Set(['customers', 'customer', 'feedback']);
/** Commands after which a name may stand. */
const aboutOne: ReadonlySet<string> = new Set(['customer', 'customers', 'clv']);

/** What stands after such a word is read as it stands: only of campaigns the rest is a name. */
function ofText(command: Command, { sorted, asked, isSaid, ...sentence }: Sentence): Guess {
  const [name] = command.words;
  const rest = sorted.filter((one) => !isSaid(one) && !asksForMeaning(one.typed));
  if (name === 'campaign') return { name, after: rest.map(({ typed }) => typed).join(' '), isWhole: true };
  const after = sentence.asksForMeaning && command.explains ? ['why'] : asked;
  return { name, after: after.join(' '), isWhole: rest.every(({ kind }) => kind !== 'unknown') };
}

function toGuess(
  command: Command,
  { sorted, asked, isSaid, ...sentence }: Sentence,
): { readonly guess: Guess; readonly held: number } {
  const isMeaning = command.explains !== undefined && sentence.asksForMeaning;
  const span = asked[0] === 'lapsed' ? spanIn(sorted) : null;
  const kept = isMeaning
    ? []
    : held(oneOfEach(sorted, command.takes?.by), command, asked).filter((one) => one !== span);
  const first = isMeaning ? ['why'] : span ? [`last>${daysOf(span)}d`] : asked;
  const understood = (one: Sorted) =>
    kept.includes(one) ||
    one === span ||
    isSaid(one) ||
    asked.includes(one.typed) ||
    (isMeaning && asksForMeaning(one.typed)) ||
    (one.kind === 'option' && kept.some(({ kind }) => kind === 'option'));
  const after = [...first, ...kept.map(({ typed }) => typed)].join(' ');
  return { guess: { name: command.words[0], after, isWhole: sorted.every(understood) }, held: kept.length };
}

/** What of it can stand after a command: customers have a period only where they are new. */
function held(said: readonly Sorted[], command: Command, asked: readonly string[]): Sorted[] {
  const taken = said.filter((one) => isTaken(one, command));
  if (asked.includes('causes')) return taken.filter(({ kind }) => kind === 'period');
  const isNew = taken.some((one) => one.kind === 'condition' && one.condition.of === 'new');
  if (command.words[0] === 'review') return taken.filter((one) => one.kind === 'period' && isQuarter(one));
  return command.takes?.conditions === 'customers' && !isNew ? taken.filter(({ kind }) => kind !== 'period') : taken;
}

/** A quarter that is named: "the quarter" is the last one. */
function isQuarter({ period, typed }: Extract<Sorted, { readonly kind: 'period' }>): boolean {
  return period.window.calendar === 'quarter' && /[\s\d]/.test(typed);
}

/** "90 days", without which nobody is long gone. */
function spanIn(sorted: readonly Sorted[]) {
  return sorted.find((one) => one.kind === 'period' && !one.period.window.calendar) ?? null;
}

function daysOf(one: Sorted): number {
  return one.kind === 'period' ? one.period.window.to - one.period.window.from : 0;
}

/** The name or number of a customer: what nothing else is, written with a capital or with figures in it. */
function namesIn(sorted: readonly Sorted[], spelled: readonly string[]): string[] {
  const unknown = sorted.filter(({ kind, typed }) => kind === 'unknown' && !isFiller(typed) && !asksForMeaning(typed));
  const looksLikeOne = ({ typed }: Sorted) =>
    (/^\p{Lu}\p{Ll}/u.test(typed) && typed !== spelled[0]) || (/\p{L}/u.test(typed) && /\d{2}/.test(typed));
  return unknown.filter(looksLikeOne).map(({ typed }) => typed);
}

const saidOptions: readonly OptionName[] = ['mine', 'open', 'overdue'];
const narrows: ReadonlySet<Sorted['kind']> = new Set(['part', 'country', 'rung', 'condition', 'period']);

/**
 * Of two that do not go together the first: of two periods, of two countries where they cannot be compared.
 *
 * @param compared of what several parts are seen side by side
 */
function oneOfEach(sorted: readonly Sorted[], compared: readonly Dimension[] = []): Sorted[] {
  const seen = new Set<string>();
  return sorted.filter((one) => {
    if (one.kind === 'condition') return true;
    if (one.kind === 'unknown' || one.kind === 'unknown-by') return false;
    // "how" and "show" say something after a command, and nothing in a sentence.
    if (one.kind === 'option' && !saidOptions.includes(one.option)) return false;
    if ((one.kind === 'part' || one.kind === 'country') && compared.includes(one.part.dimension)) return true;
    const kind = one.kind === 'part' || one.kind === 'country' ? one.part.dimension : one.kind;
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return isFirst;
  });
}

/** Among the words of a sentence shorter ones are near to too much: "siger" to "Niger". */
const leastLetters = 7;

/** A word as it is known: without an article, without a slip. */
function knownForm(word: string, asOf: Day, find: Find): { readonly word: string; readonly hadSlip: boolean } {
  const isKnown = (one: string) => find(one) !== null || sortWords([one], asOf)[0]?.kind !== 'unknown';
  if ([isKnown, isFiller, isQuestionWord, asksForMeaning].some((is) => is(word))) return { word, hadSlip: false };
  const plain = /^\p{Lu}/u.test(word) ? undefined : withoutArticle(word).find(isKnown);
  const right = plain || word.length < leastLetters ? null : nearestName(word);
  return { word: plain ?? right ?? word, hadSlip: right !== null };
}
