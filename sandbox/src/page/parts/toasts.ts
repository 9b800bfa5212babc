import { signal } from '@preact/signals';
import { h, html } from 'htm/preact';
import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { icon, iconButton } from './signs.ts';

const staysMs = 10_000;

interface Toast {
  readonly words: string;
  /** The dialog that it stands in; `null` for the page itself. */
  readonly dialog: Element | null;
}

const toasts = signal<readonly Toast[]>([]);

/**
 * Tells a person that something did not go through. It stands inside the open dialog when there is one, as everything
 * beside a modal dialog is out of reach; and it can be put away at once.
 */
export function toast(words: string): void {
  toasts.value = [...toasts.value, { words, dialog: [...document.querySelectorAll('dialog[open]')].at(-1) ?? null }];
}

/** What the person has been told in a dialog, or on the page beside all dialogs. */
export function Toasts({ dialog }: { dialog: RefObject<Element | null> | null }): ComponentChild {
  const host = dialog === null ? null : (dialog.current ?? 'not there yet');
  const mine = toasts.value.filter((one) => one.dialog === host);
  if (mine.length === 0) return null;
  const notes = mine.map((one) => h(ToastNote, { key: one, toast: one }));
  return html`<section class="toasts" role="alert" aria-label="Problems">${notes}</section>`;
}

function ToastNote({ toast: one }: { toast: Toast }): ComponentChild {
  const [isHeld, setHeld] = useState(false);
  const remove = (): void => {
    toasts.value = toasts.value.filter((other) => other !== one);
  };
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = window.setTimeout(remove, staysMs);
    return () => window.clearTimeout(timer);
  }, [isHeld]);
  const hold = (): void => setHeld(true);
  return html`<div class="toast" onPointerEnter=${hold} onFocusIn=${hold} onPointerLeave=${() => setHeld(false)}>
    ${icon('warning')}<span class="flex-1">${one.words}</span>${iconButton('close', 'Put this away', remove)}
  </div>`;
}
