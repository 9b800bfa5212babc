import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { general } from '../support.ts';
import { withoutBrowser } from './browser.ts';
import { axeFaults, type Stage, setStage } from './support.ts';

describe.skipIf(withoutBrowser())('a canvas on the sandbox page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.stop());

  const markdown = ['# Q3', '**NPS +46**', '| Figure | Value |\n| --- | --- |\n| NPS | +46 |', '- one', '---'].join(
    '\n\n',
  );
  const create = async (title: string) => {
    const { canvases } = stage.sandbox.client;
    const document_content = { type: 'markdown' as const, markdown };
    return (await canvases.create({ title, document_content, channel_id: general })).canvas_id ?? '';
  };

  test('is a tab of its channel as soon as it is there, and opens as a page of its own', async () => {
    const page = await stage.open();
    await create('Review');
    const [canvas] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Review' }).click(),
    ]);
    await canvas.getByRole('heading', { name: 'Review', level: 1 }).waitFor();
    await canvas.getByRole('cell', { name: '+46' }).waitFor();
    expect(await canvas.title()).toBe('Review – Sandbox');
    await canvas.getByText('a tab of #general').waitFor();
  });

  test.each(['light', 'dark'] as const)('is for everyone in %s', async (colorScheme) => {
    const page = await stage.open({}, { colorScheme });
    const id = await create('Another');
    await page.goto(`${stage.sandbox.ready.url}/docs/T0NORDLYS01/${id}`);
    await page.getByRole('cell', { name: '+46' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('that is not there says so', async () => {
    const page = await stage.open();
    await page.goto(`${stage.sandbox.ready.url}/docs/T0NORDLYS01/F0NONE`);
    await page
      .getByText(/canvas/i)
      .nth(1)
      .waitFor();
    expect(await page.getByRole('status').textContent()).not.toBe('Reading …');
  });
});
