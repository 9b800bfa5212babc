import { h, html } from 'htm/preact';
import type { ComponentChild, ComponentChildren } from 'preact';
import { type Json, textAt } from '../json.ts';
import { channelName, personName, viewer } from '../state.ts';
import { withEmoji } from './emoji.ts';
import { type Inline, parseMrkdwn } from './mrkdwn.ts';
import { formatSlackDate } from './slack-date.ts';

/** Draws a text object, plain or mrkdwn. */
export function textObject(text: Json) {
  if (textAt(text, 'type') === 'mrkdwn') return mrkdwn(textAt(text, 'text'));
  return html`<div class="text">${plainWords(text)}</div>`;
}

/** The words of a plain text object, for places that take nothing but text. */
export function plainWords(text: Json): string {
  const words = textAt(text, 'text');
  return text.emoji === false ? words : withEmoji(words);
}

export function mrkdwn(text: string) {
  const paragraphs = parseMrkdwn(text).map((paragraph) => {
    if (paragraph.kind === 'pre') return codeBlock(paragraph.text);
    const words = paragraph.children.map(drawInline);
    return paragraph.kind === 'quote' ? html`<blockquote>${words}</blockquote>` : html`<div>${words}</div>`;
  });
  return html`<div class="text">${paragraphs}</div>`;
}

export function codeBlock(content: ComponentChildren) {
  return html`<pre class="overflow-x-auto rounded-md border border-line bg-code px-[0.8rem] py-[0.6rem] font-mono text-sm whitespace-pre wrap-normal" tabindex="0">${content}</pre>`;
}

export function mention(words: string) {
  return html`<span class="rounded-[0.3em] bg-accent-soft px-[0.2em] font-medium text-accent in-[.block-context]:font-[500]">${words}</span>`;
}

/** An address that may become a link: http, https or mailto; anything else is refused with `null`. */
export function safeAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol) ? address : null;
}

/** A link that opens beside this page; an address that must not become one is shown as its words alone. */
export function link(address: string, words: ComponentChildren) {
  const href = safeAddress(address);
  if (href === null) return html`<span>${words}</span>`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer">${words}</a>`;
}

/** An instant as the person who looks reads it; one that is none has its fallback alone. */
export function moment(seconds: number, format: string, address: string | null, fallback: string) {
  const at = new Date(seconds * 1000);
  const machine = Number.isNaN(at.getTime()) ? null : at.toISOString();
  const words = machine === null ? fallback : formatSlackDate(seconds, format, viewer());
  const time = html`<time datetime=${machine} title=${fallback || undefined}>${words}</time>`;
  return address ? link(address, time) : time;
}

const tags = { bold: 'strong', italic: 'em', strike: 's' } as const;

function drawInline(inline: Inline): ComponentChild {
  switch (inline.kind) {
    case 'text':
      return withEmoji(inline.text);
    case 'styled':
      return h(tags[inline.style], null, inline.children.map(drawInline));
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'link':
      return link(inline.address, inline.label);
    case 'person':
      return mention(`@${inline.label ?? personName(inline.id)}`);
    case 'channel':
      return mention(`#${inline.label || channelName(inline.id)}`);
    case 'everyone':
      return mention(inline.label);
    case 'date':
      return moment(inline.seconds, inline.format, inline.address, inline.fallback);
  }
}
