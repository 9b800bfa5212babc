import { h, html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { type Json, listAt, numberAt, objectAt, textAt } from '../json.ts';
import { channelName, personName, viewer } from '../names.ts';
import { emojiFor, emojiFromCodePoints } from '../text/emoji.ts';
import { formatSlackDate } from '../text/slack-date.ts';
import { codeBlock, link, mention } from '../text/text.ts';
import { unknown } from './surface.ts';

export function RichText({ block }: { block: Json }): ComponentChild {
  return html`<div class="rich">${listAt(block, 'elements').map(drawPart)}</div>`;
}

/** The inline pieces of a rich text section, for table cells too. */
export function drawPieces(section: Json): readonly ComponentChild[] {
  return listAt(section, 'elements').map((piece) => styled(piece, drawPiece(piece)));
}

function drawPart(part: Json): ComponentChild {
  switch (textAt(part, 'type')) {
    case 'rich_text_section':
      return html`<div class="text lines">${drawPieces(part)}</div>`;
    case 'rich_text_quote':
      return html`<blockquote>${drawPieces(part)}</blockquote>`;
    case 'rich_text_preformatted':
      return codeBlock(drawPieces(part));
    case 'rich_text_list': {
      const items = listAt(part, 'elements').map((item) => html`<li>${drawPieces(item)}</li>`);
      const indent = ['', 'ml-[1.4rem]', 'ml-[2.8rem]', 'ml-[4.2rem]'][Math.min(3, numberAt(part, 'indent') ?? 0)];
      if (textAt(part, 'style') !== 'ordered') return html`<ul class=${indent}>${items}</ul>`;
      return html`<ol class=${indent} start=${(numberAt(part, 'offset') ?? 0) + 1}>${items}</ol>`;
    }
    default:
      return unknown('element', textAt(part, 'type'));
  }
}

function drawPiece(piece: Json): ComponentChild {
  const name = textAt(piece, 'name');
  switch (textAt(piece, 'type')) {
    case 'text':
      return textAt(piece, 'text');
    case 'link':
      return link(textAt(piece, 'url'), textAt(piece, 'text') || textAt(piece, 'url'));
    case 'user':
      return mention(`@${personName(textAt(piece, 'user_id'))}`);
    case 'channel':
      return mention(`#${channelName(textAt(piece, 'channel_id'))}`);
    case 'usergroup':
      return mention(`@${textAt(piece, 'usergroup_id')}`);
    case 'broadcast':
      return mention(`@${textAt(piece, 'range')}`);
    case 'emoji':
      return emojiFor(name) ?? emojiFromCodePoints(textAt(piece, 'unicode')) ?? `:${name}:`;
    case 'color':
      return html`<code>${textAt(piece, 'value')}</code>`;
    case 'date':
      return drawDate(piece);
    default:
      return unknown('element', textAt(piece, 'type'));
  }
}

function drawDate(piece: Json): ComponentChild {
  const seconds = numberAt(piece, 'timestamp');
  const fallback = textAt(piece, 'fallback');
  const words = seconds === null ? fallback : formatSlackDate(seconds, textAt(piece, 'format'), viewer());
  const time = html`<time title=${fallback || undefined}>${words}</time>`;
  return textAt(piece, 'url') === '' ? time : link(textAt(piece, 'url'), time);
}

const tags = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' };

function styled(piece: Json, drawn: ComponentChild): ComponentChild {
  const style = objectAt(piece, 'style');
  return Object.entries(tags).reduce(
    (inner, [name, tag]) => (style[name] === true ? h(tag, null, inner) : inner),
    drawn,
  );
}
