import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where the machine's browser is; `null` where there is none. CHROMIUM_PATH names one elsewhere. */
const browserPath = [process.env.CHROMIUM_PATH ?? '', ...places].find((path) => existsSync(path)) ?? null;

/**
 * Whether what needs a browser is left out. One file of a suite gives the words, so that the suite says it in one line.
 */
export function withoutBrowser(what?: string): boolean {
  const isMissing = browserPath === null;
  if (isMissing && what !== undefined) process.stderr.write(`Left out: ${what} (no Chromium on this machine).\n`);
  return isMissing;
}

export function launchBrowser(): Promise<Browser> {
  if (browserPath === null) throw new Error('There is no Chromium on this machine.');
  return chromium.launch({ executablePath: browserPath, args, timeout: 300_000 });
}
