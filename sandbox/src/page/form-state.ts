import type { ElementValue, StateValues } from '../page-api.ts';
import { type Json, textAt } from './read.ts';

/** What a person has changed on one surface. It outlives every redrawing of the elements. */
export interface FormState {
  readonly get: (blockId: string, actionId: string) => ElementValue | undefined;
  readonly set: (blockId: string, actionId: string, value: ElementValue) => void;
  /** The changed values of the blocks that are still there; an untouched element keeps its initial value. */
  readonly within: (blocks: readonly Json[]) => StateValues;
}

export function createFormState(): FormState {
  const values = new Map<string, Map<string, ElementValue>>();
  return {
    get: (blockId, actionId) => values.get(blockId)?.get(actionId),
    set: (blockId, actionId, value) => {
      const block = values.get(blockId) ?? new Map<string, ElementValue>();
      values.set(blockId, block.set(actionId, value));
    },
    within: (blocks) => {
      const present = new Set(blocks.map((block) => textAt(block, 'block_id')));
      const kept = [...values].filter(([blockId]) => present.has(blockId));
      return Object.fromEntries(kept.map(([blockId, block]) => [blockId, Object.fromEntries(block)]));
    },
  };
}
