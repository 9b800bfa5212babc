import type { KnownBlock } from '@slack/types';
import type { DefinedName } from '../facts/defined.ts';
import { buttonKindId } from '../messages/kit/button.ts';
import type { Message } from '../messages/kit/message.ts';
import { whyButton } from '../messages/kit/why-button.ts';
import { readMrkdwn } from '../text/read-mrkdwn.ts';

/**
 * A message in a terminal: the same words without Slack's marks and buttons.
 *
 * @param definitionOf where something is defined: what a press on "Why?" opens
 */
export function toText(message: Message, definitionOf: (name: DefinedName) => KnownBlock): string {
  const paragraphs = message.blocks.flatMap((block) => [
    ...blockText(block),
    ...askedWhy(block).flatMap((name) => blockText(definitionOf(name))),
  ]);
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function blockText(block: KnownBlock): string[] {
  if (block.type === 'header') return [block.text.text.toUpperCase()];
  if (block.type === 'section') {
    return [[block.text, ...(block.fields ?? [])].flatMap((part) => (part ? [fromMrkdwn(part.text)] : [])).join('\n')];
  }
  if (block.type === 'context') {
    return [block.elements.flatMap((part) => ('text' in part ? [fromMrkdwn(part.text)] : [])).join(' ')];
  }
  // Dividers and buttons say nothing in a terminal.
  return block.type === 'rich_text' || block.type === 'table' ? [richText(block)] : [];
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

/** Words of rich text and tables: lists and rows a line each. */
function richText(part: unknown): string {
  if (typeof part !== 'object' || part === null) return '';
  const node = part as {
    type?: string;
    text?: unknown;
    elements?: unknown[];
    rows?: unknown[][];
    user_id?: string;
    channel_id?: string;
    url?: string;
  };
  if (node.type === 'table') return (node.rows ?? []).map((row) => row.map(richText).join('  ')).join('\n');
  if (typeof node.text === 'string') return node.text;
  if (node.user_id) return `@${node.user_id}`;
  if (node.channel_id) return `#${node.channel_id}`;
  const inner = (node.elements ?? []).map(richText);
  if (node.type === 'rich_text') return inner.join('\n');
  if (node.type === 'rich_text_list') return inner.map((line) => `• ${line}`).join('\n');
  if (node.type === 'rich_text_quote') return `> ${inner.join('')}`;
  return inner.join('') || node.url || '';
}

function fromMrkdwn(text: string): string {
  return readMrkdwn(text.replaceAll(/[*`\u200b]/g, ''));
}
