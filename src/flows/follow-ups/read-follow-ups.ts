import type { ReadContext } from '../../context.ts';
import type { FollowUpFacts, Voice } from '../../facts/customer.ts';
import { cliMean } from '../../loyalty/facts/answer.ts';
import { readScaleText } from '../../loyalty/facts/scale.ts';
import { toMoney } from '../../loyalty/facts/worth.ts';
import { type FollowUp, isOverdue } from '../../loyalty/follow-up.ts';
import type { NameStyle } from '../../loyalty/settings.ts';
import { type Day, localDay } from '../../loyalty/time/period.ts';
import type { StoredAnswer } from '../../store/facts/answers.ts';
import { readNames, shownName, toName } from '../customers/read-names.ts';
import { factorsInto } from '../upkeep/read-factors.ts';

const shownVoices = 3;

/** Follow-ups with whom they are about and what was said. */
export async function readFollowUps(
  context: ReadContext,
  followUps: readonly FollowUp[],
  now: Date,
): Promise<FollowUpFacts[]> {
  if (followUps.length === 0) return [];
  const today = localDay(now, context.settings.timeZone);
  const known = await readConcerned(context, followUps, today);
  return followUps.map((followUp) => {
    const { id, customerId, reason } = followUp;
    const ofCustomer = <T>(all: ReadonlyMap<number, T>) => (customerId === null ? null : (all.get(customerId) ?? null));
    const owner = ofCustomer(known.owners);
    const own = known.voices.filter(({ followUpId }) => followUpId === id);
    return {
      id,
      customer: ofCustomer(known.names),
      rung: ofCustomer(known.rungs),
      value: toMoney(ofCustomer(known.sums)?.revenue ?? {}, known.factors),
      lastOrderDay: ofCustomer(known.standings)?.orderDays.findLast((day) => day <= today) ?? null,
      status: followUp.status,
      dueDay: followUp.dueDay,
      overdue: isOverdue(followUp, today),
      stewardId: followUp.stewardId,
      ...(owner && { ownerId: owner }),
      release: known.releases.get(id) ?? null,
      cause: followUp.cause,
      outcome: followUp.outcome,
      ...(reason && { reason }),
      voices: own.slice(0, shownVoices),
      voiceCount: own.length,
    };
  });
}

/** The customers of follow-ups, what they said, and who closed one for somebody else. */
async function readConcerned(context: ReadContext, followUps: readonly FollowUp[], today: Day) {
  const { store, settings } = context;
  const ids = followUps.flatMap(({ customerId }) => customerId ?? []);
  const released = followUps.filter(({ status }) => status !== 'claimed').map(({ id }) => id);
  const [answers, customers, rungs, standings, sums, releases, factors] = await Promise.all([
    store.answers.ofFollowUps(followUps.map(({ id }) => id)),
    store.customers.find([...new Set(ids)]),
    store.rungChanges.rungsAsOf(ids, today + 1),
    store.standings.read(ids),
    store.orders.sumsBefore(ids, today + 1),
    store.followUps.releasesForOthers(released),
    factorsInto(settings.currency, store),
  ]);
  const voices = await readVoices(context, answers, today + 1);
  const names = new Map(customers.map((one) => [one.id, toName(one, settings.nameStyle)]));
  const owners = new Map(customers.map(({ id, ownerId }) => [id, ownerId]));
  return {
    voices,
    names,
    owners,
    rungs,
    standings: new Map(standings.map((one) => [one.customerId, one])),
    sums,
    releases,
    factors,
  };
}

/** What customers said, with who they are; the rung as of `asOf`. */
export async function readVoices(
  { store, settings }: ReadContext,
  answers: readonly StoredAnswer[],
  asOf: Day,
): Promise<(Voice & { readonly followUpId: number | null })[]> {
  const ids = answers.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
  const respondentIds = answers.flatMap(({ respondentId }) => respondentId ?? []);
  const [names, rungs, respondents] = await Promise.all([
    readNames(store, ids, settings.nameStyle),
    store.rungChanges.rungsAsOf(ids, asOf),
    store.respondents.find(respondentIds),
  ]);
  return answers.map((answer) => ({
    answerId: answer.id,
    customer: answer.customerId === null ? null : (names.get(answer.customerId) ?? null),
    rung: answer.customerId === null ? null : (rungs.get(answer.customerId) ?? null),
    kind: answer.kind,
    day: answer.day,
    score: answer.score,
    given: givenIn(answer),
    cliMean: cliMean(answer),
    comment: answer.comment,
    source: answer.source,
    respondent: respondentName(respondents.get(answer.respondentId ?? 0), settings.nameStyle),
    negative: answer.negative,
    followUpId: answer.followUpId,
  }));
}

/** Who of the customer said it, as the workspace shows names; an address is shown where names are shown in full. */
function respondentName(
  respondent: { readonly name: string | null; readonly email: string | null } | undefined,
  style: NameStyle,
): string | null {
  if (!respondent) return null;
  if (respondent.name !== null) return shownName(respondent.name, style);
  return style === 'full' ? respondent.email : null;
}

/** What was given on another scale than the kind's. */
function givenIn({ given, scale }: StoredAnswer): NonNullable<Voice['given']> | null {
  const read = scale ? readScaleText(scale) : null;
  return read && given != null ? { score: given, scale: read } : null;
}
