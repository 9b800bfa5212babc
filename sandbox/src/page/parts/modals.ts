import { h, html } from 'htm/preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { SandboxView } from '../../page-api.ts';
import { act, usePressOnce } from '../acts.ts';
import { blocksOn } from '../blocks/blocks.ts';
import { stateOf } from '../blocks/surface.ts';
import { screen } from '../state.ts';
import { iconButton } from './signs.ts';
import { Toasts } from './toasts.ts';

/** Shows the modal on top of the stack; those below keep what was typed in them and come back as they were. */
export function Modals() {
  const { modals } = screen.value;
  const isOpen = modals.length > 0;
  const before = useRef<Element | null>(null);
  if (isOpen) before.current ??= document.activeElement;
  useLayoutEffect(() => {
    if (isOpen || before.current === null) return;
    const isThere = before.current.isConnected && before.current !== document.body;
    const goal = isThere ? before.current : document.querySelector('.composer-field');
    if (goal instanceof HTMLElement) goal.focus();
    before.current = null;
  }, [isOpen]);
  return html`${modals.map((view) => h(Modal, { key: view.id, view, isTop: view === modals.at(-1) }))}`;
}

/** One of the app's modals as a dialog. Every way out of it is told to the app; the sandbox then says what is open. */
function Modal({ view, isTop }: { view: SandboxView; isTop: boolean }) {
  const { id: viewId, errors } = view;
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (!isTop) return dialog.current?.close();
    dialog.current?.showModal();
    // Where one starts: at the first field, else at the first button.
    const isFound = focusFirst(dialog.current, '.dialog-body :is(input, textarea)');
    if (!isFound) focusFirst(dialog.current, ':is(.dialog-body, .dialog-foot) button');
    return undefined;
  }, [isTop]);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (!isTop || current === null || current.contains(document.activeElement)) return;
    // What had the focus is gone with what was drawn before.
    const isFound = focusFirst(current, '.dialog-body :is(input, textarea)');
    if (!isFound) focusFirst(current, ':is(.dialog-body, .dialog-foot) button');
  }, [view.hash]);
  useLayoutEffect(() => {
    focusFirst(dialog.current, ':is(input, textarea)[aria-invalid], [aria-invalid] input');
  }, [JSON.stringify(errors)]);
  const on = { kind: 'view', viewId } as const;
  const close = (all: boolean): void => void act({ do: 'close', viewId, ...(all ? { all } : {}) });
  const [isBusy, send] = usePressOnce(() => act({ do: 'submit', viewId, state: stateOf(on) }));
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close(false);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (view.submit !== null) send();
  };
  const button = html`<button type="submit" class="button button-primary" aria-busy=${isBusy}>${view.submit}</button>`;
  return html`<dialog ref=${dialog} class="dialog" aria-labelledby=${titleId} onKeyDown=${closeByKey}
    onCancel=${(event: Event) => event.preventDefault()}>
    <form class="flex max-h-[inherit] flex-col [&_.blocks]:gap-4" novalidate onSubmit=${submit}>
      <div class="flex flex-none items-center justify-between gap-4 pt-4 pr-4 pb-3 pl-6">
        <h2 id=${titleId}>${view.title}</h2>${iconButton('close', 'Close', () => close(true))}
      </div>
      <div class="dialog-body min-h-0 overflow-y-auto px-6 pt-1 pb-4" tabindex="-1">
        ${blocksOn({ on, heading: 'h3', errors }, view.blocks)}
      </div>
      <div class="dialog-foot border-t border-line">
        <button type="button" class="button" onClick=${() => close(false)}>${view.close ?? 'Cancel'}</button>
        ${view.submit !== null && button}
      </div>
    </form>
    ${h(Toasts, { dialog })}
  </dialog>`;
}

function focusFirst(within: HTMLElement | null, selector: string): boolean {
  const found = within?.querySelector<HTMLElement>(selector);
  found?.focus();
  return Boolean(found);
}
