import { describe, expect, test } from 'vitest';
import type { FileRefusal } from '../../src/facts/refusal.ts';
import { importAgainView, type ReadChoices, readChoices } from '../../src/messages/modals/import-file-form.ts';

const nothing: ReadChoices = {
  kind: null,
  locale: null,
  columns: null,
  shop: null,
  sameNumber: null,
  skip: null,
  scale: null,
  rates: null,
  similarNumbers: null,
  knownRows: null,
  knownOrders: null,
  decimals: null,
};
const usual = ['kind', 'locale', 'columns', 'same-number', 'shop', 'skip'];

function blocksOf(code: FileRefusal['code'], choices = nothing) {
  const [why, ...blocks] = importAgainView(4, { code, why: 'Because.' }, choices, 'en').blocks;
  expect(why).toMatchObject({ type: 'rich_text' });
  return blocks;
}

/** The fields before the line, and those below it. */
function fieldsOf(code: FileRefusal['code'], choices = nothing) {
  const names = blocksOf(code, choices).map((block) => (block.type === 'divider' ? '—' : block.block_id));
  const at = names.indexOf('—');
  const inputs = (some: typeof names) => some.filter((name) => name !== undefined);
  return at < 0
    ? { asked: [], others: inputs(names) }
    : { asked: inputs(names.slice(0, at)), others: inputs(names.slice(at + 1)) };
}

describe('a file that was refused asks first for what it was refused for', () => {
  test.each<[FileRefusal['code'], string[]]>([
    ['same-number', ['same-number', 'shop']],
    ['ambiguous-numbers', ['locale']],
    ['ambiguous-dates', ['locale']],
    ['mixed-numbers', ['locale']],
    ['mixed-dates', ['locale']],
    ['locale-differs', ['locale']],
    ['columns', ['columns', 'skip']],
    ['unknown-bracket', ['columns']],
    ['unknown-column', ['columns']],
    ['column-count', ['columns', 'skip']],
    ['no-header', ['skip', 'columns']],
    ['unknown-kind', ['kind', 'columns', 'skip']],
    ['other-scale', ['scale']],
    ['scale-not-for-kind', ['scale']],
    ['rates-doubtful', ['rates']],
    ['similar-spelling', ['similar-numbers']],
    ['known-rows', ['known-rows']],
    ['known-orders', ['known-orders']],
    ['too-many-decimals', ['decimals', 'locale']],
  ])('%s: %j', (code, asked) => {
    expect(fieldsOf(code)).toEqual({ asked, others: usual.filter((name) => !asked.includes(name)) });
  });

  test.each<FileRefusal['code']>(['empty', 'not-text', 'too-many-columns', 'two-rates'])(
    '%s: no choice helps, and none goes before the others',
    (code) => {
      expect(fieldsOf(code)).toEqual({ asked: [], others: usual });
    },
  );

  test('what was chosen before stays chosen, wherever it stands', () => {
    const chosen: ReadChoices = {
      kind: 'orders',
      locale: 'da',
      columns: ['order', '', 'amount'],
      shop: 'Torvet',
      sameNumber: 'lines',
      skip: 2,
      scale: { min: 1, max: 10 },
      rates: 'inverse',
      decimals: 'round',
      similarNumbers: 'same',
      knownRows: 'others',
      knownOrders: 'keep',
    };
    const codes = [
      'same-number',
      'other-scale',
      'rates-doubtful',
      'too-many-decimals',
      'columns',
      'known-rows',
    ] as const;
    for (const code of codes) {
      const { asked, others } = fieldsOf(code, chosen);
      const settled = ['scale', 'rates', 'decimals', 'similar-numbers', 'known-rows', 'known-orders'];
      expect([...asked, ...others].sort()).toEqual([...usual, ...settled].sort());
      expect(readChoices(stateOf(blocksOf(code, chosen)))).toEqual(chosen);
    }
  });
});

/** What Slack hands back of a form that nobody changed. */
function stateOf(blocks: ReturnType<typeof blocksOf>): Parameters<typeof readChoices>[0] {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      if (!('element' in block) || block.block_id === undefined) return [];
      const { element } = block;
      const value = 'initial_value' in element ? element.initial_value : undefined;
      const option = 'initial_option' in element ? element.initial_option : undefined;
      return [
        [
          block.block_id,
          { [element.action_id ?? '']: { type: element.type, value, selected_option: option } },
        ] as const,
      ];
    }),
  ) as Parameters<typeof readChoices>[0];
}
