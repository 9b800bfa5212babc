import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentKey, hashContent } from '../../src/ingest/content-key.ts';
import { createKeyCounter } from '../../src/ingest/key-counter.ts';

const hex = (text: string) => contentKey(hashContent([text]), 1);

describe('content keys', () => {
  it('are the same for ever', () => {
    expect(hex('a')).toBe('content:501c2ba782c97901:1');
    expect(hex('b')).toBe('content:459eda5bc254d2bf:1');
    expect(hex('revenge')).toBe('content:fbce64cc3b748385:1');
    expect(hex('revenue')).toBe('content:fb1d85148d13f93a:1');
    expect(contentKey({ high: 1, low: 0xffffffff }, 12)).toBe('content:00000001ffffffff:12');
    expect(contentKey(hashContent(['order', 'a', 20513, null, null, '5']), 1)).toBe('content:51e36e38b8746152:1');
  });

  it('tell parts apart, also those that look alike when joined', () => {
    const keys = [
      ['a', 'b'],
      ['ab', ''],
      ['', 'ab'],
      ['a', 'b', ''],
      ['a', null],
      ['a', ''],
      ['a'],
      [null, 'a'],
      [1, 2],
      [12, ''],
    ];
    expect(new Set(keys.map((parts) => contentKey(hashContent(parts), 1))).size).toBe(keys.length);
  });

  it('do not collide over a million rows as orders look', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 1_000_000; i++) {
      const { high, low } = hashContent([
        'order',
        `c${i % 1000}`,
        20_000 + (Math.floor(i / 1000) % 500),
        null,
        null,
        `${Math.floor(i / 500_000)}`,
      ]);
      seen.add(`${high}:${low}`);
    }
    expect(seen.size).toBe(1_000_000);
  });
});

describe('the counter', () => {
  it('counts like a map of strings, grown many times and with crowded slots', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ high: fc.integer({ min: 0, max: 3 }), low: fc.constantFrom(0, 1, 4096, 8192, 0xffffffff) }),
        ),
        (hashes) => {
          const counter = createKeyCounter();
          const map = new Map<string, number>();
          for (const hash of hashes) {
            const name = `${hash.high}:${hash.low}`;
            map.set(name, (map.get(name) ?? 0) + 1);
            expect(counter.next(hash)).toBe(map.get(name));
          }
        },
      ),
    );
    const counter = createKeyCounter();
    for (const round of [1, 2, 3]) {
      for (let i = 0; i < 50_000; i++) expect(counter.next(hashContent([`row ${i}`])) === round).toBe(true);
    }
  });
});
