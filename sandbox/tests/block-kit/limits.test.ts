import { describe, expect, test } from 'vitest';
import { type Surface, validateBlocks, validateView } from '../../src/block-kit/validate.ts';
import {
  actions,
  button,
  card,
  chars,
  checkboxes,
  context,
  dataTable,
  feedback,
  input,
  lineChart,
  many,
  markdown,
  modal,
  mrkdwn,
  option,
  plain,
  select,
  table,
  video,
} from './samples.ts';

interface Limit {
  readonly what: string;
  readonly most: number;
  /** A payload at the size. */
  readonly at: (size: number) => unknown;
  readonly pointer: string;
  readonly surface?: Surface;
}

const limits: readonly Limit[] = [
  {
    what: 'characters in a section',
    most: 3000,
    at: (n) => [{ type: 'section', text: mrkdwn(chars(n)) }],
    pointer: '/blocks/0/text/text',
  },
  {
    what: 'fields of a section',
    most: 10,
    at: (n) => [{ type: 'section', fields: many(n, () => mrkdwn('x')) }],
    pointer: '/blocks/0/fields',
  },
  {
    what: 'characters in a field',
    most: 2000,
    at: (n) => [{ type: 'section', fields: [mrkdwn(chars(n))] }],
    pointer: '/blocks/0/fields/0/text',
  },
  {
    what: 'characters in a header',
    most: 150,
    at: (n) => [{ type: 'header', text: plain(chars(n)) }],
    pointer: '/blocks/0/text/text',
  },
  {
    what: 'elements of a context',
    most: 10,
    at: (n) => [context(many(n, () => mrkdwn('x')))],
    pointer: '/blocks/0/elements',
  },
  {
    what: 'elements of actions',
    most: 25,
    at: (n) => [actions(many(n, (k) => button({ action_id: `b${k}` })))],
    pointer: '/blocks/0/elements',
  },
  {
    what: 'elements of context_actions',
    most: 5,
    at: (n) => [
      {
        type: 'context_actions',
        elements: many(n, (k) => ({ type: 'icon_button', icon: 'trash', text: plain('x'), action_id: `i${k}` })),
      },
    ],
    pointer: '/blocks/0/elements',
  },
  {
    what: 'characters in a block_id',
    most: 255,
    at: (n) => [{ type: 'divider', block_id: chars(n) }],
    pointer: '/blocks/0/block_id',
  },
  {
    what: 'characters in an action_id',
    most: 255,
    at: (n) => [actions([button({ action_id: chars(n) })])],
    pointer: '/blocks/0/elements/0/action_id',
  },
  {
    what: 'characters on a button',
    most: 75,
    at: (n) => [actions([button({ text: plain(chars(n)) })])],
    pointer: '/blocks/0/elements/0/text/text',
  },
  {
    what: "characters in a button's value",
    most: 2000,
    at: (n) => [actions([button({ value: chars(n) })])],
    pointer: '/blocks/0/elements/0/value',
  },
  {
    what: "characters in a button's address",
    most: 3000,
    at: (n) => [actions([button({ url: chars(n) })])],
    pointer: '/blocks/0/elements/0/url',
  },
  {
    what: "characters in a button's label for readers",
    most: 75,
    at: (n) => [actions([button({ accessibility_label: chars(n) })])],
    pointer: '/blocks/0/elements/0/accessibility_label',
  },
  {
    what: "characters in a confirmation's title",
    most: 100,
    at: (n) => [actions([button({ confirm: { title: plain(chars(n)), text: plain('x') } })])],
    pointer: '/blocks/0/elements/0/confirm/title/text',
  },
  {
    what: "characters in a confirmation's text",
    most: 300,
    at: (n) => [actions([button({ confirm: { text: mrkdwn(chars(n)) } })])],
    pointer: '/blocks/0/elements/0/confirm/text/text',
  },
  {
    what: "characters on a confirmation's yes",
    most: 30,
    at: (n) => [actions([button({ confirm: { text: plain('x'), confirm: plain(chars(n)) } })])],
    pointer: '/blocks/0/elements/0/confirm/confirm/text',
  },
  {
    what: "characters on a confirmation's no",
    most: 30,
    at: (n) => [actions([button({ confirm: { text: plain('x'), deny: plain(chars(n)) } })])],
    pointer: '/blocks/0/elements/0/confirm/deny/text',
  },
  {
    what: 'options of a select',
    most: 100,
    at: (n) => [actions([select({ options: many(n, option) })])],
    pointer: '/blocks/0/elements/0/options',
  },
  {
    what: 'groups of a select',
    most: 100,
    at: (n) => [
      actions([
        select({ options: undefined, option_groups: many(n, (k) => ({ label: plain('g'), options: [option(k)] })) }),
      ]),
    ],
    pointer: '/blocks/0/elements/0/option_groups',
  },
  {
    what: "characters in a group's label",
    most: 75,
    at: (n) => [
      actions([select({ options: undefined, option_groups: [{ label: plain(chars(n)), options: [option(0)] }] })]),
    ],
    pointer: '/blocks/0/elements/0/option_groups/0/label/text',
  },
  {
    what: 'characters of an option',
    most: 75,
    at: (n) => [actions([select({ options: [{ ...option(0), text: plain(chars(n)) }] })])],
    pointer: '/blocks/0/elements/0/options/0/text/text',
  },
  {
    what: "characters in an option's value",
    most: 150,
    at: (n) => [actions([select({ options: [{ ...option(0), value: chars(n) }] })])],
    pointer: '/blocks/0/elements/0/options/0/value',
  },
  {
    what: "characters in an option's description",
    most: 75,
    at: (n) => [actions([select({ options: [{ ...option(0), description: plain(chars(n)) }] })])],
    pointer: '/blocks/0/elements/0/options/0/description/text',
  },
  {
    what: 'characters in a placeholder',
    most: 150,
    at: (n) => [actions([select({ placeholder: plain(chars(n)) })])],
    pointer: '/blocks/0/elements/0/placeholder/text',
  },
  {
    what: 'options of an overflow menu',
    most: 5,
    at: (n) => [actions([{ type: 'overflow', action_id: 'o', options: many(n, option) }])],
    pointer: '/blocks/0/elements/0/options',
  },
  {
    what: 'radio buttons',
    most: 10,
    at: (n) => [actions([{ type: 'radio_buttons', action_id: 'r', options: many(n, option) }])],
    pointer: '/blocks/0/elements/0/options',
  },
  { what: 'checkboxes', most: 10, at: (n) => [actions([checkboxes(n)])], pointer: '/blocks/0/elements/0/options' },
  {
    what: "characters in an input's label",
    most: 2000,
    at: (n) => [input({ label: plain(chars(n)) })],
    pointer: '/blocks/0/label/text',
  },
  {
    what: "characters in an input's hint",
    most: 2000,
    at: (n) => [input({ hint: plain(chars(n)) })],
    pointer: '/blocks/0/hint/text',
  },
  {
    what: 'the max_length of a text field',
    most: 3000,
    at: (n) => [input({ element: { type: 'plain_text_input', action_id: 'a', max_length: n } })],
    pointer: '/blocks/0/element/max_length',
  },
  {
    what: 'the min_length of a text field',
    most: 3000,
    at: (n) => [input({ element: { type: 'plain_text_input', action_id: 'a', min_length: n } })],
    pointer: '/blocks/0/element/min_length',
  },
  {
    what: 'files of a file input',
    most: 10,
    at: (n) => [input({ element: { type: 'file_input', action_id: 'f', max_files: n } })],
    pointer: '/blocks/0/element/max_files',
    surface: 'modal',
  },
  {
    what: "characters in a picture's alt_text",
    most: 2000,
    at: (n) => [{ type: 'image', image_url: 'https://x', alt_text: chars(n) }],
    pointer: '/blocks/0/alt_text',
  },
  {
    what: "characters in a picture's title",
    most: 2000,
    at: (n) => [{ type: 'image', image_url: 'https://x', alt_text: 'x', title: plain(chars(n)) }],
    pointer: '/blocks/0/title/text',
  },
  {
    what: "characters in a picture's address",
    most: 3000,
    at: (n) => [{ type: 'image', image_url: chars(n), alt_text: 'x' }],
    pointer: '/blocks/0/image_url',
  },
  { what: 'rows of a table', most: 100, at: (n) => [table(n, 2)], pointer: '/blocks/0/rows' },
  { what: 'cells of a row', most: 20, at: (n) => [table(1, n)], pointer: '/blocks/0/rows/0' },
  { what: 'characters in a table', most: 10_000, at: (n) => [table(1, 2, chars(n - 1))], pointer: '/blocks/0/rows' },
  { what: 'tables of a message', most: 1, at: (n) => many(n, () => table(1, 1)), pointer: '/blocks/1' },
  {
    what: 'rows of a data table below its header',
    most: 100,
    at: (n) => [dataTable(n + 1, 2)],
    pointer: '/blocks/0/rows',
  },
  { what: 'columns of a data table', most: 20, at: (n) => [dataTable(2, n)], pointer: '/blocks/0/rows/0' },
  {
    what: 'rows on a page of a data table',
    most: 100,
    at: (n) => [{ ...dataTable(2, 2), page_size: n }],
    pointer: '/blocks/0/page_size',
  },
  { what: 'charts of a message', most: 2, at: (n) => many(n, () => lineChart(1, 1)), pointer: '/blocks/2' },
  {
    what: "characters in a chart's title",
    most: 50,
    at: (n) => [{ ...lineChart(1, 1), title: chars(n) }],
    pointer: '/blocks/0/title',
  },
  { what: 'series of a chart', most: 6, at: (n) => [lineChart(n, 1)], pointer: '/blocks/0/chart/series' },
  {
    what: 'categories of a chart',
    most: 20,
    at: (n) => [lineChart(1, n)],
    pointer: '/blocks/0/chart/axis_config/categories',
  },
  {
    what: "characters in a chart's label",
    most: 20,
    at: (n) => [lineChart(1, 1, chars(n))],
    pointer: '/blocks/0/chart/axis_config/categories/0',
  },
  { what: 'characters in a markdown block', most: 12_000, at: (n) => [markdown(n)], pointer: '/blocks/0/text' },
  {
    what: 'characters in all markdown blocks',
    most: 12_000,
    at: (n) => [markdown(6000), markdown(n - 6000)],
    pointer: '/blocks',
  },
  {
    what: 'characters in an alert',
    most: 200,
    at: (n) => [{ type: 'alert', text: plain(chars(n)) }],
    pointer: '/blocks/0/text/text',
    surface: 'modal',
  },
  {
    what: "characters in a card's title",
    most: 150,
    at: (n) => [{ type: 'card', title: mrkdwn(chars(n)) }],
    pointer: '/blocks/0/title/text',
  },
  {
    what: "characters in a card's body",
    most: 200,
    at: (n) => [{ type: 'card', body: mrkdwn(chars(n)) }],
    pointer: '/blocks/0/body/text',
  },
  {
    what: 'cards of a carousel',
    most: 10,
    at: (n) => [{ type: 'carousel', elements: many(n, () => ({ type: 'card', body: mrkdwn('x') })) }],
    pointer: '/blocks/0/elements',
  },
  {
    what: 'blocks of a container',
    most: 10,
    at: (n) => [{ type: 'container', title: plain('x'), child_blocks: many(n, () => ({ type: 'divider' })) }],
    pointer: '/blocks/0/child_blocks',
  },
  {
    what: "characters in a film's title",
    most: 199,
    at: (n) => [
      { type: 'video', video_url: 'https://x', thumbnail_url: 'https://x', alt_text: 'x', title: plain(chars(n)) },
    ],
    pointer: '/blocks/0/title/text',
  },
  { what: 'blocks of a message', most: 50, at: (n) => many(n, () => ({ type: 'divider' })), pointer: '/blocks' },
  {
    what: 'blocks of a modal',
    most: 100,
    at: (n) => many(n, () => ({ type: 'divider' })),
    pointer: '/blocks',
    surface: 'modal',
  },
  {
    what: 'blocks of a Home',
    most: 100,
    at: (n) => many(n, () => ({ type: 'divider' })),
    pointer: '/blocks',
    surface: 'home',
  },
  {
    what: 'options of a group',
    most: 100,
    at: (n) => [
      actions([select({ options: undefined, option_groups: [{ label: plain('g'), options: many(n, option) }] })]),
    ],
    pointer: '/blocks/0/elements/0/option_groups/0/options',
  },
  {
    what: "characters in an axis's label",
    most: 50,
    at: (n) => [
      {
        ...lineChart(1, 1),
        chart: { ...lineChart(1, 1).chart, axis_config: { categories: ['c0'], x_label: chars(n) } },
      },
    ],
    pointer: '/blocks/0/chart/axis_config/x_label',
  },
  {
    what: 'slices of a pie',
    most: 6,
    at: (n) => [
      {
        type: 'data_visualization',
        title: 'x',
        chart: { type: 'pie', segments: many(n, (k) => ({ label: `s${k}`, value: 1 })) },
      },
    ],
    pointer: '/blocks/0/chart/segments',
  },
  {
    what: "a table's column settings",
    most: 20,
    at: (n) => [{ ...table(1, 1), column_settings: many(n, () => ({ align: 'right' })) }],
    pointer: '/blocks/0/column_settings',
  },
  {
    what: "characters in a card's subtitle",
    most: 150,
    at: (n) => [{ type: 'card', title: mrkdwn('x'), subtitle: mrkdwn(chars(n)) }],
    pointer: '/blocks/0/subtitle/text',
  },
  {
    what: "characters in a container's title",
    most: 150,
    at: (n) => [{ type: 'container', title: plain(chars(n)), child_blocks: [{ type: 'divider' }] }],
    pointer: '/blocks/0/title/text',
  },
  {
    what: "characters in a container's subtitle",
    most: 150,
    at: (n) => [
      { type: 'container', title: plain('x'), subtitle: plain(chars(n)), child_blocks: [{ type: 'divider' }] },
    ],
    pointer: '/blocks/0/subtitle/text',
  },
  {
    what: "characters in a film's description",
    most: 199,
    at: (n) => [video({ description: plain(chars(n)) })],
    pointer: '/blocks/0/description/text',
  },
  {
    what: "characters in a film's author",
    most: 49,
    at: (n) => [video({ author_name: chars(n) })],
    pointer: '/blocks/0/author_name',
  },
  {
    what: 'characters on a feedback button',
    most: 75,
    at: (n) => [feedback({ text: plain(chars(n)), value: 'v' })],
    pointer: '/blocks/0/elements/0/positive_button/text/text',
  },
  {
    what: "characters in a feedback button's value",
    most: 2000,
    at: (n) => [feedback({ text: plain('x'), value: chars(n) })],
    pointer: '/blocks/0/elements/0/positive_button/value',
  },
  {
    what: 'lines of a rich text input',
    most: 100,
    at: (n) => [input({ element: { type: 'rich_text_input', action_id: 'a', max_lines: n } })],
    pointer: '/blocks/0/element/max_lines',
  },
  {
    what: "characters in a small picture's alt_text",
    most: 2000,
    at: (n) => [context([{ type: 'image', image_url: 'https://x', alt_text: chars(n) }])],
    pointer: '/blocks/0/elements/0/alt_text',
  },
];

const pointersOf = (faults: readonly string[]) => faults.map((fault) => /\[json-pointer:(.*)\]$/.exec(fault)?.[1]);

describe('a limit holds to the one', () => {
  test.each(limits)('$what: $most', ({ most, at, pointer, surface = 'message' }) => {
    expect(validateBlocks(at(most), surface)).toEqual([]);
    expect(pointersOf(validateBlocks(at(most + 1), surface))).toContain(pointer);
  });

  test.each([
    {
      what: "characters in a view's title",
      most: 24,
      at: (n: number) => modal({ title: plain(chars(n)) }),
      pointer: '/view/title/text',
    },
    {
      what: 'characters on its submit button',
      most: 24,
      at: (n: number) => modal({ submit: plain(chars(n)) }),
      pointer: '/view/submit/text',
    },
    {
      what: 'characters on its close button',
      most: 24,
      at: (n: number) => modal({ close: plain(chars(n)) }),
      pointer: '/view/close/text',
    },
    {
      what: 'characters of private_metadata',
      most: 3000,
      at: (n: number) => modal({ private_metadata: chars(n) }),
      pointer: '/view/private_metadata',
    },
    {
      what: 'characters of a callback_id',
      most: 255,
      at: (n: number) => modal({ callback_id: chars(n) }),
      pointer: '/view/callback_id',
    },
    {
      what: 'characters of an external_id',
      most: 255,
      at: (n: number) => modal({ external_id: chars(n) }),
      pointer: '/view/external_id',
    },
    {
      what: 'blocks of the view',
      most: 100,
      at: (n: number) => modal({ blocks: many(n, () => ({ type: 'divider' })) }),
      pointer: '/view/blocks',
    },
  ])('$what: $most', ({ most, at, pointer }) => {
    expect(validateView(at(most))).toEqual([]);
    expect(pointersOf(validateView(at(most + 1)))).toContain(pointer);
  });
});

describe('what must be there, is there', () => {
  test.each([
    { what: 'a section needs text or fields', blocks: [{ type: 'section' }], pointer: '/blocks/0' },
    {
      what: 'a text needs a character',
      blocks: [{ type: 'section', text: mrkdwn('') }],
      pointer: '/blocks/0/text/text',
    },
    { what: 'a header is plain_text', blocks: [{ type: 'header', text: mrkdwn('x') }], pointer: '/blocks/0/text/type' },
    { what: 'a picture needs alt_text', blocks: [{ type: 'image', image_url: 'https://x' }], pointer: '/blocks/0' },
    {
      what: 'a picture has one source',
      blocks: [{ type: 'image', image_url: 'https://x', slack_file: { id: 'F1' }, alt_text: 'x' }],
      pointer: '/blocks/0',
    },
    {
      what: 'a select needs options',
      blocks: [actions([select({ options: undefined })])],
      pointer: '/blocks/0/elements/0',
    },
    {
      what: 'what begins as chosen is an option',
      blocks: [actions([select({ initial_option: option(7) })])],
      pointer: '/blocks/0/elements/0/initial_option',
    },
    {
      what: 'what begins as chosen is an option in full, not by its value alone',
      blocks: [actions([select({ initial_option: { ...option(0), text: plain('Another') } })])],
      pointer: '/blocks/0/elements/0/initial_option',
    },
    {
      what: 'so are all that begin as chosen',
      blocks: [
        actions([{ ...checkboxes(2), initial_options: [option(0), { ...option(1), description: plain('More') }] }]),
      ],
      pointer: '/blocks/0/elements/0/initial_options/1',
    },
    { what: 'a message has a table or a data table', blocks: [table(1, 1), dataTable(2, 1)], pointer: '/blocks/1' },
    {
      what: 'the categories of a chart are unique',
      blocks: [lineChart(1, 2, 'c1')],
      pointer: '/blocks/0/chart/axis_config/categories',
    },
    { what: 'a card has two buttons', blocks: [card(3)], pointer: '/blocks/0/actions' },
    {
      what: 'no app puts a file into a message by a block',
      blocks: [{ type: 'file', external_id: 'ABCD1', source: 'remote' }],
      pointer: '/blocks/0/type',
    },
    {
      what: 'an icon is one that Slack has',
      blocks: [{ type: 'context_actions', elements: [{ type: 'icon_button', icon: 'pencil', text: plain('x') }] }],
      pointer: '/blocks/0/elements/0/icon',
    },
    { what: 'a data table has a header and a row', blocks: [dataTable(1, 2)], pointer: '/blocks/0/rows' },
    {
      what: 'a data table is rectangular',
      blocks: [
        {
          ...dataTable(2, 2),
          rows: [[{ type: 'raw_text', text: 'a' }], many(2, () => ({ type: 'raw_text', text: 'b' }))],
        },
      ],
      pointer: '/blocks/0/rows/1',
    },
    {
      what: 'a chart has a point for each category',
      blocks: [{ ...lineChart(1, 2), chart: { ...lineChart(1, 2).chart, axis_config: { categories: ['c0'] } } }],
      pointer: '/blocks/0/chart/series/0/data',
    },
    { what: 'a data table has a caption', blocks: [{ ...dataTable(2, 2), caption: undefined }], pointer: '/blocks/0' },
    { what: 'a card shows something', blocks: [{ type: 'card', subtitle: mrkdwn('x') }], pointer: '/blocks/0' },
    { what: 'a type is known', blocks: [{ type: 'sparkline' }], pointer: '/blocks/0/type' },
    { what: 'a field is known', blocks: [{ type: 'divider', color: 'red' }], pointer: '/blocks/0' },
    {
      what: 'block_ids are unique',
      blocks: [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      pointer: '/blocks/1/block_id',
    },
    {
      what: 'action_ids are unique in their block',
      blocks: [actions([button({ action_id: 'a' }), button({ action_id: 'a' })])],
      pointer: '/blocks/0/elements/1/action_id',
    },
    { what: 'blocks are a list', blocks: { type: 'divider' }, pointer: '/blocks' },
    {
      what: 'a text field stands in an input',
      blocks: [actions([{ type: 'plain_text_input', action_id: 'a' }])],
      pointer: '/blocks/0/elements/0/type',
    },
    {
      what: 'a date picker begins with a day',
      blocks: [actions([{ type: 'datepicker', action_id: 'a', initial_date: '01.02.2026' }])],
      pointer: '/blocks/0/elements/0/initial_date',
    },
    ...['2026-02-30', '2025-02-29', '2026-13-01'].map((initial_date) => ({
      what: `a day stands in the calendar: ${initial_date}`,
      blocks: [actions([{ type: 'datepicker', action_id: 'a', initial_date }])],
      pointer: '/blocks/0/elements/0/initial_date',
    })),
    ...[
      { type: 'plain_text_input', max_length: 3, initial_value: 'four' },
      { type: 'plain_text_input', min_length: 5, initial_value: 'four' },
      { type: 'number_input', is_decimal_allowed: true, max_value: '3', initial_value: '3.5' },
      { type: 'number_input', is_decimal_allowed: true, min_value: '-3', initial_value: '-3.5' },
      { type: 'number_input', is_decimal_allowed: false, initial_value: '3.5' },
    ].map((element) => ({
      what: `a field begins with what it would take: ${JSON.stringify(element)}`,
      blocks: [input({ element })],
      pointer: '/blocks/0/element/initial_value',
    })),
    {
      what: 'a number field says whether decimals are allowed',
      blocks: [input({ element: { type: 'number_input', action_id: 'a' } })],
      pointer: '/blocks/0/element',
    },
  ])('$what', ({ blocks, pointer }) => {
    expect(pointersOf(validateBlocks(blocks, 'message'))).toContain(pointer);
  });

  test.each([
    { what: 'a modal has a title', view: modal({ title: undefined }), pointer: '/view' },
    {
      what: 'a modal that asks has a submit button',
      view: modal({ blocks: [input({})], submit: undefined }),
      pointer: '/view',
    },
    { what: 'a Home has no title', view: { type: 'home', title: plain('x'), blocks: [] }, pointer: '/view' },
    { what: 'a view is a modal or a Home', view: modal({ type: 'message' }), pointer: '/view/type' },
    {
      what: 'only one element has the focus',
      view: modal({
        submit: plain('x'),
        blocks: many(2, (n) =>
          input({ block_id: `b${n}`, element: { type: 'plain_text_input', action_id: 'a', focus_on_load: true } }),
        ),
      }),
      pointer: '/view/blocks/1',
    },
  ])('$what', ({ view, pointer }) => {
    expect(pointersOf(validateView(view))).toContain(pointer);
  });
});

describe('a block stands where Slack allows it', () => {
  test.each([
    { block: { type: 'alert', text: plain('x') }, allowed: ['modal'] },
    { block: markdown(5), allowed: ['message'] },
    { block: table(1, 1), allowed: ['message'] },
    { block: card(2), allowed: ['message', 'home'] },
    { block: { type: 'carousel', elements: [card(1)] }, allowed: ['message', 'home'] },
    { block: lineChart(1, 1), allowed: ['message'] },
    { block: input({ element: { type: 'file_input', action_id: 'f' } }), allowed: ['modal'] },
    { block: { type: 'section', text: plain('x') }, allowed: ['message', 'modal', 'home'] },
  ])('$block.type', ({ block, allowed }) => {
    const surfaces: readonly Surface[] = ['message', 'modal', 'home'];
    expect(surfaces.filter((surface) => validateBlocks([block], surface).length === 0)).toEqual(allowed);
  });
});

test('a fault is worded as Slack words it', () => {
  const blocks = [
    { type: 'section', text: mrkdwn(chars(3001)) },
    actions(many(26, (n) => button({ action_id: `b${n}` }))),
  ];
  expect(validateBlocks(blocks, 'message')).toEqual([
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    'no more than 25 items allowed [json-pointer:/blocks/1/elements]',
  ]);
});
