import { foldText } from '../loyalty/facts/customer.ts';
import type { Command } from './command.ts';

/** The command one of whose words is at most a few slips away from what was typed; null when none is. */
export function nearestWord(commands: readonly Command[], typed: string): string | null {
  const folded = foldText(typed).slice(0, 40);
  let best: { name: string; slips: number } | null = null;
  for (const { words } of commands) {
    for (const word of words) {
      const slips = slipsBetween(folded, foldText(word));
      if (slips <= Math.max(1, Math.floor(word.length / 3)) && slips < (best?.slips ?? Number.POSITIVE_INFINITY))
        best = { name: words[0], slips };
    }
  }
  return best?.name ?? null;
}

/** Damerau–Levenshtein distance (optimal string alignment): letters added, left out, changed or swapped. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
