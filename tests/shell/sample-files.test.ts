import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importKinds } from '../../src/loyalty/facts/import-kind.ts';
import { withDatabases } from '../support/database.ts';
import { importing } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const folder = 'docs/samples';

withDatabases((kind) => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  afterAll(() => terminal.close());

  test('there is a file to try the import with of every kind, and each comes in whole', async () => {
    expect(readdirSync(folder).sort()).toEqual(importKinds.map((one) => `${one}.csv`).sort());
    for (const what of importKinds) {
      const told = await importing(terminal.ask, what, join(folder, `${what}.csv`));
      expect(told, what).toMatchObject({ code: 0, refused: 0, refusedFile: null });
      expect(told.imported, what).toBeGreaterThan(1);
    }
  });
});
