import type { ReadContext } from '../../context.ts';
import type { LadderFacts, Mover, RungCounts } from '../../facts/ladder.ts';
import { type Rung, rungs } from '../../loyalty/ladder/rung-rules.ts';
import type { Window } from '../../loyalty/time/period.ts';
import type { RecordedChange } from '../../store/counts/rung-changes.ts';
import { readNames } from '../customers/read-names.ts';

const shownMovers = 10;

/** The ladder as of the end of a window, and who moved in it. */
export async function readLadder(context: ReadContext, window: Window, movers = shownMovers): Promise<LadderFacts> {
  const { figures } = context.store;
  const [ever, movements] = await Promise.all([
    figures.rungMovements(null, window.to),
    figures.rungMovements(window.from, window.to),
  ]);
  return {
    asOf: window.to,
    window,
    counts: countRungs(ever),
    movements,
    up: movers === 0 ? [] : await readMovers(context, window, movers, (from, to) => to > from),
    down: movers === 0 ? [] : await readMovers(context, window, movers, (from, to) => to < from),
  };
}

function countRungs(movements: readonly { from: Rung | null; to: Rung; count: number }[]): RungCounts {
  const counts = { prospect: 0, customer: 0, repeat: 0, ambassador: 0, partner: 0 };
  for (const { from, to, count } of movements) {
    counts[to] += count;
    if (from !== null) counts[from] -= count;
  }
  return counts;
}

async function readMovers(
  { store, settings }: ReadContext,
  window: Window,
  limit: number,
  isWanted: (from: number, to: number) => boolean,
): Promise<Mover[]> {
  const pairs = rungs.flatMap((from, i) => rungs.flatMap((to, j) => (isWanted(i, j) ? [{ from, to }] : [])));
  const changes = await store.rungChanges.inWindow(window, pairs, limit);
  const names = await readNames(
    store,
    changes.map(({ customerId }) => customerId),
    settings.nameStyle,
  );
  return changes.flatMap((change) => {
    const name = names.get(change.customerId);
    return name ? [{ ...name, ...toMove(change) }] : [];
  });
}

function toMove({ from, rung, day, reason }: RecordedChange): Pick<Mover, 'from' | 'to' | 'day' | 'reason'> {
  return { from, to: rung, day, reason };
}
