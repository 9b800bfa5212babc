import { signal } from '@preact/signals';
import { h, html, render } from 'htm/preact';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LiveEvent } from '../../page-api.ts';
import { channelName, personName, place } from '../state.ts';
import { mrkdwn } from '../text/text.ts';
import { icon, iconButton } from './signs.ts';

const staysMs = 10_000;

/** `dialog` is the one that it stands in; `null` for the page itself. */
type Toast = Readonly<{ words: string; dialog: Element | null }>;

const toasts = signal<readonly Toast[]>([]);

/**
 * Tells a person that something did not go through. It stands inside the open dialog when there is one, as everything
 * beside a modal dialog is out of reach; and it can be put away at once.
 */
export function toast(words: string): void {
  toasts.value = [...toasts.value, { words, dialog: [...document.querySelectorAll('dialog[open]')].at(-1) ?? null }];
}

/** What the person has been told in a dialog, or on the page beside all dialogs. */
export function Toasts({ dialog }: { dialog: RefObject<Element | null> | null }) {
  const host = dialog === null ? null : (dialog.current ?? 'not there yet');
  const mine = toasts.value.filter((one) => one.dialog === host);
  if (mine.length === 0) return null;
  const notes = mine.map((one) => h(ToastNote, { key: one, toast: one }));
  return html`<section class="fixed right-4 bottom-4 z-5 grid w-[min(24rem,calc(100vw-2rem))] gap-2
      in-[.dialog]:right-auto in-[.dialog]:left-1/2 in-[.dialog]:-translate-x-1/2" role="alert" aria-label="Problems">${notes}</section>`;
}

function ToastNote({ toast: one }: { toast: Toast }) {
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
  return html`<div class="toast flex items-center gap-[0.6rem] rounded-lg border border-clay-line bg-clay-soft
      py-[0.6rem] pr-2 pl-[0.9rem] font-medium text-clay shadow-high [&_.icon-button]:text-inherit" onPointerEnter=${hold} onFocusIn=${hold} onPointerLeave=${() => setHeld(false)}>
    ${icon('warning')}<span class="flex-1">${one.words}</span>${iconButton('close', 'Put this away', remove)}
  </div>`;
}

const longest = 200;
const announced = signal('');

/** Reads new messages out to people who do not see them come in, politely and without the page around them. */
export function Announcer() {
  return html`<div class="sr-only" aria-live="polite" data-announcer>${announced}</div>`;
}

/** Takes what happened: a message of somebody else is read out. */
export function hear(event: LiveEvent): void {
  if (event.type !== 'message') return;
  const { isApp, user, channel, text } = event.message;
  if (!isApp && user === place.value.as) return;
  const drawn = document.createElement('div');
  render(mrkdwn(text), drawn);
  const said = `${personName(user)}: ${drawn.textContent.slice(0, longest)}`;
  announced.value = channel === place.value.channel ? said : `New message in ${channelName(channel)}`;
}
