import { h, html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { type Json, listAt, numberAt, objectAt, textAt } from '../json.ts';
import { channelName, personName } from '../state.ts';
import { emojiFor, emojiFromCodePoints } from '../text/emoji.ts';
import { codeBlock, link, mention, moment } from '../text/text.ts';
import { unknown } from './surface.ts';

export function RichText({ block }: { block: Json }) {
  return html`<div class="rich">${listAt(block, 'elements').map(drawPart)}</div>`;
}

/** The inline pieces of a rich text section, for table cells too. */
export function drawPieces(section: Json): readonly ComponentChild[] {
  return listAt(section, 'elements').map((piece) => styled(piece, drawPiece(piece)));
}

function drawPart(part: Json) {
  switch (textAt(part, 'type')) {
    case 'rich_text_section':
      return html`<div class="text">${drawPieces(part)}</div>`;
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

function drawPiece(piece: Json) {
  const said = (key: string): string => textAt(piece, key);
  switch (said('type')) {
    case 'text':
      return said('text');
    case 'link':
      return link(said('url'), said('text') || said('url'));
    case 'user':
      return mention(`@${personName(said('user_id'))}`);
    case 'channel':
      return mention(`#${channelName(said('channel_id'))}`);
    case 'usergroup':
      return mention(`@${said('usergroup_id')}`);
    case 'broadcast':
      return mention(`@${said('range')}`);
    case 'emoji':
      return emojiFor(said('name')) ?? emojiFromCodePoints(said('unicode')) ?? `:${said('name')}:`;
    case 'color':
      return html`<code>${said('value')}</code>`;
    case 'date':
      return moment(numberAt(piece, 'timestamp') ?? Number.NaN, said('format'), said('url'), said('fallback'));
    default:
      return unknown('element', said('type'));
  }
}

const tags = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' };

function styled(piece: Json, drawn: ComponentChild) {
  const style = objectAt(piece, 'style');
  return Object.entries(tags).reduce(
    (inner, [name, tag]) => (style[name] === true ? h(tag, null, inner) : inner),
    drawn,
  );
}
