import type { DigestFacts } from '../../facts/report.ts';
import type { DigestSection } from '../../loyalty/digest.ts';
import { figureNames } from '../../loyalty/figures/index.ts';
import { localDay, type Window } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { readFigure } from '../figures/read-figure.ts';
import { readLadder } from '../figures/read-ladder.ts';
import { readFollowUps, readVoices } from '../follow-ups/read-follow-ups.ts';
import { readTargets } from '../targets/read-targets.ts';

const shown = { movers: 5, voices: 3, followUps: 5 } as const;

export interface DigestRequest {
  /** Local days of the workspace. */
  readonly window: Window;
  readonly sections: readonly DigestSection[];
  readonly now: Date;
}

/** A digest's facts; those of sections that are off are read as little as the others are long. */
export async function gatherDigest(
  store: WorkspaceStore,
  { window, sections, now }: DigestRequest,
): Promise<Omit<DigestFacts, 'late'>> {
  const settings = await store.settings.read();
  const context = { store, settings };
  const today = localDay(now, settings.timeZone);
  const figures = [];
  for (const name of figureNames) figures.push(await readFigure(context, name, window));
  const { followUps } = await store.followUps.list({ kind: 'all' }, today, shown.followUps);
  return {
    window,
    sections,
    figures,
    targets: await readTargets(context, window.to, today),
    ladder: await readLadder(context, window, shown.movers),
    goodVoices: await readVoices(context, await store.answers.newestVoices(window, 'good', shown.voices), window.to),
    badVoices: await readVoices(context, await store.answers.newestVoices(window, 'bad', shown.voices), window.to),
    followUps: { ...(await store.followUps.counts(today)), list: await readFollowUps(context, followUps, now) },
  };
}
