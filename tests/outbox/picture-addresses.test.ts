import { expect, test } from 'vitest';
import { pictureAddresses } from '../../src/delivery/picture-addresses.ts';
import { drawTrend } from '../../src/messages/figures/trend.ts';
import type { Picture } from '../../src/pictures/picture.ts';
import { context } from '../messages/facts.ts';
import { months } from '../messages/trend-facts.ts';

let now = new Date('2026-11-22T12:00:00Z');
const addresses = (secret = 'a signing secret') =>
  pictureAddresses(secret, 'https://loyalty.example.com', { now: () => now });
const [placed] =
  drawTrend({ kind: 'trend', series: months('nps', [21, 24, 27]), target: null }, 'en', context).pictures ?? [];
const picture = placed?.picture as Picture;

test('an address shows its picture for an hour, in any process with the same secret, and to nobody else', () => {
  const address = addresses().addressOf(picture) ?? '';
  const { pathname } = new URL(address);
  expect(addresses().find(pathname)).toEqual(picture);
  expect(addresses('another secret').find(pathname)).toBeNull();
  now = new Date(now.getTime() + 3_600_000);
  expect(addresses().find(pathname)).toBeNull();
});

test('what was made up or changed is no address, and an address says nothing of what it shows', () => {
  const { pathname } = new URL(addresses().addressOf(picture) ?? '');
  const at = pathname.length - 20;
  const changed = pathname.slice(0, at) + (pathname[at] === 'A' ? 'B' : 'A') + pathname.slice(at + 1);
  for (const path of [changed, '/pictures/.png', '/pictures/AAAA.png', '/pictures/../x.png', `${pathname}x`]) {
    expect(addresses().find(path)).toBeNull();
  }
  expect(Buffer.from(pathname, 'base64url').toString('latin1')).not.toContain('NPS');
});

test('a picture that is too large for an address has none', () => {
  const notes = Array.from({ length: 500 }, () => crypto.randomUUID());
  expect(addresses().addressOf({ ...picture, notes } as Picture)).toBeNull();
});
