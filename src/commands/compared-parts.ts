import { foldText } from '../loyalty/facts/customer.ts';
import type { Part } from '../loyalty/figures/figure.ts';
import type { Command } from './command.ts';
import type { Sorted } from './sort-words.ts';

/** "Denmark Norway": several parts of what a figure is told by, to be seen side by side; none where it is told by something else. */
export function comparedIn(sorted: readonly Sorted[], { takes = {} }: Command): Sorted[] {
  const by = sorted.find((one) => one.kind === 'by');
  const dimensions = by ? [by.dimension] : (takes.by ?? []);
  const parts = dimensions.map((dimension) => sorted.filter((one) => partOf(one)?.dimension === dimension));
  return parts.find((of) => new Set(of.map((one) => foldText(partOf(one)?.value ?? ''))).size > 1) ?? [];
}

/** The part that words say; null: none. */
export function partOf(one: Sorted): Part | null {
  if (one.kind === 'rung') return { dimension: 'rung', value: one.rung };
  return one.kind === 'part' || one.kind === 'country' ? one.part : null;
}
