// Takes the pictures of README and docs/ anew: starts the app with the sample company in a folder of its own, and a browser.
//   npm run docs:pictures        (CHROMIUM_PATH names the browser; default /usr/bin/chromium)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'loyalty-pictures-'));
const app = spawn(process.execPath, ['dist/main.js'], {
  cwd: root,
  env: { PATH: process.env.PATH, LOYALTY_DATA: folder, LOYALTY_LANGUAGE: 'da', PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(app, 'exit');
const [address] = await Promise.race([
  once(createInterface({ input: app.stdout }), 'line'),
  ended.then(([code]) => {
    throw new Error(`The app ended with ${code} before it listened.`);
  }),
]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  await takeAlarm();
  await takeOverview();
  await takeLadder();
} finally {
  await browser.close();
  app.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** A follow-up that Astrid claimed, with its thread. */
async function takeAlarm() {
  const page = await open({ as: 'U0ASTRID001', channel: 'C0KUNDALARM', height: 800 });
  const claim = page.getByRole('main').getByRole('button', { name: 'Tag opgaven' }).last();
  const card = page.getByRole('main').getByRole('article').filter({ hasText: 'Opfølgning' }).last();
  if (!(await card.getByRole('button', { name: 'Løst' }).isVisible())) await claim.click();
  await card.getByText(/^\d+ repl/).click();
  await page.getByText('tager sig af den').first().waitFor();
  await save(page, 'alarm.png');
}

/** Figures in English, as Emily reads English. */
async function takeOverview() {
  const page = await open({ as: 'U0EMILY0001', channel: 'C0KUNDESERV', height: 900 });
  const box = page.getByRole('textbox', { name: /^Message / });
  await box.fill('/loyalty');
  await box.press('Enter');
  await page.getByRole('heading', { name: /customers in all/ }).waitFor();
  await save(page, 'overview.png');
}

/** The ladder as a picture, which follows its words. */
async function takeLadder() {
  const page = await open({ as: 'U0EMILY0001', channel: 'C0GENERAL01', height: 730 });
  const box = page.getByRole('textbox', { name: /^Message / });
  await box.fill('/loyalty ladder');
  await box.press('Enter');
  await page
    .getByRole('img', { name: /customers in all/ })
    .last()
    .waitFor();
  await save(page, 'ladder.png');
}

async function open({ as, channel, height }) {
  const context = await browser.newContext({ viewport: { width: 1280, height }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${address}/#${new URLSearchParams({ workspace: 'T0NORDLYS01', as, channel })}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function save(page, name) {
  // What comes by itself, such as a list that scrolls to its end, has come by then.
  await page.waitForTimeout(800);
  await page.screenshot({ path: join(root, 'docs/images', name) });
}
