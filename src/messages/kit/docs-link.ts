import type { ActionsBlock, Button, ContextBlock } from '@slack/types';
import type { DefinedName } from '../../facts/defined.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { actions } from './blocks.ts';
import type { DrawContext } from './draw-context.ts';
import { type Message, mostBlocks } from './message.ts';
import { shareButton } from './share-button.ts';
import { whyElement } from './why-button.ts';

const words = defineText({
  en: { counted: (where: string) => `How it is counted: ${where}` },
  da: { counted: (where: string) => `Sådan er det regnet ud: ${where}` },
  nb: { counted: (where: string) => `Slik er det regnet ut: ${where}` },
});

/**
 * Small print that leads to where something is defined: "How it is counted: docs/figures.md#nps". In Slack, where nobody can
 * open a file, it is a link or nothing.
 *
 * @param anchor a heading of docs/figures.md; null: the whole page
 */
export function countedHow(
  locale: Locale,
  { docsUrl, inTerminal }: Pick<DrawContext, 'docsUrl' | 'inTerminal'>,
  anchor: string | null,
): ContextBlock[] {
  if (!docsUrl && !inTerminal) return [];
  const page = `figures.md${anchor === null ? '' : `#${anchor}`}`;
  const named = `docs/${page}`;
  const where = docsUrl ? `<${linkable(docsUrl)}/${page}|${named}>` : named;
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text: words(locale).counted(where), verbatim: true }] }];
}

/**
 * A message with "Why?" among its buttons, or below it. Where there is nothing to define, a link to the page where one can be
 * opened.
 */
export function withDefinition(
  message: Message,
  locale: Locale,
  docsUrl: string | null | undefined,
  anchor: DefinedName | null,
): Message {
  const { blocks } = message;
  const isFull = blocks.length >= mostBlocks;
  if (anchor === null) {
    return isFull ? message : { ...message, blocks: [...blocks, ...countedHow(locale, { docsUrl }, null)] };
  }
  const why = whyElement(locale, anchor);
  const last = blocks.at(-1);
  if (last?.type === 'actions' && last.elements.length < mostElements) {
    return { ...message, blocks: [...blocks.slice(0, -1), withWhy(last, why)] };
  }
  return isFull ? message : { ...message, blocks: [...blocks, actions(why)] };
}

/** Sharing stays the last of them. */
function withWhy(block: ActionsBlock, why: Button): ActionsBlock {
  const isShare = (element: ActionsBlock['elements'][number]) =>
    element.type === 'button' && element.action_id === shareButton.id;
  const [others, share] = [block.elements.filter((one) => !isShare(one)), block.elements.filter(isShare)];
  return { ...block, elements: [...others, why, ...share] };
}

/** The most elements that Slack takes in a block of them. */
const mostElements = 25;

/** No character that would end a link in Slack's notation, and no slash at the end. */
function linkable(url: string): string {
  return url
    .replace(/[<>|\s]/g, encodeURIComponent)
    .replaceAll('&', '&amp;')
    .replace(/\/+$/, '');
}
