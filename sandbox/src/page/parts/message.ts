import { h, html } from 'htm/preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SandboxMessage } from '../../page-api.ts';
import { act } from '../acts.ts';
import { blocksOn } from '../blocks/blocks.ts';
import { go, linkTo, personName, place, threadReplies, viewer, workspace } from '../state.ts';
import { dayOf, instantOf, timeOf } from '../text/slack-date.ts';
import { mrkdwn } from '../text/text.ts';
import { Menu, shortcutItems } from './menu.ts';
import { appAvatar, avatar, icon } from './signs.ts';

const shownAtFirst = 150;

type MessageListProps = Readonly<{ label: string; messages: readonly SandboxMessage[]; inThread: boolean }>;

/** Messages with their days. It stays at the end while one reads there, and stays put while one reads further up. */
export function MessageList({ label, messages, inThread }: MessageListProps) {
  const [most, setMost] = useState(shownAtFirst);
  const days = new Set<string>();
  const rows = messages.slice(-most).flatMap((message) => {
    const row = h(Message, { key: `${message.ts} ${message.ephemeral}`, message, inThread });
    const day = dayOf(message.ts, viewer());
    if (days.has(day)) return [row];
    days.add(day);
    const divider = html`<li class="flex items-center gap-4 px-6 pt-4 pb-2 text-sm font-medium text-soft narrow:px-3
        before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line" key=${day}><h2>${day}</h2></li>`;
    return [divider, row];
  });
  const list = useRef<HTMLElement>(null);
  const newest = messages.at(-1);
  const seen = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (newest === undefined) return undefined;
    const isFirst = seen.current === null;
    const isNew = seen.current !== keyOf(newest);
    seen.current = keyOf(newest);
    const isMine = newest.ephemeral || (!newest.isApp && newest.user === place.value.as);
    return isNew && (isFirst || isMine) ? showNewest(list.current) : undefined;
  }, [newest && keyOf(newest)]);
  const showEarlier = (): void => setMost(most + shownAtFirst);
  const earlier = html`<button type="button" class="button m-2 self-center" onClick=${showEarlier}>
    Show earlier messages
  </button>`;
  // A column that begins at its foot is one that a browser scrolls from its end.
  return html`<section ref=${list} class="scroll flex flex-col-reverse" tabindex="0" aria-label=${label}>
    <div class="flex min-h-full flex-none flex-col justify-end pt-2 pb-3">
      ${messages.length > most && earlier}
      <ol class="flex flex-col">${rows}</ol>
    </div>
  </section>`;
}

const keyOf = ({ ts, ephemeral }: SandboxMessage): string => `${ts} ${ephemeral}`;

/**
 * Brings the newest message into sight: its end, or where it begins if it is taller than the room for it; a picture in it
 * makes it so later. Whoever scrolls meanwhile is left where they go. @returns what ends it
 */
function showNewest(list: HTMLElement | null): (() => void) | undefined {
  const row = list?.querySelector('li.message:last-child');
  if (!list || !row) return undefined;
  const ending = new AbortController();
  const show = (): void => {
    const isTall = row.getBoundingClientRect().height > list.clientHeight;
    const above = row.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (isTall) list.scrollTop += above - 8;
    else list.scrollTop = 0;
  };
  const watcher = new ResizeObserver(show);
  watcher.observe(row);
  const { signal } = ending;
  signal.addEventListener('abort', () => watcher.disconnect());
  for (const act of ['wheel', 'pointerdown', 'keydown', 'touchstart']) {
    list.addEventListener(act, () => ending.abort(), { signal, passive: true });
  }
  show();
  return () => ending.abort();
}

/** What the app says lies on a card of its own; what people say is plain text. */
const card =
  'mt-[0.35rem] w-fit max-w-[44rem] min-w-[min(26rem,100%)] border px-[1.1rem] py-[0.8rem] rounded-lg rounded-tl-[0.25rem] narrow:min-w-full narrow:px-3 narrow:py-[0.65rem]';
const papers = {
  seenByAll: 'border-line bg-card shadow-[0_1px_2px_rgb(60_48_30/5%)]',
  seenByOne: 'border-dashed border-accent-line bg-[color-mix(in_srgb,var(--color-accent-soft)_45%,var(--color-sheet))]',
};

/** A message as a row of a list. */
function Message({ message, inThread }: { message: SandboxMessage; inThread: boolean }) {
  const { channel, ts, user, isApp, ephemeral, edited, text, blocks } = message;
  const nameId = useId();
  const author = isApp ? (workspace.value?.app.name ?? 'App') : personName(user);
  const body =
    blocks.length > 0
      ? blocksOn({ on: { kind: 'message', channel, ts }, heading: 'h3', errors: {} }, blocks)
      : html`<div class="message-text">${mrkdwn(text)}</div>`;
  return html`<li class="message" data-ts=${ts}>
    <article aria-labelledby=${nameId} tabindex="-1"
      class="grid grid-cols-[2.25rem_minmax(0,1fr)_auto] gap-x-[0.85rem] py-[0.55rem] pr-4 pl-6
          focus-visible:rounded-lg focus-visible:-outline-offset-4 narrow:grid-cols-[2rem_minmax(0,1fr)_auto] narrow:gap-x-[0.6rem] narrow:py-2 narrow:pr-1 narrow:pl-3">
      ${isApp ? appAvatar() : avatar(user)}
      <div>
        <div class="flex flex-wrap items-baseline gap-x-2 leading-[1.35]">
          <span class="font-bold ${isApp ? 'text-accent' : ''}" id=${nameId}>${author}</span>
          ${isApp && html`<span class="rounded-lg bg-accent-soft px-[0.4rem] text-xs font-medium text-accent">app</span>`}
          <time class="hint tabular-nums" datetime=${instantOf(ts).toISOString()}>${timeOf(ts, viewer())}</time>
          ${edited && html`<span class="hint">· edited</span>`}
        </div>
        ${ephemeral && html`<p class="hint flex items-center gap-[0.35rem] [&_.icon]:size-[0.95rem]">${icon('eye')}Only you can see this</p>`}
        <div class="message-body wrap-anywhere ${isApp ? card : 'max-w-[46rem]'} ${isApp ? papers[ephemeral ? 'seenByOne' : 'seenByAll'] : ''}" hidden=${blocks.length === 0 && text === ''}>${body}</div>
        ${message.files.length > 0 && files(message)}
        ${!inThread && replies(message)}
      </div>
      ${!ephemeral && messageMenu(message, author, inThread)}
    </article>
  </li>`;
}

/** The files that came with a message, as links that save them. */
function files(message: SandboxMessage) {
  const links = message.files.map(
    ({ id, name, url, size }) => html`<li key=${id}>
      <a class="group flex items-center gap-2 rounded-md border border-line bg-card px-3 py-[0.4rem] no-underline" href=${url} download=${name}>
        ${icon('file')}<span class="underline group-hover:font-medium">${name}</span>
        <span class="hint">${fileSize(size)}</span>
      </a>
    </li>`,
  );
  return html`<ul class="mt-[0.4rem] flex flex-wrap gap-2" aria-label="Files">${links}</ul>`;
}

function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function replies({ channel, ts, replyCount }: SandboxMessage) {
  // What was heard since may be more than what the message said of itself.
  const heard = threadReplies(channel, ts).filter(({ ephemeral }) => !ephemeral).length;
  const count = Math.max(replyCount, heard);
  if (count === 0) return null;
  return html`<a class="group mt-[0.2rem] inline-flex min-h-7 items-center gap-[0.35rem] text-md font-semi no-underline" href=${linkTo({ channel, thread: ts })}>
    ${icon('reply')}
    <span class="group-hover:underline">${count === 1 ? '1 reply' : `${count} replies`}</span>
  </a>`;
}

function messageMenu({ channel, ts }: SandboxMessage, author: string, inThread: boolean) {
  const offered = shortcutItems('message', (callbackId) => act({ do: 'message-shortcut', callbackId, channel, ts }));
  const reply = { words: 'Reply in thread', pick: () => go({ channel, thread: ts }) };
  return h(Menu, {
    label: `Actions for ${author}'s message of ${timeOf(ts, viewer())}`,
    icon: 'more',
    items: inThread ? offered : [reply, ...offered],
    empty: 'No actions for this message',
  });
}
