import type { DataTableBlock, KnownBlock, TableBlock } from '@slack/types';
import type { DefinedName } from '../facts/defined.ts';
import { buttonKindId } from '../messages/kit/button.ts';
import type { Message } from '../messages/kit/message.ts';
import { moreButton } from '../messages/kit/more-button.ts';
import { sayButton } from '../messages/kit/say-button.ts';
import { whyButton } from '../messages/kit/why-button.ts';
import type { Locale } from '../text/define-text.ts';
import { readMrkdwn } from '../text/read-mrkdwn.ts';
import { bold, dim, plainLook, type TerminalLook } from './look.ts';
import { type Side, textTable } from './text-table.ts';
import { wrapped } from './text-width.ts';
import { usageWords } from './usage-words.ts';

/** How a message is printed. */
interface Printing {
  readonly look?: TerminalLook;
  readonly locale?: Locale;
  /** Where something is defined: what a press on "Why?" opens. */
  readonly definitionOf?: (name: DefinedName) => readonly KnownBlock[];
}

/** A message in a terminal: the same words without Slack's marks, in the width that there is; buttons by what they say. */
export function toText(message: Message, { look = plainLook, locale = 'en', definitionOf }: Printing = {}): string {
  const blocks = message.blocks.flatMap((block) => [
    block,
    ...(definitionOf ? askedWhy(block).flatMap(definitionOf) : []),
  ]);
  return `${blocks
    .map((block) => blockLines(block, look, locale))
    .filter((lines) => lines.some((line) => line !== ''))
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Commands in a text as they are typed in a terminal: `/loyalty nps` is "nps" there. */
export function inTerminalWords(text: string, locale: Locale): string {
  return text
    .replaceAll(/`\/loyalty ?([^`]*)`/g, (_, words: string) => `"${words || usageWords(locale).overview}"`)
    .replaceAll('`', '');
}

function blockLines(block: KnownBlock, look: TerminalLook, locale: Locale): string[] {
  const plain = (text: string) => text.split('\n').flatMap((line) => wrapped(line, look.columns, hangOf(line)));
  if (block.type === 'header') return plain(block.text.text).map((line) => bold(line, look));
  if (block.type === 'section') {
    const texts = [block.text, ...(block.fields ?? [])].flatMap((part) => (part ? [spoken(part, look, locale)] : []));
    return plain(withPress(texts.join('\n'), block.accessory));
  }
  if (block.type === 'context') {
    const texts = block.elements.flatMap((part) => ('text' in part ? [spoken(part, look, locale)] : []));
    return plain(texts.join(' ')).map((line) => dim(line, look));
  }
  if (block.type === 'actions') return plain(block.elements.flatMap((one) => pressWords(one) ?? []).join(' · '));
  if (block.type === 'table' || block.type === 'data_table') return tableLines(block, look);
  // Dividers say nothing in a terminal.
  return block.type === 'rich_text' ? plain(richText(block, look)) : [];
}

/** What a press of a button says, as one would type it; null: it does something else. */
function pressWords(element: unknown): string | null {
  const { type, action_id: id, value, text } = element as Readonly<Record<string, unknown>>;
  const says = [sayButton, moreButton].find((kind) => typeof id === 'string' && buttonKindId(id) === kind.id);
  if (type !== 'button' || !says) return null;
  const { words } = says.value.parse(typeof value === 'string' ? value : '');
  const label = (text as { readonly text: string }).text;
  return label === words ? words : `${label}: ${words}`;
}

function withPress(text: string, accessory: unknown): string {
  const words = accessory === undefined ? null : pressWords(accessory);
  return words === null || text.includes(words.split(': ').at(-1) ?? words) ? text : `${text} ${words}`;
}

/** What a block has a "Why?" of. */
function askedWhy(block: KnownBlock): DefinedName[] {
  if (block.type !== 'actions') return [];
  return block.elements.flatMap((element) =>
    element.type === 'button' && element.action_id !== undefined && buttonKindId(element.action_id) === whyButton.id
      ? [whyButton.value.parse(element.value).name]
      : [],
  );
}

/** Below its mark goes on what a list or a quotation says. */
function hangOf(line: string): number {
  return /^(?:[•>○●✓] +|\d+\. )/.exec(line)?.[0].length ?? 0;
}

function tableLines(block: TableBlock | DataTableBlock, look: TerminalLook): string[] {
  const rows = block.rows.map((row) => row.map((cell) => richText(cell, plainLook).trim()));
  const settings = block.type === 'table' ? (block.column_settings ?? []) : null;
  const sides = (rows[0] ?? []).map((_, i): Side => {
    const isRight = settings ? settings[i]?.align === 'right' : isNumbers(rows, i);
    return isRight ? 'right' : 'left';
  });
  return textTable(rows, sides, look);
}

/** Of a table that does not say how its columns stand. */
function isNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.slice(1).map((row) => row[column] ?? '');
  return cells.some((cell) => /\d/.test(cell)) && cells.every((cell) => /^[^\p{L}]{0,16}$/u.test(cell));
}

/** Words of rich text: lists and quotations a line each. */
function richText(part: unknown, look: TerminalLook): string {
  if (typeof part !== 'object' || part === null) return '';
  const node = part as {
    type?: string;
    text?: unknown;
    value?: unknown;
    style?: { bold?: boolean };
    elements?: unknown[];
    user_id?: string;
    channel_id?: string;
    url?: string;
  };
  if (typeof node.text === 'string') return node.style?.bold ? bold(node.text, look) : node.text;
  if (node.type === 'raw_number') return String(node.value ?? '');
  if (node.user_id) return `@${node.user_id}`;
  if (node.channel_id) return `#${node.channel_id}`;
  const inner = (node.elements ?? []).map((one) => richText(one, look));
  if (node.type === 'rich_text') return inner.join('\n');
  if (node.type === 'rich_text_list') return inner.map((line) => `• ${line}`).join('\n');
  if (node.type === 'rich_text_quote') return `> ${inner.join('')}`;
  return inner.join('') || node.url || '';
}

function spoken(
  { type, text }: { readonly type: string; readonly text: string },
  look: TerminalLook,
  locale: Locale,
): string {
  return type === 'mrkdwn' ? fromMrkdwn(text, look, locale) : text;
}

function fromMrkdwn(text: string, look: TerminalLook, locale: Locale): string {
  const linked = text.replaceAll(/<(https?:[^<>|]+)\|([^<>]+)>/g, '$2 ($1)');
  const marked = inTerminalWords(linked, locale).replaceAll(/\*([^*\n]+)\*/g, (_, words: string) => bold(words, look));
  return readMrkdwn(marked.replaceAll(/[*\u200b]/g, ''));
}
