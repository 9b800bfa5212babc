// Takes README's pictures of a running sandbox with the sample company:
//   LOYALTY_DATA=/tmp/pictures PORT=0 npm start        (prints the address)
//   node scripts/screenshot.mjs http://127.0.0.1:40123
import { chromium } from 'playwright-core';

const address = process.argv[2];
if (!address) throw new Error('Give the address that "npm start" printed.');

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
  const page = await open({ as: 'U0EMILY0001', channel: 'C0KUNDESERV', height: 730 });
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
  await page.screenshot({ path: new URL(`../docs/images/${name}`, import.meta.url).pathname });
}
