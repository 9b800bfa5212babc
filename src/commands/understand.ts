import type { UserError } from '../errors.ts';
import { inBoth } from '../loyalty/customer-query.ts';
import type { Part } from '../loyalty/figures/figure.ts';
import type { Series } from '../loyalty/figures/series.ts';
import type { Day } from '../loyalty/time/period.ts';
import { saidUnit } from './calendar-words.ts';
import type { Asking, Command } from './command.ts';
import { comparedIn, partOf } from './compared-parts.ts';
import { type Condition, conditionsOf, rangeOf } from './condition-words.ts';
import {
  didYouMean,
  neverBoth,
  noMember,
  notToldBy,
  notUnderstood,
  oneOfThese,
  onlyOne,
  twoPeriods,
} from './not-understood.ts';
import type { OptionName } from './option-words.ts';
import { isSamePart, type Sorted, sortWords } from './sort-words.ts';
import { nearestName } from './spelling.ts';
import type { SaidWindow, Understood } from './takes.ts';
import { saidWindow } from './window.ts';

/**
 * Understands what stands after a command's word: the one place where a word that says nothing there is refused, whatever the
 * command.
 *
 * @throws UserError that names every word that was not used
 */
export function understand(asking: Asking, command: Command, words: readonly string[]): Understood {
  const { takes = {} } = command;
  const { windowDays, windowWords, asOf } = asking;
  const apart = windowDays ?? windowWords ?? null;
  const given = apart === null ? [] : [`--window ${apart}`];
  if (takes.text) {
    if (given.length > 0 && !takes.window) throw notUnderstood(command, given);
    return { ...nothingSaid, words };
  }
  const sorted = sortWords(words, asOf)
    .map((one) => (takes.conditions === 'customers' ? asCondition(one) : one))
    // A list is what there is without a word, too.
    .filter((one) => !(one.kind === 'option' && one.option === 'list' && isTaken(one, command)));
  const wrong = sorted.filter((one) => !isTaken(one, command));
  if (wrong.length > 0 && wrong.every(({ kind }) => kind === 'unknown-by') && (takes.period || given.length === 0)) {
    throw notToldBy(
      command,
      wrong.map(({ typed }) => typed),
    );
  }
  const unused = [...wrong.map(({ typed }) => typed), ...(takes.period ? [] : given)];
  if (unused.length > 0) throw misspelled(command, words, unused, asOf) ?? notUnderstood(command, unused, null, words);
  mustBeOneOwner(sorted, asking);
  mustBeOneKind(sorted);
  mustBePossible(sorted);
  const said = settled(sorted, words, command);
  const others = said.option === null ? [] : othersThan(sorted, said.option, given);
  if (others.length > 0) throw notUnderstood(command, others, said.option);
  if (given[0] && said.period) throw twoPeriods(said.period.typed, given[0]);
  return windowWords ? { ...said, period: periodApart(command, windowWords, asOf) } : said;
}

/** One word that is a slip away from one that may stand there; null: it is not. */
function misspelled(
  command: Command,
  words: readonly string[],
  unused: readonly string[],
  asOf: Day,
): UserError | null {
  const [typed = '', ...more] = unused;
  const meant = more.length === 0 && words.includes(typed) ? nearestName(typed) : null;
  const [said] = meant === null ? [] : sortWords([meant], asOf);
  if (meant === null || !said || !isTaken(said, command)) return null;
  return didYouMean(command, typed, { command, words: words.map((word) => (word === typed ? meant : word)) });
}

/** @throws UserError for words that say no period */
function periodApart(command: Command, typed: string, asOf: Day): SaidWindow {
  const window = saidWindow(typed, asOf);
  if (!window) throw notUnderstood(command, [`--window ${typed}`]);
  return { typed, window };
}

const nothingSaid: Understood = {
  words: [],
  option: null,
  period: null,
  parts: [],
  conditions: [],
  by: null,
  among: [],
  trend: false,
  step: null,
};

/** Whether a command takes what a word says. */
export function isTaken(one: Sorted, { takes = {}, explains }: Command): boolean {
  switch (one.kind) {
    case 'period':
      return takes.period ?? false;
    case 'part':
    case 'country':
      return takes.parts?.includes(one.part.dimension) ?? false;
    case 'condition':
      return takes.conditions !== undefined && conditionsIn(takes.conditions).includes(one.condition.of);
    case 'rung':
      return takes.conditions !== undefined;
    case 'by':
      return takes.by?.includes(one.dimension) ?? false;
    case 'trend':
    case 'step':
      return takes.trend ?? false;
    case 'option':
      return one.option === 'why' ? explains !== undefined : (takes.options ?? []).includes(one.option);
    case 'unknown-by':
    case 'unknown':
      return false;
  }
}

/** Options after which a period may stand. */
const ofPeriods: readonly OptionName[] = ['causes'];

function conditionsIn(list: keyof typeof conditionsOf): readonly Condition['of'][] {
  return conditionsOf[list];
}

/** "mine" of customers are those whom whoever asks looks after. */
function asCondition(one: Sorted): Sorted {
  if (one.kind !== 'option' || one.option !== 'mine') return one;
  return { typed: one.typed, kind: 'condition', condition: { of: 'owner', who: 'me' } };
}

/** @throws UserError where two look after the same customers, and for "mine" of nobody in particular */
function mustBeOneOwner(sorted: readonly Sorted[], { memberId }: Asking): void {
  const owners = sorted.flatMap((one) =>
    one.kind === 'condition' && one.condition.of === 'owner' ? [{ typed: one.typed, who: one.condition.who }] : [],
  );
  const [first] = owners;
  const other = owners.find(({ who }) => JSON.stringify(who) !== JSON.stringify(first?.who));
  if (first && other) throw onlyOne(first.typed, other.typed);
  if (first?.who === 'me' && memberId === null) throw noMember(first.typed);
}

/** @throws UserError where answers of two kinds are asked for: a score of NPS is one of NPS alone */
function mustBeOneKind(sorted: readonly Sorted[]): void {
  const kinds = sorted.flatMap(({ typed, ...one }) => {
    if (one.kind !== 'condition' || (one.condition.of !== 'kind' && one.condition.of !== 'nps')) return [];
    return [{ typed, kind: one.condition.of === 'kind' ? one.condition.kind : 'nps' }];
  });
  const [first] = kinds;
  const other = kinds.find(({ kind }) => kind !== first?.kind);
  if (first && other) throw onlyOne(first.typed, other.typed);
}

/** @throws UserError for two ranges of one thing that have nothing in common: "nps<3 nps>8", "detractors promoters" */
function mustBePossible(sorted: readonly Sorted[]): void {
  const ranges = sorted.flatMap(({ typed, ...one }) => {
    const range = one.kind === 'condition' ? rangeOf(one.condition) : null;
    return one.kind === 'condition' && range ? [{ typed, of: one.condition.of, range }] : [];
  });
  for (const [i, second] of ranges.entries()) {
    const first = ranges.slice(0, i).find(({ of, range }) => {
      const { least, most } = inBoth(range, second.range);
      return of === second.of && least !== null && most !== null && least > most;
    });
    if (first) throw neverBoth(first.typed, second.typed);
  }
}

/** @throws UserError where two things are said of which there can be one */
function settled(all: readonly Sorted[], words: readonly string[], command: Command): Understood {
  const compared = comparedIn(all, command);
  const sorted = all.filter((one) => !compared.includes(one));
  const among = compared.flatMap((one) => partOf(one) ?? []);
  const one = <Kind extends Sorted['kind']>(kind: Kind, isSame: (a: Of<Kind>, b: Of<Kind>) => boolean) => {
    const [first, ...others] = sorted.filter((of): of is Of<Kind> => of.kind === kind);
    const other = first && others.find((of) => !isSame(first, of));
    if (first && other)
      throw kind === 'period' ? twoPeriods(first.typed, other.typed) : onlyOne(first.typed, other.typed);
    return first ?? null;
  };
  const by = one('by', (a, b) => a.dimension === b.dimension);
  const option = one('option', (a, b) => a.option === b.option);
  const trend = sorted.find(({ kind }) => kind === 'trend');
  // "trend week" asks for weeks, "trend this week" for what is in it.
  const bare = trend && sorted.filter((of) => of.kind === 'period' && stepNamed(of.typed) !== null);
  const rest = bare?.length === 1 && !sorted.some(({ kind }) => kind === 'step') ? bare[0] : undefined;
  const step = rest ? stepNamed(rest.typed) : (one('step', (a, b) => a.step === b.step)?.step ?? null);
  const period = rest ? otherPeriod(sorted, rest) : one('period', isSamePeriod);
  const drawn = trend ?? sorted.find(({ kind }) => kind === 'step');
  const comparing = compared[0]?.typed ?? by?.typed;
  if (drawn && comparing) throw oneOfThese(drawn.typed, comparing);
  return {
    words,
    option: option?.option ?? null,
    period: period?.period ?? null,
    parts: partsIn(sorted),
    conditions: sorted.flatMap((of) => (of.kind === 'condition' ? [of.condition] : [])),
    by: among[0]?.dimension ?? by?.dimension ?? null,
    among,
    trend: drawn !== undefined,
    step,
  };
}

type Of<Kind extends Sorted['kind']> = Extract<Sorted, { readonly kind: Kind }>;

function stepNamed(word: string): Series['step'] | null {
  const unit = saidUnit(word);
  return unit === 'year' ? null : unit;
}

function otherPeriod(sorted: readonly Sorted[], rest: Sorted): Of<'period'> | null {
  const [first, second] = sorted.filter((of): of is Of<'period'> => of.kind === 'period' && of !== rest);
  if (first && second && !isSamePeriod(first, second)) throw twoPeriods(first.typed, second.typed);
  return first ?? null;
}

function isSamePeriod(a: Of<'period'>, b: Of<'period'>): boolean {
  return a.period.window.from === b.period.window.from && a.period.window.to === b.period.window.to;
}

/** One of each dimension. */
function partsIn(sorted: readonly Sorted[]): Part[] {
  const found: { readonly typed: string; readonly part: Part }[] = [];
  for (const one of sorted) {
    const part = partOf(one);
    if (!part) continue;
    const before = found.find((other) => other.part.dimension === part.dimension);
    if (before && !isSamePart(before.part, part)) throw onlyOne(before.typed, one.typed);
    if (!before) found.push({ typed: one.typed, part });
  }
  return found.map(({ part }) => part);
}

/** What cannot stand beside an option. */
function othersThan(sorted: readonly Sorted[], option: OptionName, given: readonly string[]): string[] {
  const mayBe = ofPeriods.includes(option) ? ['option', 'period'] : ['option'];
  const others = sorted.filter(({ kind }) => !mayBe.includes(kind)).map(({ typed }) => typed);
  return mayBe.includes('period') ? others : [...others, ...given];
}
