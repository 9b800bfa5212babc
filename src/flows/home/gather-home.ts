import type { ReadContext } from '../../context.ts';
import type { Checklist, HomeCustomer, HomeFacts, HomeFigure } from '../../facts/home.ts';
import { leastBase } from '../../loyalty/figures/figure.ts';
import { type FigureName, figureNames, figures } from '../../loyalty/figures/index.ts';
import type { Role, Settings } from '../../loyalty/settings.ts';
import { type Day, localDay, type Window, windowBefore } from '../../loyalty/time/period.ts';
import { readNames } from '../customers/read-names.ts';
import { readFigure } from '../figures/read-figure.ts';
import { readLadder } from '../figures/read-ladder.ts';
import { readSeries } from '../figures/read-series.ts';
import { readFollowUps, toMoney } from '../follow-ups/read-follow-ups.ts';
import { readTargets } from '../targets/read-targets.ts';

const shown = { mine: 6, open: 4, customers: 6 } as const;
const windowDays = 90;
const homeFigures = figureNames.filter((name) => figures[name].onHome);
const dayMs = 86_400_000;

interface HomeRequest extends ReadContext {
  readonly memberId: string;
  readonly role: Role;
  readonly now: () => Date;
}

/** The facts of one member's Home, which nobody else sees: customers have their full names there. */
export async function gatherHome({ store, settings: shared, memberId, role, now }: HomeRequest): Promise<HomeFacts> {
  const settings: Settings = { ...shared, nameStyle: 'full' };
  const context = { store, settings };
  const today = localDay(now(), settings.timeZone);
  const window = windowBefore(today + 1, windowDays);
  const mayManage = role !== 'member';
  const [ladder, figures, targets, mine, open, myCustomers, checklist, undelivered] = await Promise.all([
    readLadder(context, window, 0),
    Promise.all(homeFigures.map((name) => readHomeFigure(context, name, window))),
    readTargets(context, today + 1, today),
    store.followUps.list({ kind: 'mine', memberId }, today, shown.mine),
    store.followUps.list({ kind: 'open' }, today, shown.open),
    readMyCustomers(context, memberId, today),
    mayManage ? readChecklist(context) : null,
    mayManage ? store.outbox.countUndelivered(new Date(now().getTime() - 7 * dayMs)) : 0,
  ]);
  const told = await readFollowUps(context, [...mine.followUps, ...open.followUps], now());
  return {
    customers: Object.values(ladder.counts).reduce((sum, count) => sum + count, 0),
    ladder,
    figures,
    targets,
    mine: { list: told.slice(0, mine.followUps.length), total: mine.total },
    open: { list: told.slice(mine.followUps.length), total: open.total },
    myCustomers,
    checklist,
    mayManage,
    undelivered,
  };
}

/** The figure of the window, and month by month. Those that rest on nothing are left out when they are drawn. */
async function readHomeFigure(context: ReadContext, name: FigureName, window: Window): Promise<HomeFigure> {
  const [report, series] = await Promise.all([
    readFigure(context, name, window),
    readSeries(context, name, { step: 'month', asOf: window.to }),
  ]);
  return { report, sparkline: series.points.map(({ value, base }) => (base < leastBase ? null : value)) };
}

async function readMyCustomers(
  { store, settings }: ReadContext,
  memberId: string,
  today: Day,
): Promise<HomeCustomer[]> {
  const taken = await store.followUps.customersTaken(memberId, shown.customers);
  const ids = taken.map(({ customerId }) => customerId);
  const [names, rungs, sums] = await Promise.all([
    readNames(store, ids, settings.nameStyle),
    store.rungChanges.rungsAsOf(ids, today + 1),
    store.orders.sumsBefore(ids, today + 1),
  ]);
  return taken.flatMap(({ customerId, takenAt, atWork }) => {
    const name = names.get(customerId);
    if (!name) return [];
    const value = toMoney(sums.get(customerId)?.revenue ?? {});
    const takenDay = localDay(takenAt, settings.timeZone);
    return [{ ...name, rung: rungs.get(customerId) ?? null, value, takenDay, atWork }];
  });
}

/** Null once everything is set up. */
async function readChecklist({ store, settings }: ReadContext): Promise<Checklist | null> {
  const [imported, schedules, targets] = await Promise.all([
    store.customers.exist(),
    store.schedules.list(),
    store.targets.list(),
  ]);
  const checklist = {
    imported,
    alertChannel: settings.alertChannelId !== null,
    digest: schedules.some(({ active }) => active),
    targets: targets.length > 0,
  };
  return Object.values(checklist).every((done) => done) ? null : checklist;
}
