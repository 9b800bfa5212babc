import type { Locale } from '../text/define-text.ts';
import { formatNumber, formatPercent } from '../text/number.ts';

/**
 * Tells how far long work is.
 *
 * @param isWord whether it is worth a line where lines stay
 */
export type Progress = (done: number, all: number, isWord: boolean) => void;

const widestBar = 30;
/** What stands beside the bar, with room for millions. */
const besideBar = 32;

/** How far something is, on one line: "━━━━━━━━──────── 52%  416,000 / 800,000". */
export function progressLine(done: number, all: number, locale: Locale, columns: number): string {
  const share = all === 0 ? 1 : Math.min(1, done / all);
  const width = Math.max(0, Math.min(widestBar, columns - besideBar));
  const full = Math.round(share * width);
  const bar = '━'.repeat(full) + '─'.repeat(width - full);
  // A hundredth that is not done yet is not told as done.
  const percent = formatPercent(locale, Math.floor(share * 100) / 100, 0);
  return `${bar} ${percent}  ${formatNumber(locale, done)} / ${formatNumber(locale, all)}`.trimStart();
}

/** Lets through what is worth a line, and else each hundredth once. */
export function oncePerPercent(tell: Progress): Progress {
  let told = -1;
  return (done, all, isWord) => {
    const percent = Math.floor((100 * done) / Math.max(1, all));
    if (!isWord && percent === told) return;
    told = percent;
    tell(done, all, isWord);
  };
}
