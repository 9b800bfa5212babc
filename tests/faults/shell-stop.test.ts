import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { file, importing, json, processesOn } from '../shell/support.ts';
import { heard, type Place, placeKinds, startShell } from '../support/life.ts';

describe.each(placeKinds)('on the $name database', (kind) => {
  // The embedded database tells of every transaction; a server, which takes all in one, of every 50,000 rows.
  const [count, amid] = kind.name === 'embedded' ? [120_000, 10_000] : [240_000, 50_000];
  let place: Place;
  beforeEach(async () => {
    place = await kind.open();
  });
  afterEach(() => place.close());

  test('an import says how far it is, and Ctrl-C amid it stops it with the number of rows that are in', async () => {
    const lines = Array.from({ length: count }, (_, i) => `O${i},C${i % 999},2026-01-${10 + (i % 9)},10.00`);
    const path = file(`order,customer,date,amount\n${lines.join('\n')}\n`);
    const run = startShell(place, ['import', 'orders', path, '--json']);
    expect(await heard(run, `${amid} / ${count}\n`)).toBe(true);
    expect({ code: await run.stop('SIGINT'), out: run.out() }).toEqual({ code: 1, out: '' });
    const [, rowsIn] = new RegExp(`Stopped\\. (\\d+) of ${count} rows are in`).exec(run.err()) ?? [];
    expect(Number(rowsIn) % 5000).toBe(0);
    expect(Number(rowsIn)).toBeLessThan(count);
    expect(await json(processesOn(place))).toMatchObject({ orders: Number(rowsIn) });

    const again = 20_000;
    const rest = file(`order,customer,date,amount\n${lines.slice(0, again).join('\n')}\n`);
    const { imported, unchanged, code } = await importing(processesOn(place), 'orders', rest);
    expect({ code, imported, unchanged }).toEqual({
      code: 0,
      unchanged: Math.min(Number(rowsIn), again),
      imported: again - Math.min(Number(rowsIn), again),
    });
  });
});
