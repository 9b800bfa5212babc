import { el } from '../dom.ts';
import { icon } from '../icons.ts';

const staysMs = 10_000;

/**
 * Tells a person that something did not go through. It stands inside the open dialog when there is one, as everything
 * beside a modal dialog is out of reach; and it can be put away at once.
 */
export function toast(words: string): void {
  const host = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body;
  const tray = host.querySelector<HTMLElement>(':scope > .toasts') ?? newTray(host);
  const note = el('div', { class: 'toast' }, icon('warning'), el('span', {}, words));
  const remove = (): void => note.remove();
  note.append(
    el(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': 'Put this away', onclick: remove },
      icon('close'),
    ),
  );
  tray.append(note);
  let timer = window.setTimeout(remove, staysMs);
  note.addEventListener('pointerenter', () => window.clearTimeout(timer));
  note.addEventListener('focusin', () => window.clearTimeout(timer));
  note.addEventListener('pointerleave', () => {
    timer = window.setTimeout(remove, staysMs);
  });
}

function newTray(host: HTMLElement): HTMLElement {
  const tray = el('section', { class: 'toasts', role: 'alert', 'aria-label': 'Problems' });
  host.append(tray);
  return tray;
}
