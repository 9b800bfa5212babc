import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../src/page-api.ts';
import { type RunningApp, type RunningSandbox, startApp, startSandbox, until } from '../support.ts';
import { launchBrowser, withoutBrowser } from './browser.ts';
import { axeFaults, messageWith, pageManifest } from './support.ts';

describe.skipIf(withoutBrowser())('a company that can be made again', () => {
  let sandbox: RunningSandbox;
  let app: RunningApp;
  let browser: Browser;
  const made: { language: Language; onlyUntouched: boolean }[] = [];
  const typed: string[] = [];
  beforeAll(async () => {
    const samples = mkdtempSync(join(tmpdir(), 'samples-'));
    writeFileSync(join(samples, 'orders.csv'), 'order,customer\n1,a\n');
    sandbox = await startSandbox({ manifest: pageManifest, samples });
    app = await startApp(sandbox, 'http', (bolt) => {
      bolt.command('/loyalty', async ({ command, ack }) => {
        typed.push(command.text);
        await ack(`Answered: ${command.text || 'all'}`);
      });
    });
    sandbox.letMakeAgain(async (language, onlyUntouched) => {
      made.push({ language, onlyUntouched });
      await sandbox.beginAnew(language);
      return true;
    });
    const offered = () => sandbox.get<{ canMakeAgain: boolean }>('/sandbox/company');
    await until(offered, ({ canMakeAgain }) => canMakeAgain);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await sandbox.stop();
  });

  const open = async (locale: string): Promise<Page> => {
    const page = await (await browser.newContext({ locale, reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(sandbox.ready.url);
    await page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
    return page;
  };

  test('speaks to whoever looks first in their language, says what to try, and says it once', async () => {
    const page = await open('nn-NO');
    expect(made).toEqual([{ language: 'nb', onlyUntouched: true }]);
    expect(await page.getByRole('link', { name: 'kunde-varsler' }).count()).toBe(1);
    const tip = page.getByRole('note').filter({ hasText: 'Prøv disse tre' });
    expect(await tip.getByRole('button').allTextContents()).toEqual([
      '/loyalty',
      '/loyalty hvem skal jeg ringe til først?',
      '/loyalty faresonen',
      '',
    ]);
    expect(await axeFaults(page)).toEqual([]);
    await tip.getByRole('button', { name: 'hvem skal jeg' }).click();
    await messageWith(page, 'Answered: hvem skal jeg ringe til først?').waitFor();
    expect(typed).toEqual(['hvem skal jeg ringe til først?']);
    await tip.getByRole('button', { name: 'Ikke vis dette igjen' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await tip.count()).toBe(0);
    expect(made).toHaveLength(1);
    await page.context().close();
  });

  test('is made in another language by a switch, after a question', async () => {
    const page = await open('nb-NO');
    made.length = 0;
    const language = page.getByRole('group', { name: 'Language of the company' });
    await language.getByRole('button', { name: 'English' }).click();
    const question = page.getByRole('alertdialog', { name: 'Make the company again in English?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(made).toEqual([]);
    await language.getByRole('button', { name: 'English' }).click();
    await question.getByRole('button', { name: 'Make it again' }).click();
    await page.getByRole('link', { name: 'customer-alerts' }).waitFor();
    expect(made).toEqual([{ language: 'en', onlyUntouched: false }]);
    expect(await language.getByRole('button', { pressed: true }).textContent()).toBe('English');
    await page.context().close();
  });

  test('offers no workspace in which the app is not, and files to bring in', async () => {
    const page = await open('en-GB');
    expect(await page.getByRole('combobox', { name: 'Workspace' }).count()).toBe(0);
    await page.getByText('Files to import').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'orders.csv' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('orders.csv');
    await page.context().close();
  });
});
