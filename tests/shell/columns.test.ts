import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

// Headers as they are, from the file to the figures.
let terminal: Terminal;
const ask: Ask = (args) => terminal.ask(args);
beforeAll(async () => {
  terminal = await openTerminal(databaseKinds.at(-1));
});
beforeEach(() => terminal.empty());
afterAll(() => terminal.close());

describe('above the header', () => {
  const orders = 'Ordrenr;Kundenr;Dato;Beløb\n1;K1;01.03.2026;10,00\n';
  const oneOrder = { orders: 1, revenue: [{ currency: 'DKK', amountMinor: 1000 }] };

  test('titles are not read, and told', async () => {
    const path = file(`Salgsordrer pr. kunde\nPeriode: 01.03.2026 - 31.03.2026\n\n${orders}`);
    const { code, out } = await ask(['import', 'orders', path]);
    expect(code).toBe(0);
    expect(out).toContain('the first 3 lines (“Salgsordrer pr. kunde”, “Periode: 01.03.2026 - 31.03.2026”)');
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject(oneOrder);
  });

  test.each(['"sep=;"', 'sep=;;;;'])('%s of Excel is understood', async (line) => {
    expect(await importing(ask, 'orders', file(`${line}\n${orders}`))).toMatchObject({
      code: 0,
      imported: 1,
      notes: [],
    });
    expect(await json(ask, '--as-of', '2026-04-01')).toMatchObject(oneOrder);
  });

  test('more lines than are looked through are skipped by --skip, which the refusal names', async () => {
    const path = file(`${'Salg 2026\n'.repeat(40)}${orders}`);
    const { code, err } = await importing(ask, 'orders', path);
    expect(code).toBe(1);
    expect(err).toContain('--skip');
    expect(await importing(ask, 'orders', path, '--skip', '40')).toMatchObject({ code: 0, imported: 1 });
  });
});
