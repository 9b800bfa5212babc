import type { ContextBlock } from '@slack/types';
import { defineText, type Locale } from '../../text/define-text.ts';
import { type Message, mostBlocks } from './message.ts';

const words = defineText({
  en: { counted: (where: string) => `How it is counted: ${where}` },
  da: { counted: (where: string) => `Sådan er det regnet ud: ${where}` },
  nb: { counted: (where: string) => `Slik er det regnet ut: ${where}` },
});

/**
 * Small print that leads to where something is defined: "How it is counted: docs/figures.md#nps".
 *
 * @param docsUrl where the project's `docs` folder can be read; without it the place is named and no link
 * @param anchor a heading of docs/figures.md; null: the whole page
 */
export function countedHow(locale: Locale, docsUrl: string | null | undefined, anchor: string | null): ContextBlock {
  const page = `figures.md${anchor === null ? '' : `#${anchor}`}`;
  const named = `docs/${page}`;
  const where = docsUrl ? `<${linkable(docsUrl)}/${page}|${named}>` : named;
  return { type: 'context', elements: [{ type: 'mrkdwn', text: words(locale).counted(where), verbatim: true }] };
}

/** A message with the small print below it, where there is room. */
export function withDefinition(
  message: Message,
  locale: Locale,
  docsUrl: string | null | undefined,
  anchor: string | null,
): Message {
  if (message.blocks.length >= mostBlocks) return message;
  return { ...message, blocks: [...message.blocks, countedHow(locale, docsUrl, anchor)] };
}

/** No character that would end a link in Slack's notation, and no slash at the end. */
function linkable(url: string): string {
  return url
    .replace(/[<>|\s]/g, encodeURIComponent)
    .replaceAll('&', '&amp;')
    .replace(/\/+$/, '');
}
