import type { Checklist, HomeCustomer, HomeFacts, HomeFigure } from '../../facts/home.ts';
import { leastBase } from '../../loyalty/figures/figure.ts';
import { type FigureName, figureNames, figures } from '../../loyalty/figures/index.ts';
import type { Role, Settings } from '../../loyalty/settings.ts';
import { type Day, localDay, type Window, windowBefore } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';
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

interface HomeRequest {
  readonly memberId: string;
  readonly role: Role;
  readonly settings: Settings;
  readonly now: Date;
}

/** The facts of one member's Home, which nobody else sees: customers have their full names there. */
export async function gatherHome(
  store: WorkspaceStore,
  { memberId, role, settings: shared, now }: HomeRequest,
): Promise<HomeFacts> {
  const settings: Settings = { ...shared, nameStyle: 'full' };
  const today = localDay(now, settings.timeZone);
  const window = windowBefore(today + 1, windowDays);
  const mayManage = role !== 'member';
  const [ladder, figures, targets, mine, open, myCustomers, checklist, undelivered] = await Promise.all([
    readLadder(store, window, 'full', 0),
    Promise.all(homeFigures.map((name) => readHomeFigure(store, settings, name, window))),
    readTargets(store, settings, today + 1, today),
    store.followUps.list({ kind: 'mine', memberId }, today, shown.mine),
    store.followUps.list({ kind: 'open' }, today, shown.open),
    readMyCustomers(store, settings, memberId, today),
    mayManage ? readChecklist(store, settings) : null,
    mayManage ? store.outbox.countUndelivered(new Date(now.getTime() - 7 * dayMs)) : 0,
  ]);
  const told = await readFollowUps(store, settings, [...mine.followUps, ...open.followUps], now);
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
async function readHomeFigure(
  store: WorkspaceStore,
  settings: Settings,
  name: FigureName,
  window: Window,
): Promise<HomeFigure> {
  const [report, series] = await Promise.all([
    readFigure(store, settings, name, window),
    readSeries(store, settings, name, 'month', window.to),
  ]);
  return { report, sparkline: series.points.map(({ value, base }) => (base < leastBase ? null : value)) };
}

async function readMyCustomers(
  store: WorkspaceStore,
  settings: Settings,
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
async function readChecklist(store: WorkspaceStore, settings: Settings): Promise<Checklist | null> {
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
