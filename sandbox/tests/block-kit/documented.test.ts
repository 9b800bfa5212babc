import { describe, expect, test } from 'vitest';
import { blockTypes } from '../../src/block-kit/blocks.ts';
import { type Surface, validateBlocks, validateView } from '../../src/block-kit/validate.ts';
import { actions, input, modal, mrkdwn, option, plain } from './samples.ts';

/** Payloads in the form in which Slack's reference shows each block and element, in words of our own. */
const words = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const picture = { type: 'image', image_url: 'https://example.com/36.png', alt_text: 'Icon' };
const card = {
  type: 'card',
  block_id: 'card-1',
  icon: picture,
  title: { type: 'mrkdwn', text: 'Nordlys Kaffe', verbatim: false },
  subtitle: { type: 'mrkdwn', text: 'Roasted in Aarhus', verbatim: false },
  hero_image: { ...picture, image_url: 'https://example.com/400x300.png' },
  body: { type: 'mrkdwn', text: 'Enjoy each cup equally.', verbatim: false },
  actions: [
    { type: 'button', text: { type: 'plain_text', text: 'Order', emoji: false }, action_id: 'button_action_1' },
  ],
};
const task = {
  type: 'task_card',
  task_id: 'task_1',
  title: 'Fetching orders',
  status: 'pending',
  output: words('Found orders from two sources'),
  sources: [{ type: 'url', url: 'https://example.com/', text: 'example.com' }],
};
const weekdays = ['Mon', 'Tue', 'Wed'];
const series = { name: 'Free', data: weekdays.map((label, n) => ({ label, value: n * 1000 })) };
const xy = { series: [series], axis_config: { categories: weekdays, x_label: 'Day', y_label: 'Users' } };

const blocks: Readonly<Record<string, unknown>> = {
  actions: {
    type: 'actions',
    block_id: 'actions1',
    elements: [
      {
        type: 'static_select',
        placeholder: plain('Which one?'),
        action_id: 'select_2',
        options: [option(1), option(2)],
      },
      { type: 'button', text: plain('Cancel'), value: 'cancel', action_id: 'button_1', style: 'danger' },
    ],
  },
  alert: { type: 'alert', text: { type: 'mrkdwn', text: 'This cannot be undone.', verbatim: false }, level: 'info' },
  card,
  carousel: { type: 'carousel', elements: [card, { ...card, block_id: 'card-2' }] },
  container: {
    type: 'container',
    title: plain('Details'),
    subtitle: mrkdwn('Of one order'),
    width: 'wide',
    icon: picture,
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'section', text: mrkdwn('One bag') }, { type: 'divider' }],
  },
  context: { type: 'context', elements: [picture, mrkdwn('Location: *Dogpatch*'), plain('Updated today')] },
  context_actions: {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback_buttons_1',
        positive_button: { text: plain('👍'), value: 'positive_feedback' },
        negative_button: { text: plain('👎'), value: 'negative_feedback', accessibility_label: 'Bad' },
      },
      { type: 'icon_button', icon: 'trash', text: plain('Delete'), action_id: 'delete_button_1', value: 'delete_item' },
    ],
  },
  data_table: {
    type: 'data_table',
    caption: 'Departments',
    page_size: 5,
    row_header_column_index: 0,
    rows: [
      [
        { type: 'raw_text', text: 'Name' },
        { type: 'raw_text', text: 'People' },
        { type: 'raw_text', text: 'Badge' },
      ],
      [{ type: 'raw_text', text: 'Roastery' }, { type: 'raw_number', value: 4, text: '4' }, words('Blue')],
    ],
  },
  divider: { type: 'divider' },
  header: { type: 'header', text: { type: 'plain_text', text: 'A heartfelt header', emoji: true } },
  image: {
    type: 'image',
    title: plain('A cup'),
    block_id: 'image4',
    slack_file: { id: 'F0123456' },
    alt_text: 'A cup of coffee',
  },
  markdown: { type: 'markdown', text: '**Lots of information here!**\n\n- one\n- two' },
  plan: { type: 'plan', title: 'Thinking done', tasks: [task] },
  rich_text: {
    type: 'rich_text',
    block_id: 'block1',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Hello there, ', style: { bold: true } },
          { type: 'emoji', name: 'wave' },
          { type: 'link', url: 'https://example.com', text: 'a link', style: { italic: true } },
          { type: 'user', user_id: 'U0ASTRID001' },
          { type: 'channel', channel_id: 'C0GENERAL01' },
          { type: 'usergroup', usergroup_id: 'G123' },
          { type: 'broadcast', range: 'here' },
          { type: 'color', value: '#F405B3' },
          { type: 'date', timestamp: 1720710212, format: '{date_num} at {time}', fallback: 'then' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 0,
        border: 1,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'item one' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'What we need is good food.' }] },
      { type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: '{}' }] },
    ],
  },
  section: {
    type: 'section',
    block_id: 'sectionBlock',
    text: mrkdwn('*Sally* has requested that you set the deadline'),
    fields: [mrkdwn('*Priority*'), mrkdwn('*Type*'), plain('High'), plain('Silly')],
    accessory: {
      type: 'datepicker',
      action_id: 'datepicker123',
      initial_date: '1990-04-28',
      placeholder: plain('Select a date'),
    },
  },
  table: {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { align: 'right' }],
    rows: [
      [
        { type: 'raw_text', text: 'Header A' },
        { type: 'raw_text', text: 'Header B' },
      ],
      [{ type: 'raw_text', text: 'Data 1A' }, words('Data 1B')],
    ],
  },
  task_card: task,
  video: {
    type: 'video',
    title: { type: 'plain_text', text: 'How to brew', emoji: true },
    title_url: 'https://example.com/watch?v=1',
    description: { type: 'plain_text', text: 'Slowly.', emoji: true },
    video_url: 'https://example.com/embed/1?feature=oembed',
    alt_text: 'How to brew?',
    thumbnail_url: 'https://example.com/1.jpg',
    author_name: 'Astrid Holm',
    provider_name: 'Films',
    provider_icon_url: 'https://example.com/icon.png',
  },
};

const surfaceOf: Readonly<Record<string, Surface>> = { alert: 'modal' };

describe('a block as Slack documents it is accepted', () => {
  test.each(Object.entries(blocks))('%s', (type, one) => {
    expect(validateBlocks([one], surfaceOf[type] ?? 'message')).toEqual([]);
  });

  test.each([
    [
      'pie',
      {
        type: 'pie',
        segments: [
          { label: 'Kit', value: 45 },
          { label: 'Twix', value: 28 },
        ],
      },
    ],
    ['bar', { type: 'bar', ...xy }],
    ['area', { type: 'area', ...xy }],
    ['line', { type: 'line', ...xy }],
  ])('data_visualization: %s', (_type, chart) => {
    const one = { type: 'data_visualization', title: 'Users', chart };
    expect(validateBlocks([one], 'message')).toEqual([]);
  });

  test('input, with every element that it takes', () => {
    const elements = [...inputElements, ...actionElements].filter(
      (one) => !['button', 'overflow', 'workflow_button'].includes(one.type),
    );
    const view = modal({
      submit: plain('Submit'),
      close: plain('Cancel'),
      callback_id: 'ask',
      external_id: 'ask-1',
      private_metadata: '{}',
      clear_on_close: true,
      notify_on_close: true,
      blocks: elements.map((element, n) =>
        input({ block_id: `i${n}`, element, hint: plain('Why'), optional: true, dispatch_action: true }),
      ),
    });
    expect(validateView(view)).toEqual([]);
  });

  test('a Home', () => {
    expect(
      validateView({
        type: 'home',
        callback_id: 'home',
        private_metadata: '',
        blocks: [blocks.section, blocks.actions],
      }),
    ).toEqual([]);
  });
});

const typed = { placeholder: plain('Type'), dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } };
const inputElements = [
  {
    type: 'plain_text_input',
    action_id: 'a',
    multiline: true,
    min_length: 1,
    max_length: 20,
    initial_value: 'x',
    ...typed,
  },
  { type: 'email_text_input', action_id: 'a', initial_value: 'a@example.com', ...typed },
  { type: 'url_text_input', action_id: 'a', initial_value: 'https://example.com', ...typed },
  {
    type: 'number_input',
    action_id: 'a',
    is_decimal_allowed: true,
    min_value: '-1.5',
    max_value: '10',
    initial_value: '3',
  },
  { type: 'rich_text_input', action_id: 'a', initial_value: words('Hello'), min_lines: 2, max_lines: 9 },
  { type: 'file_input', action_id: 'a', filetypes: ['csv', 'txt'], max_files: 5 },
];
const group = { label: plain('Group'), options: [option(1), option(2)] };
const actionElements = [
  {
    type: 'button',
    action_id: 'a',
    text: plain('Press'),
    url: 'https://example.com',
    value: 'v',
    style: 'primary',
    accessibility_label: 'Press it',
    confirm: {
      title: plain('Sure?'),
      text: mrkdwn('Really'),
      confirm: plain('Do it'),
      deny: plain('Stop'),
      style: 'danger',
    },
  },
  {
    type: 'workflow_button',
    text: plain('Run'),
    workflow: {
      trigger: { url: 'https://example.com/shortcuts/1', customizable_input_parameters: [{ name: 'a', value: 'b' }] },
    },
  },
  { type: 'overflow', action_id: 'a', options: [{ ...option(1), url: 'https://example.com' }, option(2)] },
  {
    type: 'checkboxes',
    action_id: 'a',
    options: [{ text: mrkdwn('*One*'), value: 'v1', description: mrkdwn('_1_') }, option(2)],
    initial_options: [option(2)],
  },
  { type: 'radio_buttons', action_id: 'a', options: [option(1), option(2)], initial_option: option(1) },
  { type: 'datepicker', action_id: 'a', initial_date: '2026-03-01', placeholder: plain('Day') },
  { type: 'timepicker', action_id: 'a', initial_time: '09:00', timezone: 'Europe/Copenhagen' },
  { type: 'datetimepicker', action_id: 'a', initial_date_time: 1628633820 },
  { type: 'static_select', action_id: 'a', option_groups: [group], initial_option: option(2) },
  { type: 'external_select', action_id: 'a', min_query_length: 3, placeholder: plain('Search') },
  { type: 'users_select', action_id: 'a', initial_user: 'U0ASTRID001' },
  {
    type: 'conversations_select',
    action_id: 'a',
    default_to_current_conversation: true,
    filter: { include: ['public'], exclude_bot_users: true },
  },
  { type: 'channels_select', action_id: 'a', initial_channel: 'C0GENERAL01' },
  {
    type: 'multi_static_select',
    action_id: 'a',
    options: [option(1)],
    max_selected_items: 1,
    initial_options: [option(1)],
  },
  { type: 'multi_external_select', action_id: 'a', min_query_length: 0 },
  { type: 'multi_users_select', action_id: 'a', initial_users: ['U0ASTRID001'] },
  { type: 'multi_conversations_select', action_id: 'a', filter: { include: ['im', 'private'] } },
  { type: 'multi_channels_select', action_id: 'a', initial_channels: ['C0GENERAL01'], focus_on_load: false },
];

describe('an element as Slack documents it is accepted', () => {
  test.each(actionElements)('$type', (element) => {
    expect(validateBlocks([actions([element])], 'message')).toEqual([]);
  });
});

test('every block type that Slack documents is among them', () => {
  const known = [...Object.keys(blocks), 'file', 'input', 'data_visualization'].sort();
  expect(Object.keys(blockTypes).sort()).toEqual(known);
});
