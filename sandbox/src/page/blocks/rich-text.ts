import { el } from '../dom.ts';
import { type Json, listAt, numberAt, objectAt, textAt } from '../read.ts';
import type { Surface } from '../surface.ts';
import { drawChannel, drawPerson } from '../text/draw-text.ts';
import { emojiFor, emojiFromCodePoints } from '../text/emoji.ts';
import { drawLink } from '../text/link.ts';
import { formatSlackDate } from '../text/slack-date.ts';
import { drawUnknown } from './unknown.ts';

export function drawRichText(block: Json, surface: Surface): HTMLElement {
  const parts = listAt(block, 'elements').map((part) => drawPart(part, surface));
  return el('div', { class: 'block block-rich-text' }, ...parts);
}

/** The inline pieces of a rich text section, for table cells too. */
export function drawRichPieces(section: Json, surface: Surface): readonly (Node | string)[] {
  return listAt(section, 'elements').map((piece) => styled(piece, drawPiece(piece, surface)));
}

function drawPart(part: Json, surface: Surface): HTMLElement {
  switch (textAt(part, 'type')) {
    case 'rich_text_section':
      return el('div', { class: 'text lines' }, ...drawRichPieces(part, surface));
    case 'rich_text_quote':
      return el('blockquote', {}, ...drawRichPieces(part, surface));
    case 'rich_text_preformatted':
      return el('pre', { class: 'code-block', tabindex: 0 }, ...drawRichPieces(part, surface));
    case 'rich_text_list': {
      const tag = textAt(part, 'style') === 'ordered' ? 'ol' : 'ul';
      const start = (numberAt(part, 'offset') ?? 0) + 1;
      const items = listAt(part, 'elements').map((item) => el('li', {}, ...drawRichPieces(item, surface)));
      const indent = Math.min(8, Math.max(0, numberAt(part, 'indent') ?? 0));
      return el(tag, { class: `indent-${indent}`, start: tag === 'ol' && start > 1 ? start : null }, ...items);
    }
    default:
      return drawUnknown('element', textAt(part, 'type'));
  }
}

function drawPiece(piece: Json, surface: Surface): Node | string {
  const { names } = surface;
  switch (textAt(piece, 'type')) {
    case 'text':
      return textAt(piece, 'text');
    case 'link':
      return drawLink(textAt(piece, 'url'), textAt(piece, 'text') || textAt(piece, 'url'));
    case 'user':
      return drawPerson(textAt(piece, 'user_id'), names);
    case 'channel':
      return drawChannel(textAt(piece, 'channel_id'), names);
    case 'usergroup':
      return el('span', { class: 'mention' }, `@${textAt(piece, 'usergroup_id')}`);
    case 'broadcast':
      return el('span', { class: 'mention' }, `@${textAt(piece, 'range')}`);
    case 'emoji':
      return drawEmoji(piece);
    case 'color':
      return el('code', {}, textAt(piece, 'value'));
    case 'date':
      return drawDate(piece, surface);
    default:
      return drawUnknown('element', textAt(piece, 'type'));
  }
}

function drawEmoji(piece: Json): string {
  const name = textAt(piece, 'name');
  return emojiFor(name) ?? emojiFromCodePoints(textAt(piece, 'unicode')) ?? `:${name}:`;
}

function drawDate(piece: Json, surface: Surface): HTMLElement {
  const seconds = numberAt(piece, 'timestamp');
  const words =
    seconds === null
      ? textAt(piece, 'fallback')
      : formatSlackDate(seconds, textAt(piece, 'format'), surface.names.viewer());
  const time = el('time', { title: textAt(piece, 'fallback') || null }, words);
  return textAt(piece, 'url') === '' ? time : drawLink(textAt(piece, 'url'), time);
}

const styleTags = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' } as const;

function styled(piece: Json, node: Node | string): Node | string {
  const style = objectAt(piece, 'style');
  return Object.entries(styleTags).reduce<Node | string>(
    (inner, [name, tag]) => (style[name] === true ? el(tag, {}, inner) : inner),
    node,
  );
}
