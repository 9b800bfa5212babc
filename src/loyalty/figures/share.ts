import type { Figure } from './figure.ts';
import { type Share, shareChange } from './share-change.ts';
import { wilsonInterval } from './wilson.ts';

/** What all figures that are shares have in common: 0 to 1 with its Wilson 95 % interval, 42 of 50 → .84, [.715, .917]. */
export function shareOf<Counts>(
  toShare: (counts: Counts) => Share,
): Pick<Figure<Counts>, 'unit' | 'measure' | 'change'> {
  return {
    unit: 'share',
    measure(counts) {
      const { hits, base } = toShare(counts);
      return { value: base === 0 ? null : hits / base, base, counts, interval: wilsonInterval(hits, base) };
    },
    change: (now, before) => shareChange(toShare(now), toShare(before)),
  };
}
