import { newId } from '../dom.ts';
import { type Json, objectAt, textAt } from '../read.ts';
import type { Spot, Surface } from '../surface.ts';
import { plainWords } from '../text/draw-text.ts';

/** The spot of an element outside of an input block: it has no label of its own, and the app hears of every change. */
export function plainSpot(element: Json, blockId: string, surface: Surface, beside: string): Spot {
  const label =
    plainWords(objectAt(element, 'placeholder')) ||
    beside.replace(/[*_~`]/g, '').slice(0, 120) ||
    textAt(element, 'action_id');
  const controlId = newId('element');
  return { surface, blockId, controlId, labelledBy: null, label, describedBy: null, dispatches: true, required: false };
}

/** What a control needs to be found by tests and focus, named and described. */
export function controlAttributes(element: Json, spot: Spot): Record<string, string | null> {
  return {
    id: spot.controlId,
    'data-control': textAt(element, 'type'),
    'data-action': textAt(element, 'action_id'),
    'aria-label': spot.labelledBy === null ? spot.label : null,
    'aria-describedby': spot.describedBy,
    'aria-required': spot.required ? 'true' : null,
  };
}
