import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { file, importing, json, processesOn } from '../shell/support.ts';
import { heard, type Place, placeKinds, startShell } from '../support/life.ts';

const count = 240_000;

describe.each(placeKinds)('on the $name database', (kind) => {
  let place: Place;
  beforeEach(async () => {
    place = await kind.open();
  });
  afterEach(() => place.close());

  test('an import says how far it is, and Ctrl-C amid it stops it with the number of rows that are in', async () => {
    const lines = Array.from({ length: count }, (_, i) => `O${i},C${i % 999},2026-01-${10 + (i % 9)},10.00`);
    const path = file(`order,customer,date,amount\n${lines.join('\n')}\n`);
    const run = startShell(place, ['import', 'orders', path, '--json']);
    expect(await heard(run, `50000 / ${count}\n`)).toBe(true);
    expect({ code: await run.stop('SIGINT'), out: run.out() }).toEqual({ code: 1, out: '' });
    const [, rowsIn] = /Stopped\. (\d+) of 240000 rows are in/.exec(run.err()) ?? [];
    expect(Number(rowsIn) % 5000).toBe(0);
    expect(Number(rowsIn)).toBeLessThan(count);
    expect(await json(processesOn(place))).toMatchObject({ orders: Number(rowsIn) });

    const rest = file(`order,customer,date,amount\n${lines.slice(0, 60_000).join('\n')}\n`);
    const { imported, unchanged, code } = await importing(processesOn(place), 'orders', rest);
    expect({ code, imported, unchanged }).toEqual({
      code: 0,
      unchanged: Math.min(Number(rowsIn), 60_000),
      imported: 60_000 - Math.min(Number(rowsIn), 60_000),
    });
  });
});
