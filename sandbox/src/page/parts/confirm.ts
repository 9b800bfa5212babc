import { el, newId } from '../dom.ts';
import type { Names } from '../names.ts';
import { type Json, objectAt, textAt } from '../read.ts';
import { drawTextObject, plainWords } from '../text/draw-text.ts';

/** Asks what an element's `confirm` asks. @returns whether the person said yes */
export function askConfirm(confirm: Json, names: Names): Promise<boolean> {
  const titleId = newId('confirm');
  const textId = newId('confirm');
  const text = drawTextObject(objectAt(confirm, 'text'), names);
  text.id = textId;
  const yes = plainWords(objectAt(confirm, 'confirm')) || 'Yes';
  const no = plainWords(objectAt(confirm, 'deny')) || 'No';
  const look = textAt(confirm, 'style') === 'danger' ? 'button button-danger' : 'button button-primary';
  const dialog = el(
    'dialog',
    { class: 'dialog confirm', role: 'alertdialog', 'aria-labelledby': titleId, 'aria-describedby': textId },
    el('h2', { id: titleId }, plainWords(objectAt(confirm, 'title')) || 'Are you sure?'),
    text,
    el(
      'div',
      { class: 'dialog-foot' },
      el('button', { type: 'button', class: 'button', onclick: () => dialog.close('no') }, no),
      el('button', { type: 'button', class: look, onclick: () => dialog.close('yes') }, yes),
    ),
  );
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
