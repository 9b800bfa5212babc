import { inflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { startDrawing } from '../../src/pictures/draw.ts';
import { width, zoom } from '../../src/pictures/look.ts';
import type { Picture } from '../../src/pictures/picture.ts';
import { toPng } from '../../src/pictures/to-png.ts';
import { cohorts, ladderOf, npsTrend } from './facts.ts';

const drawing = startDrawing();
afterAll(() => drawing.stop());

test.each([
  ['a trend', npsTrend('en')],
  ['the ladder', ladderOf('da')],
  ['a heat map', cohorts],
] as [string, Picture][])('%s is a PNG on a card of its own', async (_, picture) => {
  const image = decode(await drawing.draw(picture));
  expect(image.width).toBe(width * zoom);
  expect(image.height).toBeGreaterThan(300);
  // Outside of the rounded corner nothing, inside the card, whatever Slack's mode is.
  expect(image.pixel(0, 0)[3]).toBe(0);
  expect(image.pixel(30, 30)).toEqual([255, 255, 255, 255]);
  expect(image.colours.size).toBeGreaterThan(50);
});

test('words are drawn with the font that comes along, on a machine without fonts too', () => {
  const words = (text: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="Inter"><rect width="200" height="40" fill="#fff"/>${text}</svg>`;
  const inked = (svg: string) => decode(toPng(svg)).dark;
  expect(inked(words(''))).toBe(0);
  const plain = inked(words('<text x="10" y="28" font-size="20">Genkøbsrate Å</text>'));
  const bold = inked(words('<text x="10" y="28" font-size="20" font-weight="600">Genkøbsrate Å</text>'));
  expect(plain).toBeGreaterThan(500);
  expect(bold).toBeGreaterThan(plain * 1.15);
});

test('the same picture is drawn the same', async () => {
  const [one, two] = await Promise.all([drawing.draw(npsTrend('nb')), drawing.draw(npsTrend('nb'))]);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});

test('who waits for a picture when drawing is stopped is told so', async () => {
  const own = startDrawing();
  const waiting = own.draw(npsTrend('en'));
  const refused = expect(waiting).rejects.toThrow('no longer drawn');
  await own.stop();
  await refused;
});

test('what cannot be drawn is refused, and the next picture is drawn all the same', async () => {
  const broken = { ...npsTrend('en'), lines: null } as unknown as Picture;
  await expect(drawing.draw(broken)).rejects.toThrow('cannot be drawn');
  expect(decode(await drawing.draw(ladderOf('en'))).width).toBe(width * zoom);
});

test('drawing that ended for want of work, or was stopped, begins anew with the next picture', async () => {
  const own = startDrawing({ idleMs: 0 });
  for (let i = 0; i < 3; i += 1) {
    await own.draw(npsTrend('en'));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await own.stop();
  expect(decode(await own.draw(npsTrend('en'))).width).toBe(width * zoom);
  await own.stop();
});

/** A PNG of 8 bits with transparency, without its filters. https://www.w3.org/TR/png-3/ */
function decode(bytes: Uint8Array) {
  const png = Buffer.from(bytes);
  expect(png.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  const [columns, rows] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([png[24], png[25]]).toEqual([8, 6]);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(parts)), columns * 4, rows);
  const pixel = (x: number, y: number) => [...pixels.subarray((y * columns + x) * 4, (y * columns + x) * 4 + 4)];
  const found = new Set<number>();
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    found.add(pixels.readUInt32BE(at));
    if ((pixels[at] ?? 0) < 128 && pixels[at + 3] === 255) dark += 1;
  }
  return { width: columns, height: rows, pixel, colours: found, dark };
}

function unfiltered(data: Buffer, stride: number, rows: number): Buffer {
  const out = Buffer.alloc(stride * rows);
  for (let y = 0; y < rows; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < 4 ? 0 : (out[y * stride + x - 4] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (out[(y - 1) * stride + x - 4] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[y * stride + x] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}
