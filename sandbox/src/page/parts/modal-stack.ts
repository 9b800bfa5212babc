import type { Page } from '../page.ts';
import { drawModal, focusFirstField, type Modal } from './modal.ts';

/** Shows the modal on top of the stack; those below keep what was typed in them and come back as they were. */
export function modalStack(page: Page): { readonly draw: () => void } {
  const open = new Map<string, Modal>();
  let before: HTMLElement | null = null;
  return {
    draw: () => {
      const views = page.model.screen.modals;
      const top = views.at(-1);
      if (open.size === 0 && top !== undefined) before = document.activeElement as HTMLElement | null;
      for (const [id, { dialog }] of open) {
        if (views.some((view) => view.id === id)) continue;
        dialog.close();
        dialog.remove();
        open.delete(id);
      }
      for (const view of views) {
        const modal = open.get(view.id);
        if (modal === undefined) open.set(view.id, drawNew(page, view));
        else modal.update(view);
      }
      for (const [id, { dialog }] of open) showOrHide(dialog, id === top?.id);
      if (top === undefined && before !== null) {
        giveFocusBack(before);
        before = null;
      }
    },
  };
}

function drawNew(page: Page, view: Parameters<typeof drawModal>[1]): Modal {
  const modal = drawModal(page, view);
  document.body.append(modal.dialog);
  return modal;
}

function showOrHide(dialog: HTMLDialogElement, isTop: boolean): void {
  if (!isTop && dialog.open) dialog.close();
  if (!isTop || dialog.open) return;
  dialog.showModal();
  focusFirstField(dialog);
}

function giveFocusBack(element: HTMLElement): void {
  const goal =
    element.isConnected && element !== document.body ? element : document.querySelector<HTMLElement>('.composer-field');
  goal?.focus();
}
