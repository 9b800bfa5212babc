import { html } from 'htm/preact';
import { useId, useState } from 'preact/hooks';
import type { ElementValue } from '../../page-api.ts';
import { type StoredFile, storePicked } from '../acts.ts';
import { type Json, listAt, numberAt, objectAt, textAt, textsAt, toObject } from '../json.ts';
import { chips } from '../parts/signs.ts';
import { viewer } from '../state.ts';
import { plainWords, textObject } from '../text/text.ts';
import { secondsToWallTime, wallTimeToSeconds } from '../text/wall-time.ts';
import { type ElementProps, useControl } from './spot.ts';

type On<Event> = Event & { readonly currentTarget: HTMLInputElement };

const keyboards = { email_text_input: 'email', url_text_input: 'url', number_input: 'decimal' };

/** One line or several of text; email, address and number are text as well, with a fitting keyboard on a phone. */
export function TextInput(props: ElementProps) {
  const { element, spot } = props;
  const { attributes, kept, commit } = useControl(props);
  const type = textAt(element, 'type');
  const triggers = textsAt(objectAt(element, 'dispatch_action_config'), 'trigger_actions_on');
  const onEnter = spot.dispatches && (triggers.length === 0 || triggers.includes('on_enter_pressed'));
  const toValue = (text: string): ElementValue => ({ type, value: text === '' ? null : text });
  const field = {
    ...attributes,
    class: 'control block',
    placeholder: plainWords(objectAt(element, 'placeholder')),
    maxlength: numberAt(element, 'max_length'),
    autocomplete: 'off',
    defaultValue: kept === undefined ? textAt(element, 'initial_value') : textAt(kept, 'value'),
    onInput: ({ currentTarget }: On<Event>) =>
      commit(toValue(currentTarget.value), spot.dispatches && triggers.includes('on_character_entered')),
    onKeyDown: (event: On<KeyboardEvent>) => {
      if (!onEnter || event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      void commit(toValue(event.currentTarget.value));
    },
  };
  if (element.multiline === true) return html`<textarea ...${field} rows="4" />`;
  return html`<input ...${field} type="text" inputmode=${keyboards[type as keyof typeof keyboards]} />`;
}

const clocks = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const;

/** A day, a time, or both as the clocks of the person who looks show them; then its value is seconds since 1970 UTC. */
export function DateInput(props: ElementProps) {
  const { element } = props;
  const { attributes, kept, commit } = useControl(props);
  const kind = textAt(element, 'type') as keyof typeof clocks;
  const key = kind === 'datetimepicker' ? 'date_time' : clocks[kind];
  const { timeZone } = viewer();
  const [from, name] = kept === undefined ? [element, `initial_${key}`] : [kept, `selected_${key}`];
  const seconds = numberAt(from, name);
  const initial = seconds === null ? textAt(from, name) : secondsToWallTime(seconds, timeZone);
  const zone = kind === 'timepicker' && textAt(element, 'timezone');
  const change = ({ currentTarget: { value } }: On<Event>): void => {
    const selected = kind === 'datetimepicker' ? wallTimeToSeconds(value, timeZone) : value || null;
    void commit({ type: kind, [`selected_${key}`]: selected, ...(zone ? { timezone: zone } : {}) });
  };
  return html`<input ...${attributes} class="control min-h-[2.4375rem] w-auto max-w-full" type=${clocks[kind]} defaultValue=${initial}
    onChange=${change} />`;
}

/** Checkboxes or radio buttons. */
export function Choices(props: ElementProps) {
  const { element, spot } = props;
  const { attributes, kept, commit } = useControl(props);
  const name = useId();
  const type = textAt(element, 'type');
  const isRadio = type === 'radio_buttons';
  const [from, prefix] = kept === undefined ? [element, 'initial'] : [kept, 'selected'];
  const chosen = [...listAt(from, `${prefix}_options`), objectAt(from, `${prefix}_option`)];
  const options = listAt(element, 'options');
  const take = ({ currentTarget }: Event & { currentTarget: HTMLElement }): void => {
    const boxes = currentTarget.querySelectorAll('input');
    const taken = options.filter((_, index) => boxes[index]?.checked === true);
    void commit(isRadio ? { type, selected_option: taken[0] ?? null } : { type, selected_options: taken });
  };
  const row = (option: Json) => {
    const value = textAt(option, 'value');
    const isChosen = chosen.some((one) => textAt(one, 'value') === value);
    const box = { type: isRadio ? 'radio' : 'checkbox', name, 'aria-describedby': spot.describedBy };
    const description = toObject(option.description);
    return html`<label class="choice">
      <input ...${box} defaultChecked=${isChosen} />
      <span>
        ${textObject(objectAt(option, 'text'))}
        ${description && html`<span class="hint block">${textObject(description)}</span>`}
      </span>
    </label>`;
  };
  const group = {
    ...attributes,
    'aria-describedby': undefined,
    'aria-required': undefined,
    'aria-labelledby': spot.controlId && `${spot.controlId}-label`,
    role: isRadio ? 'radiogroup' : 'group',
  };
  return html`<div class="grid gap-[0.15rem]" ...${group} onChange=${take}>${options.map(row)}</div>`;
}

/** Files are stored as soon as they are picked; the value is the list of their ids. */
export function FileInput(props: ElementProps) {
  const { element } = props;
  const { attributes, commit } = useControl(props);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [isStoring, setStoring] = useState(false);
  const most = numberAt(element, 'max_files') ?? 10;
  const accept = textsAt(element, 'filetypes').map((type) => `.${type}`);
  const keep = (all: readonly StoredFile[]): void => {
    const next = all.slice(-most);
    setFiles(next);
    void commit({ type: 'file_input', files: next.map(({ id }) => ({ id })) });
  };
  const store = async ({ currentTarget }: On<Event>): Promise<void> => {
    setStoring(true);
    const added = await storePicked(currentTarget);
    setStoring(false);
    if (added.length > 0) keep([...files, ...added]);
  };
  return html`<div class="grid justify-items-start gap-[0.4rem]">
    <input ...${attributes} type="file" class="control px-2 py-[0.35rem] file:mr-3 file:rounded-full file:border
        file:border-edge file:bg-ground file:px-[0.8rem] file:py-1 file:text-md file:font-medium file:text-ink" multiple=${most > 1}
      accept=${accept.join(',') || undefined} onChange=${store} />
    ${chips('Chosen files', files, keep, 'file')}
    <p class="hint" role="status">${isStoring && 'Uploading …'}</p>
  </div>`;
}
