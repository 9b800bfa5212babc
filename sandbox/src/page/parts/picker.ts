import { h, html } from 'htm/preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Json } from '../json.ts';
import { chips, icon } from './signs.ts';

export interface Choice {
  readonly key: string;
  readonly words: string;
  readonly note?: string;
  /** The heading it stands under. */
  readonly group?: string;
  /** What the app calls an option, where it is one. */
  readonly option?: Json;
}

interface PickerProps {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly placeholder: string;
  /** Whether several can be chosen, and at most how many; they stand before the field. */
  readonly isMany: boolean;
  readonly most: number;
  readonly chosen: readonly Choice[];
  readonly find: (typed: string) => Promise<readonly Choice[]>;
  /** @returns whether the new choice stands */
  readonly change: (chosen: readonly Choice[]) => Promise<boolean>;
}

/** A combobox over choices that are found while typing: arrow keys move, Enter picks, Escape closes the list. */
export function Picker(props: PickerProps) {
  const { attributes, placeholder, isMany, most, find, change } = props;
  const [chosen, setChosen] = useState(props.chosen);
  /** What is being typed; `null` while the field shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  /** `null` while it is looking. */
  const [found, setFound] = useState<readonly Choice[] | null>(null);
  const [active, setActive] = useState(0);
  const asked = useRef(0);
  const id = useId();
  const words = typed ?? (isMany ? '' : (chosen[0]?.words ?? ''));

  const take = async (next: readonly Choice[]): Promise<void> => {
    setTyped(null);
    setChosen(next.slice(-most));
    if (!(await change(next.slice(-most)))) setChosen(chosen);
  };
  const shut = (): void => {
    asked.current += 1;
    setOpen(false);
    setFound(null);
  };
  const pick = (choice: Choice): void => {
    shut();
    const others = chosen.filter(({ key }) => key !== choice.key);
    const isNew = others.length === chosen.length;
    void take(isMany ? [...others, ...(isNew ? [choice] : [])] : [choice]);
  };
  const look = async (text: string): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    setOpen(true);
    const answer = await find(text);
    // Answers may overtake each other; only the newest question's counts, and only while the list is wanted.
    if (mine !== asked.current) return;
    setFound(answer);
    const at = answer.findIndex(({ key }) => key === chosen[0]?.key);
    setActive(Math.max(0, at));
  };
  /** @returns whether the key was for the list */
  const pressInList = (key: string): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const count = found?.length ?? 0;
    const choice = found?.[active];
    if (step !== undefined && !isOpen) void look('');
    else if (step !== undefined) setActive((active + step + count) % Math.max(1, count));
    else if (key === 'Enter') choice !== undefined && pick(choice);
    else if (key === 'Escape' && isOpen) shut();
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    if (pressInList(event.key)) {
      event.preventDefault();
      // The dialog around it must not take Escape for itself.
      event.stopPropagation();
    } else if (event.key === 'Backspace' && isMany && words === '' && chosen.length > 0) void take(chosen.slice(0, -1));
  };
  const leave = (): void => {
    shut();
    if (!isMany && words === '' && chosen.length > 0) void take([]);
    else setTyped(null);
  };
  const type = ({ currentTarget: { value } }: Event & { currentTarget: HTMLInputElement }): void => {
    setTyped(value);
    void look(value);
  };
  const select = ({ currentTarget }: Event & { currentTarget: HTMLInputElement }): void => currentTarget.select();
  const current = found?.[active] && `${id}-${active}`;
  return html`<div class="relative max-w-full [&_.chips]:mb-[0.4rem] in-[.block-actions]:w-52 in-[.section-accessory]:w-52">
    ${isMany && chips('Chosen', chosen, (next) => void take(next))}
    <input ...${attributes} class="control pr-9 text-ellipsis" type="text" role="combobox" autocomplete="off" spellcheck=${false}
      aria-autocomplete="list" aria-controls=${id} aria-expanded=${isOpen} aria-activedescendant=${current}
      placeholder=${placeholder} value=${words} onClick=${() => void look('')} onFocus=${select} onInput=${type}
      onBlur=${leave} onKeyDown=${press} />
    ${icon('chevron', 'pointer-events-none absolute right-[0.65rem] bottom-[0.65rem] text-soft')}
    ${h(ChoiceList, { id, isOpen, found, active, chosen, pick })}
  </div>`;
}

interface ChoiceListProps extends Pick<PickerProps, 'chosen'> {
  readonly id: string;
  readonly isOpen: boolean;
  readonly found: readonly Choice[] | null;
  readonly active: number;
  readonly pick: (choice: Choice) => void;
}

/** The list that belongs to a combobox. The field keeps the focus and says which choice is the active one. */
function ChoiceList({ id, isOpen, found, active, chosen, pick }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const source = list.current?.parentElement?.querySelector('input');
    if (isOpen && source) list.current?.showPopover({ source });
    else list.current?.hidePopover();
  }, [isOpen]);
  useLayoutEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [found, active]);
  const option = (choice: Choice, index: number) => {
    const isChosen = chosen.some(({ key }) => key === choice.key);
    const look = index === active ? 'menu-item active' : 'menu-item';
    return html`<div id="${id}-${index}" class=${look} role="option" aria-selected=${isChosen} onClick=${() => pick(choice)}>
      <span>${choice.words}</span>${choice.note && html`<span class="hint">${choice.note}</span>`}
      ${isChosen && html`<span class="text-accent">${icon('check')}</span>`}
    </div>`;
  };
  const groups = [...new Set(found?.map(({ group = '' }) => group))].map((name) => {
    const options = found?.map((choice, index) => (choice.group ?? '') === name && option(choice, index));
    if (name === '') return html`<div role="presentation">${options}</div>`;
    return html`<div role="group" aria-label=${name}>
      <div class="px-3 pt-[0.4rem] pb-[0.15rem] text-sm font-semi text-soft" aria-hidden="true">${name}</div>${options}
    </div>`;
  });
  const nothing = html`<p class="menu-empty" role="option" aria-disabled="true" aria-selected="false">Nothing found</p>`;
  // Pointer down would take the focus from the field, and with it close the list before the click arrives.
  const keepFocus = (event: Event): void => event.preventDefault();
  return html`<div id=${id} ref=${list} class="menu menu-start" role="listbox" popover="manual" aria-label="Choices"
    onPointerDown=${keepFocus}>
    ${found === null ? html`<p class="menu-empty">Looking …</p>` : found.length === 0 ? nothing : groups}
  </div>`;
}
