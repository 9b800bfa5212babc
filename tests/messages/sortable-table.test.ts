import { validateBlocks } from '@loyalty-ladder/sandbox/block-kit';
import { describe, expect, it, test } from 'vitest';
import { drawReply, toJson } from '../../src/commands/tell-reply.ts';
import type { CustomerListFacts } from '../../src/facts/customer-list.ts';
import type { Reply } from '../../src/facts/reply.ts';
import { dayFromIso } from '../../src/loyalty/time/period.ts';
import { weightOf } from '../../src/messages/kit/fit-blocks.ts';
import type { Message } from '../../src/messages/kit/message.ts';
import type { ReplyOf } from '../../src/messages/kit/presenter.ts';
import { dayCell, sortableTable, unknownCell } from '../../src/messages/kit/sortable-table.ts';
import { customerLists } from './customer-list-facts.ts';
import { context, plainTyped, replies } from './facts.ts';
import { heightOf } from './height.ts';
import { hostileTyped } from './hostile.ts';

const columns = [
  { head: 'Customer', kind: 'words' },
  { head: 'Newest order', kind: 'words' },
  { head: 'NPS', kind: 'number', mayBeLeftOut: true },
] as const;

test('numbers and days are cells that sort as what they are, with the words that are read', () => {
  const rows = [['Anna', dayCell(dayFromIso('2026-11-20'), '20 Nov 2026'), { value: 9, text: '9' }]];
  expect(sortableTable('en', { order: 'Greatest value first', isAll: true }, columns, rows)).toMatchObject({
    caption: 'Greatest value first · sort by any column',
    rows: [
      [{ text: 'Customer' }, { text: 'Newest order' }, { text: 'NPS' }],
      [
        { type: 'raw_text', text: 'Anna' },
        { type: 'raw_number', value: 20_261_120, text: '20\u00a0Nov\u00a02026' },
        { type: 'raw_number', value: 9, text: '9' },
      ],
    ],
  });
});

test('who has no order sorts before all who have one, and a column that says nothing of anybody is left out', () => {
  const rows = [['Anna', dayCell(null, ''), unknownCell('')]];
  const block = sortableTable('en', { order: 'Greatest value first', isAll: true }, columns, rows);
  expect(block.rows[1]).toEqual([
    { type: 'raw_text', text: 'Anna' },
    { type: 'raw_number', value: -1e12, text: '–' },
  ]);
});

describe('a list of 250 customers', () => {
  const drawn = (typed: typeof plainTyped) => drawReply(ofHundred(typed), 'en', context);

  it('is ten lines where it cannot be sorted, a hundred where it can, and goes on after the last of them', () => {
    const { sortable, ...plain } = drawn(plainTyped);
    expect(rowsIn(plain)).toBe(10);
    expect(goesOn(plain)).toMatchObject({ after: { id: 10 }, before: 10 });
    expect(sortable && rowsIn(sortable)).toBe(100);
    expect(sortable && goesOn(sortable)).toMatchObject({ after: { id: 100 }, before: 100 });
    expect(JSON.stringify(sortable)).toContain('Greatest value first · 100 shown, sort by any column');
    expect(sortable && heightOf(sortable)).toBeLessThanOrEqual(14);
  });

  it.each(Object.entries({ 'what is usual': plainTyped, ...hostileTyped }))(
    'is no longer than Slack takes where people typed %s, with a place to go on for whom it left out',
    (_, typed) => {
      const { sortable } = drawn(typed);
      if (!sortable) throw new Error('There is no table.');
      expect(validateBlocks(sortable.blocks, 'message')).toEqual([]);
      expect(weightOf(sortable.blocks)).toBeLessThanOrEqual(12_000);
      expect(goesOn(sortable)).toMatchObject({ after: { id: rowsIn(sortable) }, before: rowsIn(sortable) });
    },
  );

  it('says in its headline what they come to where all of them are there, and else only how many', () => {
    const all = ofHundred(plainTyped);
    const few = { ...all, list: { ...all.list, count: 3, customers: all.list.customers.slice(0, 3), next: null } };
    expect(drawReply(all, 'en', context).text).toBe('400 customers');
    expect(drawReply(few, 'en', context).sortable?.text).toBe('400 customers, DKK 37,202 so far');
    expect(drawReply(few, 'en', { ...context, inTerminal: true }).text).toBe('400 customers');
  });

  it('is ten of them for programs and in a terminal, as before', () => {
    expect(toJson(ofHundred(plainTyped))).toMatchObject({ customers: { length: 10 }, next: { id: 10 } });
    const inTerminal = drawReply(ofHundred(plainTyped), 'en', { ...context, inTerminal: true });
    expect(inTerminal.sortable).toBeUndefined();
    expect(rowsIn(inTerminal)).toBe(10);
  });
});

describe('a figure by many parts', () => {
  const { sortable, ...plain } = drawReply(replies(plainTyped)['figure-by-segment'] as Reply, 'en', context);

  it('holds them all in a table that can be sorted, and tells the total above it, which is none of them', () => {
    if (!sortable) throw new Error('There is no table.');
    expect(rowsIn(sortable)).toBeGreaterThan(rowsIn(plain));
    expect(JSON.stringify(sortable.blocks[1])).toContain('Total: +90 · 40 answers · no change proven');
    expect(JSON.stringify(sortable.blocks[2])).not.toContain('Total');
  });

  it('sorts a change that is not proven as none', () => {
    const [, first] = sortable?.blocks.find((block) => block.type === 'data_table')?.rows ?? [];
    expect(first?.at(-1)).toEqual({ type: 'raw_number', value: 0, text: 'no change proven' });
  });
});

type Form = Pick<Message, 'text' | 'blocks'>;

function rowsIn({ blocks }: Form): number {
  return (
    blocks.flatMap((block) => (block.type === 'table' || block.type === 'data_table' ? block.rows : [])).length - 1
  );
}

/** What "Show more" carries. */
function goesOn({ blocks }: Form): unknown {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const more = elements.find((one) => one.type === 'button' && one.action_id === 'customers.more');
  return JSON.parse((more && 'value' in more && more.value) || 'null');
}

function ofHundred(typed: typeof plainTyped): ReplyOf<'customer-list'> {
  const reply = customerLists(typed)['customer-list-all'] as ReplyOf<'customer-list'>;
  const customers = Array.from({ length: 100 }, (_, i) => ({
    ...(reply.list.customers[i % 10] as CustomerListFacts['customers'][number]),
    id: i + 1,
  }));
  return { ...reply, list: { ...reply.list, count: 250, customers, next: { worthMinor: 1, id: 100 } } };
}
