import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutBrowser } from './browser.ts';
import { axeFaults, type Stage, setStage } from './support.ts';

describe.skipIf(withoutBrowser())('the mailbox of customers on the sandbox page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.stop());

  const send = async (number: number, subject: string) => {
    const mail = {
      messageId: `<${number}@nordlys.example>`,
      from: 'Nordlys Kaffe <hello@nordlys.example>',
      to: 'anna@example.com',
      subject,
      text: 'In plain words',
      html: `<!doctype html><html lang="en"><head><title>${subject}</title></head><body><h1>${subject}</h1><p style="color:rgb(1,2,3)">Hello</p><script>document.title='no'</script></body></html>`,
      headers: { 'List-Unsubscribe': '<http://127.0.0.1/u>' },
    };
    const url = `${stage.sandbox.ready.url}/sandbox/mails`;
    await fetch(url, { method: 'POST', body: JSON.stringify(mail) });
  };
  const opened = async (options?: Parameters<Stage['open']>[1]): Promise<Page> => {
    const page = await stage.open({}, options);
    await page.goto(`${stage.sandbox.ready.url}/mailbox`);
    return page;
  };

  test('is a press away, empty at first, and mails come by themselves', async () => {
    const page = await stage.open();
    const [mailbox] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Customers’ mailbox' }).click(),
    ]);
    await mailbox.getByText('No mails yet.').waitFor();
    await send(1, 'How are we?');
    await mailbox.getByRole('heading', { name: 'How are we?', level: 2 }).waitFor();
    const words = mailbox.frameLocator('iframe').getByText('Hello');
    expect(await words.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)');
    await mailbox.getByRole('button', { name: 'As plain text' }).click();
    await mailbox.getByText('In plain words').waitFor();
  });

  test.each([
    ['light', 1200],
    ['dark', 390],
  ] as const)('is for everyone in %s, %i wide', async (colorScheme, width) => {
    await send(2, 'A second question');
    const page = await opened({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page
      .getByRole('link', { name: /How are we|A second/ })
      .last()
      .click();
    await page.frameLocator('iframe').getByText('Hello').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
