import { previousWindow } from '../loyalty/calendar.ts';
import type { FigureName, FigureReport } from '../loyalty/figures/figure.ts';
import { figures, toReport } from '../loyalty/figures/index.ts';
import { type Rung, rungs } from '../loyalty/ladder.ts';
import type { Window } from '../loyalty/period.ts';
import type { WorkspaceStore } from '../store/store.ts';

/** A figure over a window, and over the one it is compared with. */
export async function readFigure(store: WorkspaceStore, name: FigureName, window: Window): Promise<FigureReport> {
  const before = previousWindow(window);
  const counted = name === 'nps' || name === 'csat' || name === 'repeat' ? store.figures[name] : null;
  const [now = none, then = none] = counted ? await counted([window, before]) : [];
  const figure = figures[name];
  return toReport(figure, window, figure.countsOf(now), before, figure.countsOf(then));
}

/** NPS by the rung on which customers stood when the day of their answer began; null: anonymous answers. */
export async function readNpsByRung(
  store: WorkspaceStore,
  window: Window,
): Promise<{ rung: Rung | null; report: FigureReport }[]> {
  const before = previousWindow(window);
  const [now, then] = await store.figures.npsByRung([window, before]);
  const { nps } = figures;
  const segments: (Rung | 'anonymous')[] = [...rungs, 'anonymous'];
  return segments.flatMap((segment) => {
    const counts = nps.countsOf(now?.get(segment) ?? none);
    const countsThen = nps.countsOf(then?.get(segment) ?? none);
    const report = toReport(nps, window, counts, before, countsThen);
    if (report.base === 0 && report.previous.base === 0) return [];
    return [{ rung: segment === 'anonymous' ? null : segment, report }];
  });
}

const none = [0, 0, 0] as const;
