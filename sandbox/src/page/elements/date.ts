import type { ElementValue } from '../../page-api.ts';
import { el } from '../dom.ts';
import { type Json, numberAt, textAt } from '../read.ts';
import type { Spot } from '../surface.ts';
import { secondsToWallTime, wallTimeToSeconds } from '../text/wall-time.ts';
import { commit, keptValue } from './commit.ts';
import { controlAttributes } from './spot.ts';

export function drawDatepicker(element: Json, spot: Spot): HTMLElement {
  const kept = keptValue(element, spot);
  const initial = kept === undefined ? textAt(element, 'initial_date') : textAt(kept, 'selected_date');
  return drawField(element, spot, 'date', initial, (text) => ({ type: 'datepicker', selected_date: text || null }));
}

export function drawTimepicker(element: Json, spot: Spot): HTMLElement {
  const kept = keptValue(element, spot);
  const initial = kept === undefined ? textAt(element, 'initial_time') : textAt(kept, 'selected_time');
  const timeZone = textAt(element, 'timezone');
  return drawField(element, spot, 'time', initial, (text) => ({
    type: 'timepicker',
    selected_time: text || null,
    ...(timeZone === '' ? {} : { timezone: timeZone }),
  }));
}

/** A day and a time as the clocks of the person who looks show them; its value is whole seconds since 1970 UTC. */
export function drawDateTimepicker(element: Json, spot: Spot): HTMLElement {
  const kept = keptValue(element, spot);
  const seconds = kept === undefined ? numberAt(element, 'initial_date_time') : numberAt(kept, 'selected_date_time');
  const { timeZone } = spot.surface.names.viewer();
  const initial = seconds === null ? '' : secondsToWallTime(seconds, timeZone);
  return drawField(element, spot, 'datetime-local', initial, (text) => ({
    type: 'datetimepicker',
    selected_date_time: wallTimeToSeconds(text, timeZone),
  }));
}

function drawField(
  element: Json,
  spot: Spot,
  type: 'date' | 'time' | 'datetime-local',
  initial: string,
  toValue: (text: string) => ElementValue,
): HTMLElement {
  const control = el('input', { ...controlAttributes(element, spot), class: 'control control-date', type });
  control.value = initial;
  control.addEventListener('change', () => void commit(element, spot, toValue(control.value)));
  return control;
}
