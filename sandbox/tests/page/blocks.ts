import type { KnownBlock, ModalView, PlainTextElement } from '@slack/types';

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text };
}

/** The overview that a person asks for. */
export const overview: KnownBlock[] = [
  { type: 'header', text: plain('Nordlys Kaffe: 412 customers in all') },
  {
    type: 'section',
    fields: [
      { type: 'mrkdwn', text: '*Prospects*\n96  ↗ 11 new' },
      { type: 'mrkdwn', text: '*Customers*\n148  ↗ 9' },
      { type: 'mrkdwn', text: '*Repeat customers*\n121  ↗ 6  ↘ 4' },
      { type: 'mrkdwn', text: '*Ambassadors*\n38  ↗ 3' },
    ],
  },
  { type: 'divider' },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: '*NPS  +42*   (+31 to +52 · 184 answers · up 5, not proven)\n*CSAT  84 %*   (72–92 % · 50 answers)\n*Repeat purchase rate  44 %*   (1 040 of 2 357)',
    },
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'overview.share', text: plain('Share to channel') },
      { type: 'button', action_id: 'followups.list', text: plain('3 open follow-ups') },
    ],
  },
];

/** An alert that anyone can claim. */
export function alert(owner: string | null): KnownBlock[] {
  return [
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: '*Mette Sørensen* gave an NPS of *3*\nRepeat customer · 14 orders · last on 12 March',
      },
      accessory: {
        type: 'overflow',
        action_id: 'alert.more',
        options: [
          { text: plain('Open the customer card'), value: 'card' },
          { text: plain('Mark as not negative'), value: 'not' },
        ],
      },
    },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'text', text: 'Kaffen er god, men to leveringer i træk kom for sent. Ingen svarede på min mail.' },
          ],
        },
      ],
    },
    {
      type: 'actions',
      elements:
        owner === null
          ? [{ type: 'button', action_id: 'follow-up.claim', style: 'primary', text: plain('Claim') }]
          : [
              { type: 'button', action_id: 'follow-up.done', style: 'primary', text: plain('Done') },
              {
                type: 'button',
                action_id: 'follow-up.hand-back',
                text: plain('Hand back'),
                confirm: {
                  title: plain('Hand it back?'),
                  text: { type: 'mrkdwn', text: 'Then *anyone* can claim it.' },
                  confirm: plain('Hand back'),
                  deny: plain('Keep it'),
                },
              },
            ],
    },
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: owner === null ? 'Nobody has it yet · due Thursday' : `<@${owner}> has it · due Thursday`,
        },
      ],
    },
  ];
}

const options = [
  { text: plain('Delivery'), value: 'delivery' },
  { text: plain('Quality'), value: 'quality' },
  { text: plain('Price'), value: 'price' },
];
const select = { placeholder: plain('Choose one') };

/** A modal with every input element. */
export const everyInput: ModalView = {
  type: 'modal',
  callback_id: 'every.input',
  title: plain('Every input'),
  submit: plain('Save'),
  close: plain('Never mind'),
  notify_on_close: true,
  blocks: [
    { type: 'alert', level: 'info', text: plain('All of these end up in view.state.values.') },
    input(
      'line',
      'One line',
      { type: 'plain_text_input', action_id: 'a', placeholder: plain('A few words') },
      'Up to you.',
    ),
    input('lines', 'Several lines', { type: 'plain_text_input', action_id: 'a', multiline: true }),
    input('number', 'Number', { type: 'number_input', action_id: 'a', is_decimal_allowed: true }),
    input('email', 'E-mail', { type: 'email_text_input', action_id: 'a' }),
    input('url', 'Address', { type: 'url_text_input', action_id: 'a' }),
    input('date', 'Day', { type: 'datepicker', action_id: 'a' }),
    input('time', 'Time', { type: 'timepicker', action_id: 'a' }),
    input('moment', 'Day and time', { type: 'datetimepicker', action_id: 'a' }),
    input('static', 'Cause', { type: 'static_select', action_id: 'a', options, ...select }),
    input('multi', 'Causes', { type: 'multi_static_select', action_id: 'a', options, ...select }),
    input('external', 'Customer', { type: 'external_select', action_id: 'customers', min_query_length: 1, ...select }),
    input('multi_external', 'Customers', {
      type: 'multi_external_select',
      action_id: 'customers',
      min_query_length: 1,
    }),
    input('user', 'Person', { type: 'users_select', action_id: 'a' }),
    input('users', 'People', { type: 'multi_users_select', action_id: 'a' }),
    input('conversation', 'Conversation', {
      type: 'conversations_select',
      action_id: 'a',
      default_to_current_conversation: true,
    }),
    input('conversations', 'Conversations', { type: 'multi_conversations_select', action_id: 'a' }),
    input('channel', 'Channel', { type: 'channels_select', action_id: 'a' }),
    input('channels', 'Channels', { type: 'multi_channels_select', action_id: 'a' }),
    input('checks', 'Sections', { type: 'checkboxes', action_id: 'a', options }),
    input('radio', 'Language', { type: 'radio_buttons', action_id: 'a', options }),
    input('files', 'Files', { type: 'file_input', action_id: 'a', filetypes: ['csv'], max_files: 2 }),
  ],
};

type Input = Extract<KnownBlock, { type: 'input' }>;

function input(blockId: string, label: string, element: Input['element'], hint?: string): Input {
  const block: Input = { type: 'input', block_id: blockId, label: plain(label), element };
  return hint === undefined ? block : { ...block, hint: plain(hint) };
}

/** A message with every block that a message may hold. */
export const gallery: KnownBlock[] = [
  { type: 'header', text: plain('Week 12 :chart_with_upwards_trend:') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: '*bold* _italic_ ~strike~ `code` &lt;b&gt; &amp;lt; <https://example.com|a link> <javascript:alert(1)|no link> <@U0JONAS0001> <#C0GENERAL01> <!here> <!date^1767225600^{date_long}|1 January>\n&gt; a quote\n```let pre = 1;```',
    },
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Rich ', style: { bold: true } },
          { type: 'emoji', name: 'tada' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U0EMILY0001' }] },
          { type: 'rich_text_section', elements: [{ type: 'channel', channel_id: 'C0KUNDALARM' }] },
          { type: 'rich_text_section', elements: [{ type: 'link', url: 'https://example.com', text: 'example' }] },
        ],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'plain <b>words</b>' }] },
    ],
  },
  {
    type: 'image',
    alt_text: 'The ladder with five rungs',
    title: plain('The ladder'),
    image_url: 'https://pictures.invalid/ladder.png',
  },
  {
    type: 'data_table',
    caption: 'Movement this week',
    row_header_column_index: 0,
    rows: [
      [
        { type: 'raw_text', text: 'Rung' },
        { type: 'raw_text', text: 'Up' },
        { type: 'raw_text', text: 'Down' },
      ],
      [
        { type: 'raw_text', text: 'Repeat' },
        { type: 'raw_number', value: 6, text: '6' },
        { type: 'raw_number', value: 4, text: '4' },
      ],
    ],
  },
  {
    type: 'actions',
    elements: [
      { type: 'static_select', action_id: 'gallery.cause', placeholder: plain('Choose a cause'), options },
      { type: 'datepicker', action_id: 'gallery.day', placeholder: plain('Choose a day') },
      { type: 'button', action_id: 'gallery.site', text: plain('Website'), url: 'https://example.com' },
      { type: 'button', action_id: 'gallery.remove', text: plain('Remove'), style: 'danger' },
    ],
  },
  { type: 'divider' },
  { type: 'context', elements: [{ type: 'plain_text', text: 'Base: 184 answers' }] },
];
