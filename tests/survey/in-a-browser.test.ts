import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, withoutBrowser } from '../../sandbox/tests/page/browser.ts';
import { axeFaults } from '../../sandbox/tests/page/support.ts';
import { useSurveyWorld } from './survey-world.ts';

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };

describe.skipIf(withoutBrowser('the pages of surveys in a browser'))('a survey in a browser', () => {
  const world = useSurveyWorld();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function open(url: string, options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(url);
    return page;
  }

  test.each([
    ['a phone', phone, 'light'],
    ['a phone', phone, 'dark'],
    ['a desktop', desktop, 'light'],
    ['a desktop', desktop, 'dark'],
  ] as const)(
    'axe finds nothing on %s in any state, and nothing has to be moved sideways (%o, %s)',
    async (_, viewport, colorScheme) => {
      const page = await open(await world.link('nps', 'da'), { viewport, colorScheme });
      const expectClean = async (state: string) => {
        expect(await axeFaults(page), state).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), state).toBe(true);
      };
      await expectClean('the question');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('Vælg et tal.').waitFor();
      await expectClean('a question left open');
      await page.getByRole('radio', { name: '9', exact: true }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: 'Tak for dit svar' }).waitFor();
      await expectClean('the thanks');
      await page.goto(`${world.base}/s/1-nothing`);
      await expectClean('no such link');
    },
  );

  test('it can be answered with scripts off, each number as large as a finger', async () => {
    const page = await open(await world.link('cli'), { viewport: phone, javaScriptEnabled: false });
    for (const question of ['recommend Kaffebar', 'buy from Kaffebar again', 'other products']) {
      const group = page.getByRole('radiogroup', { name: new RegExp(question) });
      const box = await group.getByRole('radio', { name: '2', exact: true }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await group.getByRole('radio', { name: '2', exact: true }).check();
    }
    await page.getByRole('textbox', { name: 'What is the main reason for your answer?' }).fill('Good coffee');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you for your answer' }).waitFor();
  });

  test('it can be answered with the keyboard alone, and what is chosen is seen', async () => {
    const page = await open(await world.link(), { viewport: desktop, javaScriptEnabled: false });
    const focused = () => page.locator(':focus');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowRight');
    expect(await focused().getAttribute('value')).toBe('10');
    expect(await page.getByRole('radio', { name: '10', exact: true }).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Always on time');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you for your answer' }).waitFor();
    await page.getByRole('link', { name: 'Change my answer' }).click();
    await page.getByText('You have answered already.').waitFor();
  });

  test('another language is a press away, and a score that came with the address stays a proposal', async () => {
    const page = await open(`${await world.link()}?score=8`, { viewport: phone, locale: 'nb-NO' });
    await page.getByRole('heading', { name: /Hvor sannsynlig/ }).waitFor();
    expect(await page.getByRole('radio', { name: '8', exact: true }).isChecked()).toBe(true);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: /How likely/ }).waitFor();
  });
});
