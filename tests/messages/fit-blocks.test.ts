import { validateBlocks } from '@loyalty-ladder/sandbox/block-kit';
import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { actions, header, quote, section } from '../../src/messages/kit/blocks.ts';
import { fitBlocks, weightOf } from '../../src/messages/kit/fit-blocks.ts';
import { toMessage } from '../../src/messages/kit/message.ts';
import { sayButton } from '../../src/messages/kit/say-button.ts';

const button = actions(sayButton.element('Show', { words: 'nps' }));
const textOf = (block: KnownBlock | undefined) => JSON.stringify(block);

describe('a message whose blocks are too long together', () => {
  test('keeps what is short, and shortens the longest texts to one length', () => {
    const long = 'æ'.repeat(2900);
    const blocks = [header('Title'), ...Array.from({ length: 6 }, () => section(long)), section('short'), button];
    const { blocks: fitted } = toMessage('text', blocks);
    expect(weightOf(fitted)).toBeLessThanOrEqual(12_000);
    expect(weightOf(fitted)).toBeGreaterThan(11_900);
    expect(fitted).toHaveLength(blocks.length);
    expect(fitted[0]).toEqual(header('Title'));
    expect(fitted.at(-2)).toEqual(section('short'));
    expect(fitted.at(-1)).toEqual(button);
    const lengths = fitted.slice(1, 7).map((block) => (block as ReturnType<typeof section>).text?.text.length ?? 0);
    expect(new Set(lengths).size).toBe(1);
    expect(textOf(fitted[1])).toContain('…');
  });

  test('that fits stays as it is', () => {
    const blocks = [header('Title'), section('x'.repeat(2900)), button];
    expect(toMessage('text', blocks).blocks).toEqual(blocks);
  });

  test('of 50 blocks, each as long as a block may be, says as much of each as there is room for', () => {
    const said = Array.from({ length: 49 }, (_, n) => quote([{ bold: `Customer ${n}` }], 'word '.repeat(500)));
    const fitted = fitBlocks([...said, button]);
    expect(weightOf(fitted)).toBeLessThanOrEqual(12_000);
    expect(fitted.at(-1)).toEqual(button);
    expect(validateBlocks(fitted, 'message')).toEqual([]);
    expect(textOf(fitted[0])).toContain('Customer 0');
  });

  test('neither a mention nor an escaped sign is cut apart', () => {
    const marked = Array.from({ length: 8 }, () => section('&amp;<@U0ASTRID001> '.repeat(140)));
    const { blocks } = toMessage('text', marked);
    for (const block of blocks) expect(textOf(block)).not.toMatch(/(&\w*|<[^>]*)…/);
  });
});
