const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const cell = (text: string) => ({ type: 'raw_text', text });
const number = (value: number) => ({ type: 'raw_number', value, text: String(value) });
const options = ['Delivery', 'Quality', 'Price'].map((text) => ({ text: plain(text), value: text }));
const button = (text: string, more: object = {}) => ({ type: 'button', action_id: text, text: plain(text), ...more });
const categories = ['June', 'July', 'Aug', 'Sept', 'Oct'];
const series = (name: string, values: readonly number[]) => ({
  name,
  data: categories.map((label, i) => ({ label, value: values[i] })),
});
const chart = (type: string) => ({
  type: 'data_visualization',
  title: 'NPS by month',
  chart: {
    type,
    series: [series('NPS', [21, -4, 34, 40, 42]), series('Target', [45, 45, 45, 45, 45])],
    axis_config: { categories, x_label: 'Month', y_label: 'NPS' },
  },
});
const words = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });

/** Every kind of block that the page draws, in the shapes that look different. */
export const blockKinds: Readonly<Record<string, readonly object[]>> = {
  header: [{ type: 'header', text: plain('3 climbed, 1 came down') }],
  section: [
    {
      type: 'section',
      text: mrkdwn('*bold* _italic_ ~gone~ `code` <https://example.com|a link>\n> a quote\n```let pre = 1;```'),
      accessory: button('Claim', { style: 'primary' }),
    },
  ],
  fields: [{ type: 'section', fields: ['*Prospects*\n96', '*Customers*\n148', '*Ambassadors*\n38'].map(mrkdwn) }],
  context: [{ type: 'context', elements: [mrkdwn('Base: *184* answers'), plain('30 days')] }],
  divider: [{ type: 'section', text: plain('above') }, { type: 'divider' }, { type: 'section', text: plain('below') }],
  actions: [
    {
      type: 'actions',
      elements: [
        button('Done', { style: 'primary' }),
        button('Hand back'),
        button('Remove', { style: 'danger' }),
        { type: 'static_select', action_id: 'cause', placeholder: plain('Choose a cause'), options },
        { type: 'overflow', action_id: 'more', options },
      ],
    },
  ],
  image: [{ type: 'image', alt_text: 'The ladder', title: plain('The ladder'), image_url: 'SANDBOX/icon.svg' }],
  rich_text: [
    {
      type: 'rich_text',
      elements: [
        words('A sentence before a list'),
        { type: 'rich_text_list', style: 'bullet', elements: [words('one'), words('two')] },
        { type: 'rich_text_list', style: 'ordered', elements: [words('first'), words('second')] },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Two parcels came late.' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'plain words' }] },
      ],
    },
  ],
  markdown: [
    { type: 'markdown', text: '# A heading\n\nWith **bold** words\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |' },
  ],
  table: [
    {
      type: 'table',
      column_settings: [{}, { align: 'right' }],
      rows: [
        [cell('Rung'), cell('Customers')],
        [cell('Repeat'), cell('216')],
        [cell('Ambassadors'), cell('52')],
      ],
    },
  ],
  data_table: [
    {
      type: 'data_table',
      caption: 'Movement this week',
      page_size: 2,
      row_header_column_index: 0,
      rows: [
        [cell('Rung'), cell('Up'), cell('Down')],
        [cell('Repeat'), number(6), number(4)],
        [cell('Ambassadors'), number(2), number(1)],
        [cell('Partners'), number(0), number(0)],
      ],
    },
  ],
  'chart-line': [chart('line')],
  'chart-area': [chart('area')],
  'chart-bar': [chart('bar')],
  'chart-pie': [
    {
      type: 'data_visualization',
      title: 'Answers',
      chart: {
        type: 'pie',
        segments: ['Promoters', 'Passives', 'Detractors'].map((label, i) => ({ label, value: 50 - 15 * i })),
      },
    },
  ],
  alert: ['default', 'info', 'warning', 'error', 'success'].map((level) => ({
    type: 'alert',
    level,
    text: plain(`An alert of level ${level}`),
  })),
  input: [
    {
      type: 'input',
      label: plain('What they said'),
      hint: plain('In their own words.'),
      optional: true,
      element: { type: 'plain_text_input', action_id: 'a', placeholder: plain('A few words') },
    },
    { type: 'input', label: plain('Cause'), element: { type: 'static_select', action_id: 'b', options } },
    { type: 'input', label: plain('Parts'), element: { type: 'checkboxes', action_id: 'c', options } },
    { type: 'input', label: plain('Language'), element: { type: 'radio_buttons', action_id: 'd', options } },
  ],
  unknown: [{ type: 'hologram' }],
};
