type Given = Readonly<Record<string, unknown>>;

export const chars = (n: number) => 'x'.repeat(n);
export const many = <T>(n: number, make: (index: number) => T) => Array.from({ length: n }, (_, index) => make(index));
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const option = (n: number) => ({ text: plain(`Option ${n}`), value: `v${n}` });
export const button = (given: Given = {}) => ({ type: 'button', text: plain('Press'), action_id: 'b', ...given });
export const actions = (elements: readonly unknown[]) => ({ type: 'actions', elements });
export const card = (buttons: number) => ({
  type: 'card',
  body: mrkdwn('x'),
  actions: many(buttons, (n) => button({ action_id: `b${n}` })),
});
export const context = (elements: readonly unknown[]) => ({ type: 'context', elements });
export const markdown = (n: number) => ({ type: 'markdown', text: chars(n) });

export const select = (given: Given) => ({ type: 'static_select', action_id: 's', options: [option(0)], ...given });
export const checkboxes = (n: number) => ({ type: 'checkboxes', action_id: 'c', options: many(n, option) });

export const input = (given: Given) => ({
  type: 'input',
  label: plain('Why?'),
  element: { type: 'plain_text_input', action_id: 'a' },
  ...given,
});

export const modal = (given: Given) => ({ type: 'modal', title: plain('Title'), blocks: [], ...given });

/** The first cell holds `first`, all others one character. */
export const table = (rows: number, columns: number, first = 'x') => ({
  type: 'table',
  rows: many(rows, (row) =>
    many(columns, (column) => ({ type: 'raw_text', text: row === 0 && column === 0 ? first : 'x' })),
  ),
});

export const dataTable = (rows: number, columns: number) => ({
  ...table(rows, columns),
  type: 'data_table',
  caption: 'Customers',
});

export const lineChart = (series: number, categories: number, first = 'c0') => {
  const labels = many(categories, (n) => (n === 0 ? first : `c${n}`));
  return {
    type: 'data_visualization',
    title: 'NPS',
    chart: {
      type: 'line',
      series: many(series, (n) => ({ name: `s${n}`, data: labels.map((label) => ({ label, value: n })) })),
      axis_config: { categories: labels },
    },
  };
};

export const video = (given: Given) => ({
  type: 'video',
  video_url: 'https://x',
  thumbnail_url: 'https://x',
  alt_text: 'x',
  title: plain('x'),
  ...given,
});

export const feedback = (positive_button: Given) => ({
  type: 'context_actions',
  elements: [{ type: 'feedback_buttons', positive_button, negative_button: { text: plain('No'), value: 'no' } }],
});
