import type { KnownBlock } from '@slack/types';
import type { Picture } from '../../pictures/picture.ts';
import { shortenedMrkdwn } from '../../text/shorten.ts';
import { fitBlocks } from './fit-blocks.ts';

/** What is sent: `text` says the answer by itself, for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
  /**
   * In their order; left out: none. A message says all it has to say without them: how they are shown, as a chart of
   * Slack's own or drawn, is found out when it is sent, and where there is no way they are left out.
   */
  pictures?: readonly PlacedPicture[];
  /**
   * The same with a table that its reader sorts, and which holds more rows, for workspaces that take one. Left out: it has none.
   * A message with such a table has no pictures.
   */
  sortable?: Pick<Message, 'text' | 'blocks'>;
}

export interface PlacedPicture {
  /** The number of blocks that stand before it. */
  readonly after: number;
  readonly picture: Picture;
}

/** What a message is made of: blocks, and places where pictures are to stand. */
export type MessagePart = KnownBlock | { readonly type: 'picture'; readonly picture: Picture };

/** What a picture takes beside its words: as a chart of Slack's, its labels. */
const perPicture = 800;

/** The most blocks that Slack takes in a message. */
export const mostBlocks = 50;

/**
 * A message within Slack's limits. Drawings leave out rows long before; this cuts what no drawing expected.
 *
 * @param text mrkdwn: people's words in it are escaped already
 */
export function toMessage(text: string, parts: readonly MessagePart[]): Message {
  const blocks: KnownBlock[] = [];
  const pictures: PlacedPicture[] = [];
  for (const part of parts.slice(0, mostBlocks)) {
    if (part.type === 'picture') pictures.push({ after: blocks.length, picture: part.picture });
    else blocks.push(part);
  }
  const shown = pictures.reduce((sum, { picture }) => sum + perPicture + picture.alt.length, 0);
  return {
    text: shortenedMrkdwn(text, 2000),
    blocks: fitBlocks(blocks, shown),
    ...(pictures.length > 0 && { pictures }),
  };
}

/** The parts that a message was made of, to be put into another. */
export function partsOf({ blocks, pictures = [] }: Message): MessagePart[] {
  return weave(blocks, pictures, ({ picture }) => ({ type: 'picture', picture }) as const);
}

/** The blocks of a message with something in the places of its pictures; null: nothing. */
export function weave<T>(
  blocks: readonly KnownBlock[],
  pictures: readonly PlacedPicture[],
  shown: (placed: PlacedPicture, n: number) => T | null,
): (KnownBlock | T)[] {
  const drawn = pictures.map((placed, n) => ({ after: placed.after, part: shown(placed, n) }));
  const at = (place: number) => drawn.flatMap(({ after, part }) => (after === place && part !== null ? [part] : []));
  return [...blocks.flatMap((block, i) => [...at(i), block]), ...at(blocks.length)];
}
