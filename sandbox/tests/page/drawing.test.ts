import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { general, until } from '../support.ts';
import { withoutBrowser } from './browser.ts';
import { axeFaults, messageWith, type Stage, setStage } from './support.ts';

/** A PNG of 136 × 60. */
const greyPicture =
  'iVBORw0KGgoAAAANSUhEUgAAAIgAAAA8CAAAAACYiq3tAAAAO0lEQVR42u3OMQ0AAAwDoEqv9KpYsgMUkD4RERERERERERERERERERERERERERERERERERERERkQsDPw7w4jlbh6wAAAAASUVORK5CYII=';

describe.skipIf(withoutBrowser())('drawing Block Kit', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open();
  });
  afterAll(() => stage.stop());

  /** Has the app say something, and gives the body of the message that the page draws. */
  const drawn = async (text: string, blocks: readonly object[] = []) => {
    const post = { channel: general, text, blocks: blocks as never };
    await stage.sandbox.client.chat.postMessage(blocks.length > 0 ? post : { channel: general, text });
    const words = blocks.length > 0 ? /.*/ : text.slice(0, 5);
    const before = page.locator('.message').last().locator('.message-body');
    await messageWith(page, words).waitFor();
    return before;
  };
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

  test('mrkdwn becomes bold, italic, struck and code, and marks inside words stay', async () => {
    const body = await drawn('', [section('*bold* _italic_ ~gone~ `a*b*` snake_case_word 2*3*4')]);
    await body.getByText('snake_case_word').waitFor();
    expect(await body.locator('strong').textContent()).toBe('bold');
    expect(await body.locator('em').textContent()).toBe('italic');
    expect(await body.locator('s').textContent()).toBe('gone');
    expect(await body.locator('code').textContent()).toBe('a*b*');
    expect(await body.textContent()).toContain('snake_case_word 2*3*4');
  });

  test('what people typed is shown as text, whatever it holds', async () => {
    const hostile = '&lt;img src=x onerror=alert(1)&gt; &amp;lt;b&amp;gt; <javascript:alert(1)|a link>';
    const body = await drawn('', [
      section(hostile),
      { type: 'header', text: { type: 'plain_text', text: '<i>x</i>' } },
    ]);
    await body.getByText('a link').waitFor();
    expect(await body.textContent()).toContain('<img src=x onerror=alert(1)> &lt;b&gt; a link');
    expect(await body.getByRole('heading').textContent()).toBe('<i>x</i>');
    expect(await body.locator('img, i, a').count()).toBe(0);
  });

  test('links open beside the page and give nothing of it away', async () => {
    const body = await drawn('', [section('<https://example.com/?a=1&amp;b=2|offer> and <mailto:a@example.com>')]);
    const link = body.getByRole('link', { name: 'offer' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://example.com/?a=1&b=2');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await body.getByRole('link').count()).toBe(2);
  });

  test('a type that the page does not know is a box that says so', async () => {
    // The sandbox refuses such blocks as Slack does, so they are put into what it answers.
    const blocks = [{ type: 'hologram' }, { type: 'actions', elements: [{ type: 'lever', action_id: 'pull' }] }];
    const own = await stage.open();
    await stage.sandbox.client.chat.postMessage({ channel: general, text: 'From the future' });
    await own.route('**/sandbox/messages?*', async (route) => {
      const messages = (await (await route.fetch()).json()) as { text: string }[];
      const changed = messages.map((one) => (one.text === 'From the future' ? { ...one, blocks } : one));
      await route.fulfill({ json: changed });
    });
    await own.reload();
    await own.getByText('The sandbox page cannot draw this block: hologram').waitFor();
    await own.getByText('The sandbox page cannot draw this element: lever').waitFor();
    expect(await own.getByRole('note').count()).toBe(2);
    await own.context().close();
  });

  test('a table has its caption, its head and its row names', async () => {
    const cell = (text: string) => ({ type: 'raw_text', text });
    const rows = [
      [cell('Rung'), cell('Up')],
      [cell('Repeat'), { type: 'raw_number', value: 6, text: '6' }],
    ];
    const table = { type: 'data_table', caption: 'Movement', row_header_column_index: 0, rows };
    const body = await drawn('', [table]);
    const found = body.getByRole('table', { name: 'Movement' });
    await found.waitFor();
    expect(await found.getByRole('columnheader').allTextContents()).toEqual(['Rung', 'Up']);
    expect(await found.getByRole('rowheader').allTextContents()).toEqual(['Repeat']);
  });

  test('a data table shows a page of rows, and is sorted by the column whose head is pressed', async () => {
    const cell = (text: string) => ({ type: 'raw_text', text });
    const rows = [9, 10, 8].map((value) => [cell(`K${value}`), { type: 'raw_number', value, text: `DKK ${value}` }]);
    const body = await drawn('', [
      { type: 'data_table', caption: 'Values', page_size: 2, rows: [[cell('Customer'), cell('Value')], ...rows] },
    ]);
    const found = body.getByRole('table', { name: 'Values' });
    const seen = async () => (await found.getByRole('row').allTextContents()).slice(1);
    const press = (name: string) => body.getByRole('button', { name }).click();
    await found.waitFor();
    expect(await seen()).toEqual(['K9DKK 9', 'K10DKK 10']);
    await press('Next');
    expect(await seen()).toEqual(['K8DKK 8']);
    await press('Value');
    expect(await seen()).toEqual(['K8DKK 8', 'K9DKK 9']);
    await press('Value');
    expect(await seen()).toEqual(['K10DKK 10', 'K9DKK 9']);
    expect(await found.getByRole('columnheader', { name: 'Value' }).getAttribute('aria-sort')).toBe('descending');
    await press('Customer');
    expect(await seen()).toEqual(['K10DKK 10', 'K8DKK 8']);
  });

  test.each(['line', 'area', 'bar'])(
    'a %s chart of Slack’s own is drawn, and its numbers are there to be read',
    async (type) => {
      const categories = ['Sept', 'Oct', 'Nov …'];
      const series = [
        { name: 'NPS', data: categories.map((label, i) => ({ label, value: [21, -4.5, 34][i] })) },
        { name: 'Target', data: categories.map((label) => ({ label, value: 45 })) },
      ];
      const chart = { type, series, axis_config: { categories } };
      const body = await drawn('', [{ type: 'data_visualization', title: `NPS as ${type}`, chart }]);
      const table = body.getByRole('table', { name: `NPS as ${type}` });
      await table.waitFor({ state: 'attached' });
      expect(await table.getByRole('row').allTextContents()).toEqual([
        'NPSTarget',
        'Sept2145',
        'Oct-4.545',
        'Nov …3445',
      ]);
      expect(await body.locator('.chart-0, .chart-1').filter({ visible: true }).count()).toBeGreaterThan(4);
      expect(await body.locator('svg.chart').innerHTML()).not.toMatch(/NaN|undefined/);
      expect(await body.locator('svg.chart text').allTextContents()).toEqual(expect.arrayContaining(categories));
    },
  );

  test('a chart’s axis has round numbers, as its reader writes them', async () => {
    const categories = ['Oct', 'Nov'];
    const values = [107_162.67, 127_129.23];
    const data = categories.map((label, i) => ({ label, value: values[i] }));
    const chart = { type: 'line', series: [{ name: 'CLV', data }], axis_config: { categories, y_label: 'DKK' } };
    const body = await drawn('', [{ type: 'data_visualization', title: 'CLV', chart }]);
    const written = await body.locator('svg.chart text').allTextContents();
    expect(written.map((one) => one.replace('.', ','))).toEqual(
      expect.arrayContaining(['0', '50,000', '100,000', '150,000']),
    );
  });

  test('a pie is drawn in as many slices as it has segments', async () => {
    const segments = ['Promoters', 'Passives', 'Detractors'].map((label, i) => ({ label, value: 50 - 15 * i }));
    const chart = { type: 'pie', segments };
    const body = await drawn('', [{ type: 'data_visualization', title: 'Answers', chart }]);
    await body.locator('svg.chart').waitFor();
    expect(await body.locator('svg.chart path').count()).toBe(3);
    expect(await body.getByRole('columnheader').allTextContents()).toEqual(['Promoters', 'Passives', 'Detractors']);
  });

  test('a picture that is a file of no channel is shown where a message holds it', async () => {
    const { client } = stage.sandbox;
    const { files } = (await client.filesUploadV2({
      filename: 'grey.png',
      file: Buffer.from(greyPicture, 'base64'),
    })) as unknown as { files: { files: { id: string }[] }[] };
    const id = files[0]?.files[0]?.id ?? '';
    await until(async () => (await client.files.info({ file: id })).file?.mimetype);
    const body = await drawn('', [{ type: 'image', slack_file: { id }, alt_text: 'Nothing but grey' }]);
    const image = body.getByRole('img', { name: 'Nothing but grey' });
    await image.scrollIntoViewIfNeeded();
    const widthOf = () => image.evaluate((one) => (one as HTMLImageElement).naturalWidth);
    expect(await until(widthOf, (width) => width > 0)).toBe(136);
  });

  test('a chart and a picture are part of a page without faults, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const own = await stage.open({}, { colorScheme });
      await own.locator('svg.chart').first().waitFor();
      expect(await axeFaults(own)).toEqual([]);
      await own.context().close();
    }
  });

  test('a picture that cannot be fetched leaves its words', async () => {
    const body = await drawn('', [
      { type: 'image', alt_text: 'Five rungs', image_url: `${stage.sandbox.ready.url}/no-such.png` },
    ]);
    await body.getByText('Picture not available: Five rungs').waitFor();
  });
});
