import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alarm, general, until } from '../support.ts';
import { withoutBrowser } from './browser.ts';
import { axeFaults, messageWith, type Stage, send, setStage } from './support.ts';

describe.skipIf(withoutBrowser())('the sandbox page is for everyone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.stop());

  test.each(['light', 'dark'] as const)('axe finds nothing in any state in %s', async (colorScheme) => {
    const page = await stage.open({ channel: alarm }, { colorScheme });
    const expectClean = async (state: string) => expect(await axeFaults(page), state).toEqual([]);
    await send(page, '/loyalty');
    await messageWith(page, '412 customers').waitFor();
    await send(page, '/loyalty gallery');
    await messageWith(page, 'Week 12').waitFor();
    await expectClean('a channel');
    await messageWith(page, 'Week 12').getByRole('combobox').click();
    await page.getByRole('option', { name: 'Price' }).waitFor();
    await expectClean('a select that is open');
    await page.keyboard.press('Escape');
    await send(page, '/loyalty alert');
    await messageWith(page, 'Mette').getByRole('button', { name: 'Claim' }).click();
    await messageWith(page, 'Mette').getByRole('link', { name: '1 reply' }).click();
    await page.getByRole('complementary').getByText('took it').waitFor();
    await expectClean('a thread');
    await messageWith(page, 'Mette').getByRole('button', { name: 'More actions' }).click();
    await expectClean('a menu');
    await page.keyboard.press('Escape');
    await messageWith(page, 'Mette').getByRole('button', { name: 'Hand back' }).click();
    await expectClean('a question before a button');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: /^Message/ }).fill('/lo');
    await expectClean('the list of commands');
    await page.getByRole('textbox', { name: /^Message/ }).fill('');
    await send(page, '/unknown');
    await page.getByText('not a command').waitFor();
    await expectClean('a problem');
    await page.getByRole('textbox', { name: /^Message/ }).fill('');
    await send(page, '/loyalty form');
    const form = page.getByRole('dialog', { name: 'Every input' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Please complete this required field.').first().waitFor();
    await expectClean('a modal with errors');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /members$/ }).click();
    await expectClean('the members');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByText('Good morning').waitFor();
    await expectClean('the App Home');
    await page.setViewportSize({ width: 320, height: 600 });
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await expectClean('a narrow window with its sidebar');
    await page.getByRole('link', { name: /^kunder-alarm/ }).click();
    await messageWith(page, 'Mette').getByRole('link', { name: '1 reply' }).click();
    await page.getByRole('complementary').getByText('took it').waitFor();
    await expectClean('a thread in a narrow window');
    await page.context().close();
  });

  test('with the keyboard alone one asks, presses, fills in and comes back', async () => {
    const page = await stage.open();
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const tabTo = async (name: RegExp) => {
      for (let steps = 0; steps < 60; steps += 1) {
        const label = await focusedName(page);
        if (name.test(label)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`The Tab key never came to ${name}.`);
    };
    await tabTo(/^Message #general/);
    await page.keyboard.type('/lo');
    await press('Enter');
    await page.keyboard.type('alert');
    await press('Enter');
    await messageWith(page, 'Mette Sørensen').waitFor();
    await tabTo(/^Claim$/);
    await press('Enter');
    await until(
      () => focusedName(page),
      (name) => name === 'Done',
    );
    await tabTo(/^Shortcuts$/);
    await press('Enter', 'Enter');
    await page.getByRole('dialog', { name: 'Add feedback' }).waitFor();
    await until(
      () => focusedName(page),
      (name) => name.startsWith('What they said'),
    );
    await page.keyboard.type('Only keys');
    await tabTo(/^Save$/);
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(stage.heard.submissions.at(-1)?.comment?.text).toMatchObject({ value: 'Only keys' });
    expect(await focusedName(page)).toBe('Shortcuts');
    await page.context().close();
  });

  test.each([
    ['a window 320 px wide', { width: 320, height: 640 }],
    ['400 % zoom', { width: 320, height: 256 }],
  ])('nothing is cut off or needs sideways scrolling in %s', async (_, viewport) => {
    const page = await stage.open({ channel: general }, { viewport });
    await send(page, '/loyalty gallery');
    await messageWith(page, 'Week 12').waitFor();
    const { scroll, client } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scroll: scrollWidth, client: clientWidth };
    });
    expect(scroll).toBe(client);
    const list = page.getByRole('region', { name: 'Messages in #general' });
    expect(await list.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await send(page, '/loyalty form');
    const form = page.getByRole('dialog', { name: 'Every input' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Please complete').first().waitFor();
    expect(await form.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await form.getByRole('button', { name: 'Never mind' }).click();
    await form.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('every target is at least 24 by 24 px', async () => {
    const page = await stage.open();
    await send(page, '/loyalty form');
    await page.getByRole('dialog').waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, .control, .place, .choice')]
        .map((one) => ({ words: one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ words }) => words),
    );
    expect(small).toEqual([]);
    await page.context().close();
  });
});

/** The accessible name of what has the focus, roughly: its label, else its words. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent;
    return (label ?? '').trim();
  });
}
