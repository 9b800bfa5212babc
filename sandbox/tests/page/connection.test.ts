import { expect, onTestFinished, test } from 'vitest';
import { astrid, general, jonas, nordlys, startSandbox } from '../support.ts';
import { launchBrowser, withoutBrowser } from './browser.ts';
import { pageManifest } from './support.ts';

test.skipIf(withoutBrowser())('when the sandbox was away, the page catches up by itself', async () => {
  const first = await startSandbox({ manifest: pageManifest });
  onTestFinished(() => first.stop());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const place = new URLSearchParams({ workspace: nordlys, as: astrid, channel: general });
  await page.goto(`${first.ready.url}/#${place}`);
  await first.act({ do: 'say', as: jonas, channel: general, text: 'Before' });
  await page.getByText('Before', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Message #general' }).fill('half a sen');

  await first.stop();
  const notice = page.getByText('The line to the sandbox is down.');
  await notice.waitFor();
  const port = Number(new URL(first.ready.url).port);
  const second = await startSandbox({ manifest: pageManifest, folder: first.folder, port });
  onTestFinished(() => second.stop());
  await second.act({ do: 'say', as: jonas, channel: general, text: 'Meanwhile' });

  await page.getByText('Meanwhile', { exact: true }).waitFor();
  await notice.waitFor({ state: 'hidden' });
  expect(await page.getByText('Before', { exact: true }).count()).toBe(1);
  expect(await page.getByRole('textbox', { name: 'Message #general' }).inputValue()).toBe('half a sen');
});
