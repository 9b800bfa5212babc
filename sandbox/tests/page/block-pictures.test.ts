import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astrid, general, nordlys } from '../support.ts';
import { blockKinds } from './block-kinds.ts';
import { withoutBrowser } from './browser.ts';
import { squareFont } from './square-font.ts';
import { type Stage, setStage } from './support.ts';

/**
 * How the page draws every block, in light and dark, against a picture that is kept. Text is drawn with a font of boxes, so
 * that a machine's fonts make no difference; what is left of one are the edges of boxes and shapes, which a machine rounds
 * in its own way, hence the tolerance: a colour counts as another one where the other picture has none like it right there.
 *
 * Where a look was changed on purpose: `RENEW_PICTURES=1 npx vitest run sandbox/tests/page/block-pictures.test.ts`, and look
 * at the pictures before they are committed.
 */
const folder = join(import.meta.dirname, 'pictures');
const isRenewed = process.env.RENEW_PICTURES === '1';
/** A pixel counts as another one from this difference of a colour on; so many of a hundred may be others. */
const mostDifference = 48;
const mostOthersPercent = 0.6;
/** Heights of half a pixel are rounded one way or the other. */
const mostPixels = 2;

describe.skipIf(withoutBrowser())('every block looks as it did', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.stop());

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    let page: Page;
    beforeAll(async () => {
      page = await openPage(stage, colorScheme);
    });
    afterAll(() => page.context().close());

    test.each(Object.keys(blockKinds))('%s', async (kind) => {
      const drawn = page.locator(`[data-ts="${tsOf(kind)}"] .blocks`);
      await drawn.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      const taken = await drawn.screenshot({ animations: 'disabled', caret: 'hide' });
      const path = join(folder, colorScheme, `${kind}.png`);
      if (isRenewed) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, taken);
      }
      expect(existsSync(path), `There is no picture of ${kind}: see the head of this file.`).toBe(true);
      const { pixels, othersPercent } = await difference(page, readFileSync(path), taken);
      expect({ kind, pixels }).toEqual({ kind, pixels: Math.min(pixels, mostPixels) });
      expect({ kind, othersPercent }).toEqual({ kind, othersPercent: Math.min(othersPercent, mostOthersPercent) });
    });

    test('and another colour, or something left out, is seen', async () => {
      const drawn = page.locator(`[data-ts="${tsOf('section')}"] .blocks`);
      const before = await drawn.screenshot({ animations: 'disabled' });
      await drawn.evaluate((blocks) => blocks.querySelector('button')?.remove());
      const { othersPercent } = await difference(page, before, await drawn.screenshot({ animations: 'disabled' }));
      expect(othersPercent).toBeGreaterThan(mostOthersPercent);
    });
  });
});

/** A page on which each message is one kind of block, whatever surface Slack lets it stand on. */
async function openPage({ browser, sandbox }: Stage, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    colorScheme,
    reducedMotion: 'reduce',
    bypassCSP: true,
    viewport: { width: 900, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.route('**/sandbox/messages?*', (route) => route.fulfill({ json: messages(sandbox.ready.url) }));
  await page.goto(`${sandbox.ready.url}/#${new URLSearchParams({ workspace: nordlys, as: astrid, channel: general })}`);
  const written = JSON.stringify(blockKinds) + String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i));
  const font = squareFont(`${written}…–—·•→↕↗↘’“”áéøæåØÆÅ\u00a0\u202f`).toString('base64');
  await page.addStyleTag({
    content: `@font-face { font-family: Squares; src: url(data:font/ttf;base64,${font}); }
      * { font-family: Squares !important; font-weight: 400 !important; font-style: normal !important; }
      :is(code, pre) { font-size: 13px !important; }
      .rich :is(h3, h4, h5) { font-size: 16px !important; }
      ::-webkit-scrollbar { display: none; }`,
  });
  await page.evaluate(() => document.fonts.load('16px Squares').then(() => document.fonts.ready));
  expect(await page.evaluate(() => document.fonts.check('16px Squares'))).toBe(true);
  return page;
}

function tsOf(kind: string): string {
  return `17960000${String(10 + Object.keys(blockKinds).indexOf(kind)).padStart(2, '0')}.000100`;
}

function messages(url: string): readonly object[] {
  return Object.entries(blockKinds).map(([kind, blocks]) => ({
    ts: tsOf(kind),
    channel: general,
    user: 'U0NLLADDER1',
    isApp: true,
    text: kind,
    blocks: JSON.parse(JSON.stringify(blocks).replaceAll('SANDBOX', url)).map((block: object, i: number) => ({
      block_id: `${kind}-${i}`,
      ...block,
    })),
    threadTs: null,
    replyCount: 0,
    edited: false,
    ephemeral: false,
    files: [],
    hiddenFiles: [],
  }));
}

/** By how many pixels two pictures differ in size, and how much of what both show is another colour. */
function difference(page: Page, one: Buffer, other: Buffer): Promise<{ pixels: number; othersPercent: number }> {
  const given = { pictures: [one, other].map((bytes) => bytes.toString('base64')), mostDifference };
  return page.evaluate(async ({ pictures, mostDifference: most }) => {
    const [a, b] = await Promise.all(
      pictures.map(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        return createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      }),
    );
    if (!a || !b) throw new Error('There are no two pictures.');
    const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
    const dataOf = (bitmap: ImageBitmap) => {
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    };
    const [first, second] = [dataOf(a), dataOf(b)];
    /** Whether a colour of one picture lies beyond what the other has there and right beside it. */
    const isFar = (of: Uint8ClampedArray, around: Uint8ClampedArray, x: number, y: number, c: number) => {
      let [low, high] = [255, 0];
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v += 1) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u += 1) {
          const value = around[4 * (v * width + u) + c] ?? 0;
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      const value = of[4 * (y * width + x) + c] ?? 0;
      return value < low - most || value > high + most;
    };
    let others = 0;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const isOther = [0, 1, 2].some((c) => isFar(first, second, x, y, c) || isFar(second, first, x, y, c));
        if (isOther) others += 1;
      }
    }
    const pixels = Math.max(Math.abs(a.width - b.width), Math.abs(a.height - b.height));
    return { pixels, othersPercent: (100 * others) / (width * height) };
  }, given);
}
