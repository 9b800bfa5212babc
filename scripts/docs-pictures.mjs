// Takes the pictures of README and docs/ anew: starts the app with the sample company in a folder of its own, and a browser.
//   npm run docs:pictures                 all of them
//   npm run docs:pictures -- digest home  those whose names begin like that
// (CHROMIUM_PATH names the browser; default /usr/bin/chromium)
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
  env: { PATH: process.env.PATH, LOYALTY_DATA: folder, LOYALTY_LANGUAGE: 'en', PORT: '0' },
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
const asked = process.argv.slice(2);
const general = 'C0GENERAL01';
const alerts = 'C0KUNDALARM';
/** What is shown in docs/pictures.md: where it stands, and what brings it there. */
const shown = {
  digest: (page) => withPicture(page),
  review: (page) => type(page, '/loyalty review'),
  card: (page) => type(page, '/loyalty customer Kaffehuset Anemonen'),
  'at-risk': (page) => type(page, '/loyalty at-risk'),
  list: (page) => type(page, '/loyalty customers ambassadors country:NO'),
  home: (page) => goTo(page, 'home'),
  ask: async (page) => {
    await page.getByRole('main').getByRole('article').first().locator('img').first().waitFor();
    await type(page, `/loyalty ask ${customer}`);
  },
  mailbox: openMail,
  survey: async (page) => page.goto(`${await linkIn(page)}?score=9`),
};
/** A customer who reads English. */
const customer = 'NK1107';
const screens = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
try {
  for (const [name, bring] of Object.entries(shown)) {
    for (const [screen, viewport] of Object.entries(screens)) {
      for (const colorScheme of ['light', 'dark']) {
        await take(`${name}-${screen}-${colorScheme}.png`, { viewport, colorScheme }, bring);
      }
    }
  }
  await take('alarm.png', { viewport: { width: 1280, height: 800 } }, claimAnAlert);
  await take('overview.png', { viewport: screens.desktop }, (page) => type(page, '/loyalty'));
  await take('ladder.png', { viewport: screens.desktop }, (page) => withPicture(page), pictureOf);
} finally {
  await browser.close();
  app.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** Shows something to somebody whose screen is like that, and takes the picture. */
async function take(name, conditions, bring, what = (page) => page) {
  if (asked.length > 0 && !asked.some((beginning) => name.startsWith(beginning))) return;
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...conditions });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await page.goto(
    `${address}/#${new URLSearchParams({ workspace: 'T0NORDLYS01', as: 'U0ASTRID001', channel: general })}`,
  );
  await page.getByRole('heading', { level: 1 }).waitFor();
  await bring(page);
  // What comes by itself, such as a picture after its words, has come by then.
  await page.waitForTimeout(2000);
  await what(page).screenshot({ path: join(root, 'docs/images', name) });
  await context.close();
}

async function goTo(page, channel) {
  await page.evaluate(
    (where) => {
      location.hash = where;
    },
    `${new URLSearchParams({ workspace: 'T0NORDLYS01', as: 'U0ASTRID001', channel })}`,
  );
}

/** The picture of the newest message. */
function pictureOf(page) {
  return page.getByRole('main').getByRole('article').last().locator('img').first();
}

/** The newest message has its picture, which comes after the words on a slow machine. */
async function withPicture(page) {
  await pictureOf(page).waitFor();
}

async function type(page, words) {
  const before = await page.getByRole('main').getByRole('article').count();
  const box = page.getByRole('textbox', { name: /^Message / });
  await box.fill(words);
  await box.press('Enter');
  await page.getByRole('main').getByRole('article').nth(before).waitFor();
}

/** The link that the customer got. */
async function linkIn(page) {
  await type(page, `/loyalty ask ${customer}`);
  const words = await page.getByRole('main').getByRole('article').last().textContent();
  return /http:[^ ]+[/]s[/][0-9]+-[A-Za-z0-9_-]{22}/.exec(words)[0];
}

/** The mail to the customer, which the first who looks sends. */
async function openMail(page) {
  await type(page, `/loyalty ask ${customer}`);
  const send = page.getByRole('main').getByRole('article').last().getByRole('button', { name: 'Send by mail' });
  if ((await send.count()) > 0) {
    await send.click();
    await page.getByRole('button', { name: 'Send by mail' }).last().click();
    await page.getByRole('main').getByText('is on its way to').waitFor();
  }
  await page.goto(`${address}/mailbox`);
  await page.frameLocator('iframe').getByRole('link', { name: '10' }).waitFor();
}

/** A follow-up that Astrid claims, with its thread. */
async function claimAnAlert(page) {
  await goTo(page, alerts);
  await page.getByRole('main').getByRole('button', { name: 'Claim' }).last().click();
  const card = page.getByRole('main').getByRole('article').filter({ hasText: 'Done' }).last();
  await card.getByText(/^\d+ repl/).click();
}
