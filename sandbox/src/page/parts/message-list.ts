import { h, html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { SandboxMessage } from '../../page-api.ts';
import { viewer } from '../names.ts';
import { dayOf } from '../text/slack-date.ts';
import { Message } from './message.ts';

const shownAtFirst = 150;

interface MessageListProps {
  readonly label: string;
  readonly messages: readonly SandboxMessage[];
  readonly inThread: boolean;
}

/** Messages with their days. It stays at the end while one reads there, and stays put while one reads further up. */
export function MessageList({ label, messages, inThread }: MessageListProps): ComponentChild {
  const [most, setMost] = useState(shownAtFirst);
  const days = new Set<string>();
  const rows = messages.slice(-most).flatMap((message) => {
    const row = h(Message, { key: `${message.ts} ${message.ephemeral}`, message, inThread });
    const day = dayOf(message.ts, viewer());
    if (days.has(day)) return [row];
    days.add(day);
    return [
      html`<li class="flex items-center gap-4 px-6 pt-4 pb-2 text-sm font-medium text-soft narrow:px-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line" key=${day}><h2>${day}</h2></li>`,
      row,
    ];
  });
  const showEarlier = (): void => setMost(most + shownAtFirst);
  const earlier = html`<button type="button" class="button m-2 self-center" onClick=${showEarlier}>
    Show earlier messages
  </button>`;
  // A column that begins at its foot is one that a browser scrolls from its end.
  return html`<section class="scroll flex flex-col-reverse" tabindex="0" aria-label=${label}>
    <div class="flex min-h-full flex-none flex-col justify-end pt-2 pb-3">
      ${messages.length > most && earlier}
      <ol class="flex flex-col">${rows}</ol>
    </div>
  </section>`;
}
