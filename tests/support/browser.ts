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

/** Says once what a suite leaves out for want of a browser. @returns whether it is left out */
export function withoutBrowser(what: string): boolean {
  if (browserPath === null) process.stderr.write(`Left out: ${what} (no Chromium on this machine).\n`);
  return browserPath === null;
}

export function launchBrowser(): Promise<Browser> {
  if (browserPath === null) throw new Error('There is no Chromium on this machine.');
  return chromium.launch({ executablePath: browserPath, args });
}
