import type { ElementValue, OptionsQuery, StateValues } from '../../page-api.ts';
import { type Json, textAt } from '../json.ts';
import { messageAt, screen } from '../state.ts';

type On = OptionsQuery['on'];
type At = Pick<OptionsQuery, 'on' | 'blockId' | 'actionId'>;

/** What a person has changed on each surface. It outlives every redrawing of the elements. */
const forms = new Map<string, StateValues>();

export function keptValue({ on, blockId, actionId }: At): ElementValue | undefined {
  return forms.get(JSON.stringify(on))?.[blockId]?.[actionId];
}

export function keepValue({ on, blockId, actionId }: At, value: ElementValue): void {
  const form = forms.get(JSON.stringify(on)) ?? {};
  forms.set(JSON.stringify(on), { ...form, [blockId]: { ...form[blockId], [actionId]: value } });
}

/** The changed values of the blocks that are still there; an untouched element keeps its initial value. */
export function stateOf(on: On): StateValues {
  const present = new Set(blocksOf(on).map((block) => textAt(block, 'block_id')));
  const form = Object.entries(forms.get(JSON.stringify(on)) ?? {});
  return Object.fromEntries(form.filter(([blockId]) => present.has(blockId)));
}

function blocksOf(on: On): readonly Json[] {
  if (on.kind === 'message') return messageAt(on.channel, on.ts)?.blocks ?? [];
  const { modals, home } = screen.value;
  return [...modals, home].find((view) => view?.id === on.viewId)?.blocks ?? [];
}
