import type { SandboxMessage } from '../../page-api.ts';
import { el, setText, show } from '../dom.ts';
import { keyedList } from '../keyed-list.ts';
import type { Page } from '../page.ts';
import { dayOf } from '../text/slack-date.ts';
import { drawMessage } from './message.ts';

const shownAtFirst = 150;
const nearEndPx = 80;

type Row = { readonly day: string } | { readonly message: SandboxMessage };

export interface MessageList {
  readonly node: HTMLElement;
  /** @param place what the list is of; another place is shown from its end */
  readonly draw: (place: string, label: string, messages: readonly SandboxMessage[]) => void;
}

/** Messages with their days. It stays at the end while one reads there, and stays put while one reads further up. */
export function messageList(page: Page, { inThread }: { readonly inThread: boolean }): MessageList {
  const list = el('ol', { class: 'messages' });
  const earlier = el('button', { type: 'button', class: 'button earlier' }, 'Show earlier messages');
  const inner = el('div', { class: 'scroll-inner' }, earlier, list);
  const node = el('div', { class: 'scroll', tabindex: 0, role: 'region' }, inner);
  const drawRows = keyedList<Row>(list, rowKey, (row) => {
    if ('day' in row) return { node: el('li', { class: 'day' }, el('h2', {}, row.day)) };
    const drawn = drawMessage(page, row.message, inThread);
    return { node: drawn.node, update: (next) => 'message' in next && drawn.update?.(next.message) };
  });
  let drawnPlace = '';
  let most = shownAtFirst;
  let atEnd = true;
  const toEnd = (): void => {
    if (atEnd) node.scrollTop = node.scrollHeight;
  };
  node.addEventListener('scroll', () => {
    atEnd = node.scrollHeight - node.scrollTop - node.clientHeight < nearEndPx;
  });
  earlier.addEventListener('click', () => {
    most += shownAtFirst;
    page.changed();
  });
  const observer = new ResizeObserver(toEnd);
  observer.observe(inner);
  observer.observe(node);
  return {
    node,
    draw: (place, label, messages) => {
      if (place !== drawnPlace) {
        drawRows([]);
        most = shownAtFirst;
        atEnd = true;
      }
      drawnPlace = place;
      if (node.getAttribute('aria-label') !== label) node.setAttribute('aria-label', label);
      show(earlier, messages.length > most);
      drawRows(withDays(page, messages.slice(-most)));
      toEnd();
    },
  };
}

/** What is shown while there is nothing to list. */
export function emptyNote(): { readonly node: HTMLElement; readonly say: (words: string | null) => void } {
  const node = el('p', { class: 'empty' });
  return {
    node,
    say: (words) => {
      show(node, words !== null);
      setText(node, words ?? '');
    },
  };
}

function rowKey(row: Row): string {
  return 'day' in row ? `day ${row.day}` : `${row.message.ts} ${row.message.ephemeral}`;
}

function withDays(page: Page, messages: readonly SandboxMessage[]): readonly Row[] {
  const viewer = page.names.viewer();
  let day = '';
  return messages.flatMap((message): readonly Row[] => {
    const itsDay = dayOf(message.ts, viewer);
    if (itsDay === day) return [{ message }];
    day = itsDay;
    return [{ day }, { message }];
  });
}
