import { previousWindow } from '../loyalty/calendar.ts';
import type { FigureName, FigureReport, Part } from '../loyalty/figures/figure.ts';
import { toReport } from '../loyalty/figures/index.ts';
import { nps } from '../loyalty/figures/nps.ts';
import type { Window } from '../loyalty/period.ts';
import type { WorkspaceStore } from '../store/store.ts';
import { readFigure, readNpsByRung } from './read-figure.ts';

/** A figure over a window, of all customers or of one part of them. */
export async function measurePart(
  store: WorkspaceStore,
  figure: FigureName,
  part: Part | null,
  window: Window,
): Promise<FigureReport> {
  if (part === null) return (await readFigure(store, figure, window)).report;
  const rows = await readNpsByRung(store, window);
  const found = rows.find(({ rung }) => part.dimension === 'rung' && rung === part.value);
  const none = nps.countsOf(0, 0, 0);
  return found?.report ?? toReport(nps, window, none, previousWindow(window), none);
}
