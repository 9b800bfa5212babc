import type { SandboxView } from '../../page-api.ts';
import { blockDrawer } from '../blocks/draw-blocks.ts';
import { showErrors } from '../blocks/input.ts';
import { el, newId, setText, show } from '../dom.ts';
import { pressOnce } from '../elements/button.ts';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';

export interface Modal {
  readonly dialog: HTMLDialogElement;
  readonly update: (view: SandboxView) => void;
}

/** One of the app's modals as a dialog. Every way out of it is told to the app; the sandbox then says what is open. */
export function drawModal(page: Page, first: SandboxView): Modal {
  const titleId = newId('modal');
  const surface = page.surfaceOfView(first);
  const title = el('h2', { id: titleId });
  const blocks = el('div', { class: 'blocks' });
  const drawBlocks = blockDrawer(blocks, surface);
  const submit = el('button', { type: 'submit', class: 'button button-primary' });
  const back = el('button', { type: 'button', class: 'button' });
  const cross = el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close' }, icon('close'));
  const form = el(
    'form',
    { novalidate: true },
    el('div', { class: 'dialog-head' }, title, cross),
    el('div', { class: 'dialog-body', tabindex: -1 }, blocks),
    el('div', { class: 'dialog-foot' }, back, submit),
  );
  const dialog = el('dialog', { class: 'dialog modal', 'aria-labelledby': titleId, 'data-view': first.id }, form);

  let view = first;
  let errorsDrawn = '{}';
  const close = (all: boolean): void => void page.act({ do: 'close', viewId: view.id, ...(all ? { all } : {}) });
  const send = (): Promise<unknown> =>
    page.act({ do: 'submit', viewId: view.id, state: surface.state.within(view.blocks) });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (view.submit !== null) void pressOnce(submit, send);
  });
  back.addEventListener('click', () => close(false));
  cross.addEventListener('click', () => close(true));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close(false);
  });
  const update = (next: SandboxView): void => {
    view = next;
    setText(title, next.title);
    setText(submit, next.submit ?? '');
    show(submit, next.submit !== null);
    setText(back, next.close ?? 'Cancel');
    drawBlocks(next.blocks);
    showErrors(blocks, next.errors);
    const errors = JSON.stringify(next.errors);
    if (errors !== errorsDrawn) focusFirst(blocks, '[aria-invalid=true], [aria-invalid=true] input');
    errorsDrawn = errors;
  };
  update(first);
  return { dialog, update };
}

/** Where one starts in a dialog: at its first field, else at its first button. */
export function focusFirstField(dialog: HTMLElement): void {
  if (!focusFirst(dialog, '.dialog-body input, .dialog-body textarea'))
    focusFirst(dialog, '.dialog-body button, .dialog-foot button');
}

function focusFirst(within: HTMLElement, selector: string): boolean {
  const found = [...within.querySelectorAll<HTMLElement>(selector)].find((element) =>
    element.matches('input, textarea, button'),
  );
  found?.focus();
  return found !== undefined;
}
