import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { SandboxMessage } from '../../src/page-api.ts';
import {
  alarm,
  astrid,
  bot,
  general,
  nordlys,
  type RunningApp,
  type RunningSandbox,
  startApp,
  startSandbox,
} from '../support.ts';
import { buildApp, type Heard } from './app.ts';
import { launchBrowser } from './browser.ts';

/** What the app of these tests may do. */
export const pageManifest = join(import.meta.dirname, 'manifest.yml');

export interface Stage {
  readonly sandbox: RunningSandbox;
  readonly app: RunningApp;
  readonly heard: Heard;
  readonly browser: Browser;
  /** Opens the page as a person, in a browser profile of its own. */
  open(where?: { readonly as?: string; readonly channel?: string }, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

/** The sandbox, a small real Bolt app that is in two channels, and a browser. */
export async function setStage(): Promise<Stage> {
  const sandbox = await startSandbox({ manifest: pageManifest });
  let heard: Heard = { submissions: [], actions: [], closed: [] };
  const app = await startApp(sandbox, 'http', (bolt) => {
    heard = buildApp(bolt);
  });
  for (const channel of [general, alarm]) await sandbox.act({ do: 'invite', as: astrid, channel, user: bot });
  const browser = await launchBrowser();
  return {
    sandbox,
    app,
    heard,
    browser,
    open: async ({ as = astrid, channel = general } = {}, options = {}) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(300_000);
      await page.goto(`${sandbox.ready.url}/#${new URLSearchParams({ workspace: nordlys, as, channel })}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    stop: async () => {
      await browser.close();
      await app.stop();
      await sandbox.stop();
    },
  };
}

/** Types into the message box and sends it off. */
export async function send(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: /^Message / });
  await box.fill(text);
  await box.press('Enter');
}

/** The row of the newest message that holds such words. */
export function messageWith(page: Page, words: string | RegExp): Locator {
  return page.locator('main').getByRole('article').filter({ hasText: words }).last();
}

export async function lastMessage(sandbox: RunningSandbox, channel = general): Promise<SandboxMessage> {
  const message = (await sandbox.messages(astrid, channel)).at(-1);
  if (message === undefined) throw new Error('Nothing was said.');
  return message;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it is: a line for each rule with the elements that break it. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  });
}
