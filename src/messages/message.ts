import type { KnownBlock } from '@slack/types';
import { shortenedMrkdwn } from '../text/shorten.ts';

/** What is sent: `text` says the answer by itself, for notifications and screen readers. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/** The most blocks that Slack takes in a message. */
export const mostBlocks = 50;

/**
 * A message within Slack's limits. Drawings leave out rows long before; this cuts what no drawing expected.
 *
 * @param text mrkdwn: people's words in it are escaped already
 */
export function toMessage(text: string, blocks: readonly KnownBlock[]): Message {
  return { text: shortenedMrkdwn(text, 2000), blocks: blocks.slice(0, mostBlocks) };
}
