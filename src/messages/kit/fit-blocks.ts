import type { KnownBlock } from '@slack/types';
import { shortened, shortenedMrkdwn } from '../../text/shorten.ts';

/**
 * Slack refuses a message whose blocks are longer than about 13,200 characters together (`msg_blocks_too_long`), counts
 * their containers too, and documents neither. This stays well below.
 */
const mostCharacters = 12_000;
/** What a block takes beside its words, as people have measured. */
const perBlock = 125;
/** A text that is shorter says too little. */
const shortest = 60;

/**
 * Blocks that Slack takes: where they are too long together, the longest texts are shortened, all to the same length, and
 * what is short stays as it is. Buttons, tables and order stay.
 *
 * @param others characters that will be added, by pictures
 */
export function fitBlocks(blocks: readonly KnownBlock[], others = 0): KnownBlock[] {
  const room = mostCharacters - others;
  const weight = weightOf(blocks);
  if (weight <= room) return [...blocks];
  const lengths = textsIn(blocks).map((text) => text.length);
  const fixed = weight - lengths.reduce((sum, length) => sum + length, 0);
  const cap = levelFor(lengths, room - fixed);
  if (cap >= shortest || blocks.length < 2) return shortenedTo(blocks, Math.max(cap, shortest)) as KnownBlock[];
  // So many blocks that even short texts are too many: what stands last but the buttons goes.
  const last = blocks.at(-1);
  const cut = last?.type === 'actions' ? blocks.length - 2 : blocks.length - 1;
  return fitBlocks(
    blocks.filter((_, i) => i !== cut),
    others,
  );
}

/** The characters that Slack counts, as far as it is known. */
export function weightOf(blocks: readonly KnownBlock[]): number {
  return blocks.length * perBlock + charactersIn(blocks);
}

/** To which length texts may be at most, so that together they fit. */
function levelFor(lengths: readonly number[], room: number): number {
  let left = room;
  const sorted = lengths.toSorted((a, b) => a - b);
  for (const [i, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - i));
    if (length > share) return share;
    left -= length;
  }
  return Math.max(0, ...lengths);
}

const readKeys = new Set(['text', 'url', 'alt_text', 'title', 'label', 'name', 'caption', 'fallback', 'description']);

function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (typeof one === 'string' ? (readKeys.has(key) ? one.length : 0) : charactersIn(one)),
    0,
  );
}

/** Every text that may be shortened, in its order. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' ? (key === 'text' ? [one] : []) : textsIn(one),
  );
}

function shortenedTo(value: unknown, cap: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shortenedTo(one, cap));
  if (typeof value !== 'object' || value === null) return value;
  const isMrkdwn = 'type' in value && value.type === 'mrkdwn';
  const entries = Object.entries(value).map(([key, one]) => {
    if (typeof one !== 'string') return [key, shortenedTo(one, cap)];
    if (key !== 'text') return [key, one];
    return [key, isMrkdwn ? shortenedMrkdwn(one, cap) : shortened(one, cap)];
  });
  return Object.fromEntries(entries);
}
