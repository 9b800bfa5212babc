import type { ElementValue } from '../../page-api.ts';
import { askConfirm } from '../parts/confirm.ts';
import { type Json, textAt, toObject } from '../read.ts';
import type { Spot } from '../surface.ts';

/**
 * Takes a new value of an element: keeps it, and where the app hears of changes, tells the app after the person has
 * confirmed what the element asks to confirm.
 * @returns whether the value stands; `false` when the person took it back
 */
export async function commit(element: Json, spot: Spot, value: ElementValue): Promise<boolean> {
  const actionId = textAt(element, 'action_id');
  const confirm = toObject(element.confirm);
  if (spot.dispatches && confirm !== null && !(await askConfirm(confirm, spot.surface.names))) return false;
  spot.surface.state.set(spot.blockId, actionId, value);
  if (spot.dispatches) await spot.surface.press(spot.blockId, actionId, value);
  return true;
}

/** The value that a person gave, else the one that the app set, as `{}` when there is neither. */
export function keptValue(element: Json, spot: Spot): ElementValue | undefined {
  return spot.surface.state.get(spot.blockId, textAt(element, 'action_id'));
}
