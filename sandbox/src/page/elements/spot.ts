import { useContext } from 'preact/hooks';
import type { ElementValue } from '../../page-api.ts';
import { act } from '../acts.ts';
import { keepValue, keptValue, SurfaceContext, stateOf } from '../blocks/surface.ts';
import { type Json, objectAt, textAt, toObject } from '../json.ts';
import { ask } from '../parts/dialogs.ts';
import { plainWords, textObject } from '../text/text.ts';

/** Where one element stands: what names it, what describes it, and whether the app hears of every change. */
export interface Spot {
  readonly blockId: string;
  /** With an id the words that name it stand beside it, under this id and "-label". */
  readonly controlId?: string;
  readonly label: string;
  readonly describedBy?: string;
  readonly dispatches: boolean;
  readonly isRequired?: boolean;
  readonly isInvalid?: boolean;
}

export type ElementProps = Readonly<{ element: Json; spot: Spot }>;

/** The spot of an element outside of an input block: it has no label of its own, and the app hears of every change. */
export function plainSpot(element: Json, blockId: string, beside = ''): Spot {
  const words = plainWords(objectAt(element, 'placeholder')) || beside.replace(/[*_~`]/g, '').slice(0, 120);
  return { blockId, label: words || textAt(element, 'action_id'), dispatches: true };
}

/** What every element that holds a value has. */
export function useControl({ element, spot }: ElementProps) {
  const { on } = useContext(SurfaceContext);
  const at = { on, blockId: spot.blockId, actionId: textAt(element, 'action_id') };
  const press = (value: ElementValue) => act({ do: 'press', ...at, state: stateOf(on), value });
  /**
   * Takes a new value: keeps it, and where the app hears of changes, tells the app after the person has confirmed what
   * the element asks to confirm. @returns whether the value stands; `false` when the person took it back
   */
  const commit = async (value: ElementValue, dispatches = spot.dispatches): Promise<boolean> => {
    const confirm = toObject(element.confirm);
    if (dispatches && confirm !== null && !(await askConfirm(confirm))) return false;
    keepValue(at, value);
    if (dispatches) await press(value);
    return true;
  };
  /** What a field needs to be found by tests and focus, named and described. */
  const attributes = {
    id: spot.controlId,
    'data-action': at.actionId,
    'aria-label': spot.controlId === undefined ? spot.label : undefined,
    'aria-describedby': spot.describedBy,
    'aria-required': spot.isRequired || undefined,
    'aria-invalid': spot.isInvalid || undefined,
  };
  // What is kept is the person's; `undefined` while the value is still the one that the app set.
  return { at, kept: keptValue(at), press, commit, attributes };
}

async function askConfirm(confirm: Json): Promise<boolean> {
  const said = await ask({
    title: plainWords(objectAt(confirm, 'title')) || 'Are you sure?',
    body: textObject(objectAt(confirm, 'text')),
    yes: plainWords(objectAt(confirm, 'confirm')) || 'Yes',
    no: plainWords(objectAt(confirm, 'deny')) || 'No',
    alert: textAt(confirm, 'style') === 'danger' ? 'danger' : 'primary',
  });
  return said !== null;
}
