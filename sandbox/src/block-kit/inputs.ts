import { also, type Check, fields, flag, list, oneOf, pattern, text, whole } from './check.ts';
import { richText } from './rich-text.ts';
import { actionId, confirm, placeholder } from './text.ts';

const dispatch = fields(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }) },
);
const typed = { action_id: actionId, placeholder, focus_on_load: flag, dispatch_action_config: dispatch };
const initialText = text({ min: 0, max: 3000 });
const number = pattern(/^-?\d+(\.\d+)?$/, 'must be a number in a string');

/** Fields that a person types into or uploads to; they stand in input blocks only. By type. */
export const inputs = {
  plain_text_input: also(
    fields(
      {},
      { ...typed, initial_value: initialText, multiline: flag, min_length: whole(0, 3000), max_length: whole(1, 3000) },
    ),
    (element, at, spot) => {
      const [least, most] = [Number(element.min_length ?? 0), Number(element.max_length ?? 3000)];
      if (least > most) spot.report('must not be greater than max_length', `${at}/min_length`);
      const { length } = String(element.initial_value ?? '');
      if (length > most) spot.report(`must be less than ${most + 1} characters`, `${at}/initial_value`);
      if (length > 0 && length < least) spot.report(`must be more than ${least - 1} characters`, `${at}/initial_value`);
    },
  ),
  email_text_input: fields({}, { ...typed, initial_value: initialText }),
  url_text_input: fields({}, { ...typed, initial_value: initialText }),
  number_input: also(
    fields({ is_decimal_allowed: flag }, { ...typed, initial_value: number, min_value: number, max_value: number }),
    (element, at, spot) => {
      const { min_value: min, max_value: max, initial_value: initial, is_decimal_allowed: decimals } = element;
      const isLess = (one: unknown, other: unknown) =>
        one !== undefined && other !== undefined && Number(one) < Number(other);
      if (isLess(max, min)) spot.report('must not be greater than max_value', `${at}/min_value`);
      if (isLess(initial, min)) spot.report('must not be less than min_value', `${at}/initial_value`);
      if (isLess(max, initial)) spot.report('must not be greater than max_value', `${at}/initial_value`);
      if (decimals === false && String(initial ?? '').includes('.')) {
        spot.report('must be a whole number', `${at}/initial_value`);
      }
    },
  ),
  rich_text_input: fields(
    {},
    { ...typed, initial_value: richText, min_lines: whole(1, 100), max_lines: whole(1, 100) },
  ),
  file_input: also(
    fields({}, { action_id: actionId, filetypes: list(text({ max: 50 }), { max: 100 }), max_files: whole(1, 10) }),
    (_element, at, spot) => {
      if (spot.surface !== 'modal') spot.report('file_input is only allowed in modals', at);
    },
  ),
} satisfies Readonly<Record<string, Check>>;

const picked = { action_id: actionId, confirm, focus_on_load: flag };
const day: Check = (value, at, spot) => {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(String(value)) && isInCalendar(String(value));
  if (!isDay) spot.report('must be a date in the form YYYY-MM-DD', at);
};
const time = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the form HH:mm');

export const datepickers = {
  datepicker: fields({}, { ...picked, placeholder, initial_date: day }),
  timepicker: fields({}, { ...picked, placeholder, initial_time: time, timezone: text({ max: 255 }) }),
} satisfies Readonly<Record<string, Check>>;

/** Stands in actions and inputs, but not beside a section. */
export const datetimepicker = {
  datetimepicker: fields({}, { ...picked, initial_date_time: whole(1_000_000_000, 9_999_999_999) }),
} satisfies Readonly<Record<string, Check>>;

/** No 30th of February: what JavaScript reads as another day is none. */
function isInCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
