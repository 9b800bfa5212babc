import type {
  ActionsBlock,
  ActionsBlockElement,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  MrkdwnElement,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';
import { shortened, shortenedMrkdwn } from '../../text/shorten.ts';

/** A piece of a line. Text is never read as mrkdwn here, so people's words need no escape. */
export type Piece = string | { readonly bold: string } | { readonly member: string } | { readonly channel: string };

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

/** Our own words, with people's in it escaped. */
export function section(text: string, accessory?: SectionBlockAccessory): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory && { accessory }) };
}

/** A line with people's words and something to press beside it. */
export function plainSection(text: string, accessory?: SectionBlockAccessory): SectionBlock {
  return { type: 'section', text: plain(text, 3000), ...(accessory && { accessory }) };
}

/** Small print. */
export function context(...lines: readonly string[]): ContextBlock {
  return { type: 'context', elements: lines.slice(0, 10).map((line) => plain(line, 2000)) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export function actions(...elements: readonly ActionsBlockElement[]): ActionsBlock {
  return { type: 'actions', elements: elements.slice(0, 25) };
}

/** Lines under each other. */
export function lines(...rows: readonly (readonly Piece[])[]): RichTextBlock {
  const elements = rows.flatMap((row, i) => [
    ...(i > 0 ? [{ type: 'text', text: '\n' } as const] : []),
    ...toElements(row),
  ]);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** A line, and below it what somebody said. */
export function quote(above: readonly Piece[], said: string | null): RichTextBlock {
  const section = { type: 'rich_text_section', elements: toElements(above) } as const;
  if (!said) return { type: 'rich_text', elements: [section] };
  return {
    type: 'rich_text',
    elements: [section, { type: 'rich_text_quote', elements: [{ type: 'text', text: said }] }],
  };
}

export function bullets(rows: readonly (readonly Piece[])[]): RichTextBlock {
  const elements = rows.map((row) => ({ type: 'rich_text_section', elements: toElements(row) }) as const);
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] };
}

/** Slack refuses an empty text. */
export function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: shortened(text, limit) || ' ', emoji: false };
}

/** `verbatim` keeps Slack from making links and mentions of what merely looks like some. */
function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text: shortenedMrkdwn(text, 3000), verbatim: true };
}

/** Slack refuses an empty text. */
function toElements(pieces: readonly Piece[]): RichTextElement[] {
  const kept = pieces.filter((piece) => piece !== '' && !(typeof piece === 'object' && 'bold' in piece && !piece.bold));
  return kept.length > 0 ? kept.map(toElement) : [{ type: 'text', text: ' ' }];
}

function toElement(piece: Piece): RichTextElement {
  if (typeof piece === 'string') return { type: 'text', text: piece };
  if ('bold' in piece) return { type: 'text', text: piece.bold, style: { bold: true } };
  if ('member' in piece) return { type: 'user', user_id: piece.member };
  return { type: 'channel', channel_id: piece.channel };
}
