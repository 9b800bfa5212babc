import type { ReadContext } from '../../context.ts';
import type { AskedFacts, CustomerCard, CustomerRisk } from '../../facts/customer.ts';
import { moneyOf } from '../../loyalty/facts/money.ts';
import { toMoney } from '../../loyalty/facts/worth.ts';
import {
  factsBefore,
  type LadderRules,
  nextRung,
  type Pin,
  placementAsOf,
  rungChanges,
} from '../../loyalty/ladder/rung-rules.ts';
import type { Standing } from '../../loyalty/ladder/standing.ts';
import { tellRisk } from '../../loyalty/prediction/told-risk.ts';
import { type Day, localDay } from '../../loyalty/time/period.ts';
import type { FinishedRun } from '../../store/desk/prediction-runs.ts';
import type { Customer } from '../../store/facts/customers.ts';
import type { StoredPin } from '../../store/facts/pins.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { readVoices } from '../follow-ups/read-follow-ups.ts';
import { factorsInto } from '../upkeep/read-factors.ts';
import { readNames, toName } from './read-names.ts';

const shown = { orders: 5, voices: 3, recommended: 10 } as const;

/** All that is told of one customer, as of a day (exclusive). */
export async function readCustomerCard(
  { store, settings }: ReadContext,
  customer: Customer,
  asOf: Day,
  mayPin: boolean,
): Promise<CustomerCard> {
  const { id } = customer;
  const [
    standings,
    pins,
    orders,
    sums,
    answers,
    recommended,
    followUp,
    segments,
    losses,
    names,
    run,
    { rules },
    factors,
    asked,
  ] = await Promise.all([
    store.standings.read([id]),
    store.pins.ofCustomer(id),
    store.orders.newest(id, asOf, shown.orders),
    store.orders.sumsBefore([id], asOf),
    store.answers.ofCustomer(id, asOf, shown.voices),
    store.customers.recommendedBy(id, shown.recommended),
    store.followUps.atWorkFor(id),
    store.segments.ofCustomers([id]),
    store.lostRecommendations.ofCustomers([id]),
    readNames(store, customer.recommendedById === null ? [] : [customer.recommendedById], 'full'),
    store.predictionRuns.newest(),
    store.segmentRules.list(),
    factorsInto(settings.currency, store),
    readAsked({ store, settings }, id),
  ]);
  const voices = await readVoices({ store, settings }, answers, asOf);
  return {
    ...ownFacts(customer, segments.get(id) ?? []),
    segmentsByRule: rules.map(({ name }) => name).filter((name) => standings[0]?.tags.includes(name)),
    lostRecommendations: losses.filter(({ day }) => day < asOf).length,
    ...placementFacts(standings[0], pins, asOf, settings.ladderRules),
    orderCount: sums.get(id)?.orders ?? 0,
    value: toMoney(sums.get(id)?.revenue ?? {}, factors),
    orders: orders.map((order) => pick(order, 'orderId', 'day', 'status', 'amountMinor', 'currency')),
    voices,
    recommendedBy: [...names.values()][0] ?? null,
    recommended: recommended.map((one) => toName(one, 'full')),
    openFollowUp: followUp && pick(followUp, 'id', 'status', 'stewardId', 'dueDay'),
    asked: asked && asked.day < asOf ? asked : null,
    risk: run && run.asOf <= asOf ? await readRisk(store, run, id, standings[0]) : null,
    ownerId: customer.ownerId,
    links: settings.customerLinks,
    mayPin,
  };
}

async function readAsked({ store, settings }: ReadContext, customerId: number): Promise<AskedFacts | null> {
  const newest = await store.invitations.newestOf(customerId);
  if (!newest) return null;
  const { survey, createdAt, answeredAt, id } = newest;
  const mail = answeredAt === null ? await store.mails.find(id) : null;
  const isLost = mail?.status === 'refused' || mail?.status === 'failed';
  const state = answeredAt !== null ? 'answered' : isLost ? 'not-arrived' : 'open';
  return { survey, day: localDay(createdAt, settings.timeZone), state };
}

async function readRisk(
  store: WorkspaceStore,
  run: FinishedRun,
  customerId: number,
  standing: Standing | undefined,
): Promise<CustomerRisk | null> {
  const predicted = await store.predictions.find(run.id, customerId);
  if (!predicted) return null;
  if ((standing?.orderDays.at(-1) ?? 0) >= run.asOf) return { kind: 'ordered-since' };
  const { terms, backTest } = run.facts;
  const told = tellRisk(backTest, predicted.churnRisk);
  return { kind: 'predicted', isHigh: predicted.churnRisk >= terms.atRiskFrom, days: terms.riskDays, told };
}

function ownFacts(customer: Customer, segments: readonly string[]) {
  return {
    customer: toName(customer, 'full'),
    ...pick(customer, 'email', 'language', 'country', 'sinceDay', 'source'),
    segments,
    relationshipYears: customer.relationshipYears,
    cost: moneyOf(customer.costMinor, customer.costCurrency),
    reward: moneyOf(customer.rewardMinor, customer.rewardCurrency),
  };
}

/** Where the customer stands, since when and why, until when if nothing happens, and by whose word. */
function placementFacts(
  standing: Standing | undefined,
  pins: readonly StoredPin[],
  asOf: Day,
  rules: LadderRules,
): Pick<CustomerCard, 'placement' | 'since' | 'next' | 'endsOn' | 'pin'> {
  const facts = standing ? factsBefore({ ...standing, pins }, asOf) : null;
  const changes = facts ? rungChanges(facts, rules) : [];
  const now = changes.findLast((change) => change.day < asOf);
  const coming = changes.find((change) => change.day >= asOf);
  const pin = currentPin(pins, asOf);
  const placement = facts ? placementAsOf(facts, asOf, rules) : null;
  return {
    placement,
    next: placement && nextRung(placement, rules),
    since: now ? pick(now, 'day', 'reason') : null,
    endsOn: now && coming ? coming.day : null,
    pin: pin ? pick(pin, 'id', 'rung', 'reason', 'authorId', 'untilDay') : null,
  };
}

/** Some of what is known, in this order. */
function pick<T, Name extends keyof T>(whole: T, ...names: readonly Name[]): Pick<T, Name> {
  return Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<T, Name>;
}

function currentPin<P extends Pin>(pins: readonly P[], asOf: Day): P | undefined {
  return pins.findLast((pin) => pin.fromDay < asOf && (pin.untilDay === null || pin.untilDay >= asOf));
}
