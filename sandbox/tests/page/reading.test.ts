import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astrid, general, until } from '../support.ts';
import { withoutBrowser } from './browser.ts';
import { messageWith, type Stage, send, setStage } from './support.ts';

describe.skipIf(withoutBrowser())('finding one’s way on the sandbox page', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open();
  });
  afterAll(() => stage.stop());

  const post = (text: string, blocks?: object[]) =>
    stage.sandbox.client.chat.postMessage({ channel: general, text, ...(blocks && { blocks: blocks as never }) });
  /** Whether something is in sight, within the list that it stands in. */
  const isInSight = (words: string, edge: 'top' | 'bottom') =>
    messageWith(page, words).evaluate((row, side) => {
      const list = row.closest('.scroll')?.getBoundingClientRect();
      const at = row.getBoundingClientRect()[side];
      return list !== undefined && at >= list.top - 1 && at <= list.bottom + 1;
    }, edge);

  test('the first stop of the Tab key leads past everything to what was said', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await label()).toBe('Messages in #general');
  });

  test('who reads further up and sends something sees it', async () => {
    for (let i = 1; i <= 30; i += 1) await post(`Line ${i}`);
    await messageWith(page, 'Line 30').waitFor();
    await messageWith(page, 'Line 1').scrollIntoViewIfNeeded();
    await page.getByRole('region', { name: 'Messages in #general' }).evaluate((list) => list.scrollTo(0, -1e6));
    await post('Somebody else said this');
    await messageWith(page, 'Somebody else').waitFor();
    expect(await isInSight('Somebody else', 'bottom')).toBe(false);
    await send(page, 'My own words');
    await until(() => isInSight('My own words', 'bottom'));
    await page.getByRole('region', { name: 'Messages in #general' }).evaluate((list) => list.scrollTo(0, -1e6));
    await send(page, '/loyalty');
    await until(() => isInSight('412 customers in all', 'bottom'));
  });

  test('a message taller than the window is first seen where it begins', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `Finding ${i}`).join('\n');
    await post('A long digest', [
      { type: 'header', text: { type: 'plain_text', text: 'What this week says' } },
      { type: 'section', text: { type: 'mrkdwn', text: lines } },
    ]);
    await page.reload();
    await messageWith(page, 'What this week says').waitFor();
    await until(() => isInSight('What this week says', 'top'));
  });

  test('below 700 px a table keeps its columns and scrolls sideways, and the page does not', async () => {
    const cell = (text: string) => ({ type: 'raw_text', text });
    const names = ['Customer', 'On the rung since', 'Newest order', 'Value in all', 'Orders so far', 'Newest answer'];
    await post('Wide', [{ type: 'data_table', caption: 'Wide', rows: [names.map(cell), names.map(cell)] }]);
    await page.setViewportSize({ width: 480, height: 800 });
    const room = page.getByRole('group', { name: 'Wide' });
    await room.waitFor();
    const { scroll, own } = await room.evaluate((one) => ({ scroll: one.scrollWidth, own: one.clientWidth }));
    expect(scroll).toBeGreaterThan(own);
    expect(await room.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThanOrEqual(480);
    const height = await room
      .getByRole('columnheader')
      .first()
      .evaluate((one) => one.clientHeight);
    expect(height).toBeLessThan(45);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(480);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('the focus stays in a modal that becomes another one', async () => {
    await send(page, '/loyalty form');
    const form = page.getByRole('dialog', { name: 'Every input' });
    await form.getByRole('button', { name: 'Save' }).focus();
    const [open] = (await stage.sandbox.screen(astrid)).modals;
    const view = {
      type: 'modal' as const,
      title: { type: 'plain_text' as const, text: 'It is saved' },
      blocks: [{ type: 'section' as const, text: { type: 'plain_text' as const, text: 'Nothing to fill in' } }],
    };
    await stage.sandbox.client.views.update({ view_id: open?.id ?? '', view });
    const dialog = page.getByRole('dialog', { name: 'It is saved' });
    await dialog.waitFor();
    await until(() => dialog.evaluate((one) => one.contains(document.activeElement)));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
