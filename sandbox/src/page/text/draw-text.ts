import { el } from '../dom.ts';
import type { Names } from '../names.ts';
import { type Json, textAt } from '../read.ts';
import { withEmoji } from './emoji.ts';
import { drawLink } from './link.ts';
import { type Inline, parseMrkdwn } from './mrkdwn.ts';
import { formatSlackDate } from './slack-date.ts';

/** Draws a text object, plain or mrkdwn. */
export function drawTextObject(text: Json, names: Names): HTMLElement {
  if (textAt(text, 'type') === 'mrkdwn') return drawMrkdwn(textAt(text, 'text'), names);
  return el('div', { class: 'text' }, plainWords(text));
}

/** The words of a plain text object, for places that take nothing but text. */
export function plainWords(text: Json): string {
  const words = textAt(text, 'text');
  return text.emoji === false ? words : withEmoji(words);
}

export function drawMrkdwn(source: string, names: Names): HTMLElement {
  const host = el('div', { class: 'text' });
  for (const paragraph of parseMrkdwn(source)) {
    if (paragraph.kind === 'pre') host.append(el('pre', { class: 'code-block', tabindex: 0 }, paragraph.text));
    else if (paragraph.kind === 'quote') host.append(el('blockquote', {}, ...drawAll(paragraph.children, names)));
    else host.append(el('div', { class: 'lines' }, ...drawAll(paragraph.children, names)));
  }
  return host;
}

export function drawPerson(id: string, names: Names, label: string | null = null): HTMLElement {
  return el('span', { class: 'mention' }, `@${label ?? names.personName(id)}`);
}

export function drawChannel(id: string, names: Names, label: string | null = null): HTMLElement {
  return el('span', { class: 'mention' }, `#${label === null || label === '' ? names.channelName(id) : label}`);
}

const styleTags = { bold: 'strong', italic: 'em', strike: 's' } as const;

function drawAll(children: readonly Inline[], names: Names): readonly (Node | string)[] {
  return children.map((child) => drawInline(child, names));
}

function drawInline(inline: Inline, names: Names): Node | string {
  switch (inline.kind) {
    case 'text':
      return withEmoji(inline.text);
    case 'styled':
      return el(styleTags[inline.style], {}, ...drawAll(inline.children, names));
    case 'code':
      return el('code', {}, inline.text);
    case 'link':
      return drawLink(inline.address, inline.label);
    case 'person':
      return drawPerson(inline.id, names, inline.label);
    case 'channel':
      return drawChannel(inline.id, names, inline.label);
    case 'everyone':
      return el('span', { class: 'mention' }, inline.label);
    case 'date': {
      const words = formatSlackDate(inline.seconds, inline.format, names.viewer());
      const time = el('time', { datetime: isoOf(inline.seconds), title: inline.fallback || null }, words);
      return inline.address === null ? time : drawLink(inline.address, time);
    }
  }
}

function isoOf(seconds: number): string | null {
  const at = new Date(seconds * 1000);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
