import type { KnownBlock, RichTextBlockElement } from '@slack/types';
import type { Message } from '../../src/messages/kit/message.ts';

/**
 * How tall a message stands in Slack, in lines of its body text (15 pixels high, 22 from one to the next).
 *
 * Slack publishes no widths. A column of messages on a laptop (1280 pixels, the sidebar open) is about 640 pixels wide, and
 * Lato at 15 pixels takes about 8 of them for a character of running text: 80 to a line. A header is set in 18 pixels, small
 * print in 12, a button beside a text takes a quarter of its width, the two columns of fields half each, and a list or quote is
 * indented by about four characters. Margins between blocks (4 to 8 pixels) are not counted, as a divider counts a whole line.
 */
const width = 80;
const headerWidth = 64;
const smallWidth = 100;
const besideButton = 60;
const fieldWidth = 38;
const indented = 76;
/** What a picture or chart counts, however high it is drawn (Slack makes that of the width): it is taken in at a glance, not read. */
const pictureHeight = 8;
/** The rows that a data table shows before one turns its page, where it doesn't say. */
const dataTablePage = 5;
/** What stands around the words of a button, in characters. */
const aroundLabel = 5;

export function heightOf({ blocks, pictures = [] }: Message): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block), 0) + pictures.length * pictureHeight;
}

/** The height of the tallest item of any list in a message: of a person's line, for example. */
export function tallestItem({ blocks }: Message): number {
  const lists = blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []));
  const items = lists.flatMap((list) => (list.type === 'rich_text_list' ? list.elements : []));
  return Math.max(0, ...items.map((item) => linesOf(richText(item), indented)));
}

type Heights = { readonly [Type in KnownBlock['type']]?: (block: Extract<KnownBlock, { type: Type }>) => number };

const heights: Heights = {
  header: ({ text }) => linesOf(text.text, headerWidth),
  section({ text, fields = [], accessory }) {
    const across = accessory ? besideButton : width;
    return (text ? linesOf(asRead(text.text), across) : 0) + fieldsHeight(fields.map((field) => asRead(field.text)));
  },
  context: ({ elements }) => sum(elements.map((one) => ('text' in one ? linesOf(asRead(one.text), smallWidth) : 1))),
  divider: () => 1,
  actions({ elements }) {
    const buttons = elements.map((element) => 'x'.repeat(labelOf(element).length + aroundLabel));
    return linesOf(buttons.join(' '), width);
  },
  rich_text: ({ elements }) => sum(elements.map(richHeight)),
  table: ({ rows }) => rows.length,
  // Its caption, the header, a page of rows, and what turns the page.
  data_table: ({ rows, page_size: page = dataTablePage }) =>
    rows.length - 1 > page ? 1 + 1 + page + 1 : 1 + rows.length,
  image: () => pictureHeight,
};

function blockHeight(block: KnownBlock): number {
  const measure = heights[block.type] as ((block: KnownBlock) => number) | undefined;
  if (!measure) throw new Error(`How tall is a block of the type ${block.type}? Say so in tests/messages/height.ts.`);
  return measure(block);
}

function labelOf(element: object): string {
  if ('text' in element) return (element.text as { text: string }).text;
  if ('placeholder' in element) return (element.placeholder as { text: string }).text;
  return '…';
}

function fieldsHeight(fields: readonly string[]): number {
  const heights = fields.map((field) => linesOf(field, fieldWidth));
  return sum(heights.map((height, i) => (i % 2 === 0 ? Math.max(height, heights[i + 1] ?? 0) : 0)));
}

function richHeight(element: RichTextBlockElement): number {
  if (element.type === 'rich_text_list') return sum(element.elements.map((item) => linesOf(richText(item), indented)));
  return linesOf(richText(element), element.type === 'rich_text_section' ? width : indented);
}

function richText({ elements }: Exclude<RichTextBlockElement, { type: 'rich_text_list' }>): string {
  return elements.map((piece) => ('text' in piece ? piece.text : 'x'.repeat(12))).join('');
}

/** Mrkdwn without what is not seen of it; whoever is mentioned has a name of twelve characters. */
function asRead(mrkdwn: string): string {
  return mrkdwn
    .replace(/<[@#!][^>]*>/g, 'x'.repeat(12))
    .replace(/<[^|>]+\|([^>]+)>/g, '$1')
    .replace(/&(amp|lt|gt);/g, '&')
    .replace(/[*_`~]/g, '');
}

/** Lines as they are broken between words. */
function linesOf(text: string, across: number): number {
  return sum(
    text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => wrapped(line, across)),
  );
}

function wrapped(line: string, across: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of line.split(' ')) {
    const needed = used === 0 ? length : used + 1 + length;
    if (needed <= across || used === 0) used = needed;
    else {
      lines += 1;
      used = length;
    }
    if (used > across) {
      lines += Math.ceil(used / across) - 1;
      used %= across;
    }
  }
  return lines;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
