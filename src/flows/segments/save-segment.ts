import type { Context } from '../../context.ts';
import type { SegmentRefusal } from '../../facts/segment.ts';
import { terminalActor } from '../../loyalty/actor.ts';
import { type CustomerQuery, isSameQuery } from '../../loyalty/customer-query.ts';
import { foldSpelling, readSegments } from '../../loyalty/facts/segments.ts';
import { mostSegmentRules, type SegmentRule } from '../../loyalty/segment-rule.ts';
import { localDay } from '../../loyalty/time/period.ts';
import type { HeldSettings, WorkspaceStore } from '../../store/store.ts';
import { settleAllSegments } from './keep-segments.ts';

export type SaveSegmentOutcome = { readonly kind: 'saved'; readonly name: string } | SegmentRefusal;
export type RenameSegmentOutcome = { readonly kind: 'renamed'; readonly name: string } | SegmentRefusal | Gone;
export type RemoveSegmentOutcome = { readonly kind: 'removed'; readonly name: string; readonly targets: number } | Gone;
interface Gone {
  readonly kind: 'gone';
}

/**
 * Saves what has to hold of customers as a segment that keeps itself. All customers are put into it who belong there, while those
 * who write facts wait; from then on whoever writes a customer's facts sees to it. The same again, as when it is delivered twice,
 * makes no second one.
 *
 * @param actor a member's id; null: the terminal
 */
export async function saveSegment(
  context: Context,
  typed: string,
  rule: CustomerQuery,
  actor: string | null,
): Promise<SaveSegmentOutcome> {
  const name = readName(typed);
  if (name === null) return { kind: 'bad-name' };
  return context.transaction(async (tx): Promise<SaveSegmentOutcome> => {
    const { ladderRules, currency, timeZone } = await tx.settings.holdAlone();
    const { rules, day } = await tx.segmentRules.list();
    const same = rules.find((one) => isCalled(name)(one) && isSameQuery(one.rule, rule));
    if (same && (rule.value === null || same.currency === currency)) return { kind: 'saved', name: same.name };
    const refusal = refusedRule(rule, rules) ?? (await takenBy(tx, name, rules));
    if (refusal) return refusal;
    if (day === null) await tx.segmentRules.keepAsOf(ladderRules, localDay(context.now(), timeZone));
    await tx.segmentRules.add(ladderRules, { name, rule, currency, createdBy: actor }, context.now());
    await settleAllSegments(tx, ladderRules);
    await tx.audit.add(context.now(), actor ?? terminalActor, 'segment.saved', 'segments', { name, rule });
    return { kind: 'saved', name };
  });
}

/**
 * What would be refused of a new segment, as far as it shows without keeping anybody waiting; null: nothing so far.
 *
 * @param rule null: it is not known yet
 */
export async function refusedSegment(
  { segmentRules }: Pick<WorkspaceStore, 'segmentRules'>,
  typed: string,
  rule: CustomerQuery | null,
): Promise<SegmentRefusal | null> {
  const name = readName(typed);
  if (name === null) return { kind: 'bad-name' };
  const { rules } = await segmentRules.list();
  // The same rule under the same name is no refusal, and is decided by who holds the rules.
  const others = rules.filter((one) => !(isCalled(name)(one) && (rule === null || isSameQuery(one.rule, rule))));
  return (rule && refusedRule(rule, rules)) ?? takenBy({ segmentRules }, name, others);
}

/** The same where a segment is to be called anew. */
export async function refusedName(
  { segmentRules }: Pick<WorkspaceStore, 'segmentRules'>,
  typed: string,
  id: number,
): Promise<SegmentRefusal | null> {
  const name = readName(typed);
  if (name === null) return { kind: 'bad-name' };
  const { rules } = await segmentRules.list();
  return takenBy(
    { segmentRules },
    name,
    rules.filter((one) => one.id !== id),
  );
}

/** Gives a segment by rule another name; targets for it go along. */
export async function renameSegment(
  context: Context,
  id: number,
  typed: string,
  actor: string | null,
): Promise<RenameSegmentOutcome> {
  const name = readName(typed);
  if (name === null) return { kind: 'bad-name' };
  return context.transaction(async (tx): Promise<RenameSegmentOutcome> => {
    const settings = await tx.settings.holdAlone();
    const { rules } = await tx.segmentRules.list();
    const found = rules.find((one) => one.id === id);
    if (!found) return { kind: 'gone' };
    const taken = await takenBy(
      tx,
      name,
      rules.filter((one) => one.id !== id),
    );
    if (taken) return taken;
    if (name === found.name) return { kind: 'renamed', name };
    await tx.segmentRules.rename(settings.ladderRules, found, name);
    await settleWithout(tx, settings, found.name);
    await tx.audit.add(context.now(), actor ?? terminalActor, 'segment.renamed', 'segments', {
      from: found.name,
      to: name,
    });
    return { kind: 'renamed', name };
  });
}

/** Takes a segment by rule away, and the targets for it. */
export async function removeSegment(context: Context, id: number, actor: string | null): Promise<RemoveSegmentOutcome> {
  return context.transaction(async (tx): Promise<RemoveSegmentOutcome> => {
    const settings = await tx.settings.holdAlone();
    const found = (await tx.segmentRules.list()).rules.find((one) => one.id === id);
    if (!found) return { kind: 'gone' };
    const targets = await tx.segmentRules.remove(settings.ladderRules, found);
    await settleWithout(tx, settings, found.name);
    await tx.audit.add(context.now(), actor ?? terminalActor, 'segment.removed', 'segments', {
      name: found.name,
      targets,
    });
    return { kind: 'removed', name: found.name, targets };
  });
}

/** Nobody is in the segment of that name any more. */
async function settleWithout(tx: WorkspaceStore, { ladderRules }: HeldSettings, name: string): Promise<void> {
  await settleAllSegments(tx, ladderRules);
  await tx.segmentRules.forgetCounts(ladderRules, name, await tx.keptCounts.currencies());
}

async function takenBy(
  tx: Pick<WorkspaceStore, 'segmentRules'>,
  name: string,
  rules: readonly SegmentRule[],
): Promise<SegmentRefusal | null> {
  const same = rules.find(isCalled(name));
  if (same) return { kind: 'name-taken', name: same.name, by: 'rule' };
  const tag = await tx.segmentRules.tagCalled(name);
  return tag === null ? null : { kind: 'name-taken', name: tag, by: 'tag' };
}

/** What no segment by rule can be of; null: of this it can. */
function refusedRule(rule: CustomerQuery, rules: readonly SegmentRule[]): SegmentRefusal | null {
  if (rules.length >= mostSegmentRules) return { kind: 'too-many' };
  const builtOn = rules.find((one) => one.name === rule.segment);
  if (builtOn) return { kind: 'of-a-rule', name: builtOn.name };
  if (rule.owner !== null) return { kind: 'of-an-owner' };
  if (rule.campaign !== null) return { kind: 'of-a-campaign' };
  return saysAnything(rule) ? null : { kind: 'everybody' };
}

function isCalled(name: string): (one: SegmentRule) => boolean {
  const folded = foldSpelling(name);
  return (one) => foldSpelling(one.name) === folded;
}

/** As segments are written everywhere; null: no name, or several. */
function readName(typed: string): string | null {
  const reading = readSegments(typed);
  if (!('segments' in reading) || /["“”„«»]/.test(typed)) return null;
  const [name, ...others] = reading.segments;
  return name === undefined || others.length > 0 ? null : name;
}

function saysAnything(rule: CustomerQuery): boolean {
  return Object.values(rule).some((asked) => asked !== null && asked !== false);
}
