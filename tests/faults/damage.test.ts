import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeKinds, runApp, runShell } from '../support/life.ts';

/** What lies in a folder, and when it was written. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .sort();
}

test('a database whose PG_VERSION is missing is not started over: it says what to do, and nothing is touched', async () => {
  const place = await (placeKinds[0]?.open() ?? Promise.reject(new Error('There is no embedded database.')));
  try {
    const postgres = join(place.folder, 'postgres');
    const call = ['feedback', 'add', '--customer', '7', '--new-customer', '--kind', 'nps', '--score', '10'];
    expect(await runShell(place, [...call, '--comment', 'Fine'])).toMatchObject({ code: 0 });
    renameSync(join(postgres, 'PG_VERSION'), join(place.folder, 'kept'));
    const before = filesIn(postgres);

    const refused = await runApp(place, { args: ['--empty'] });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('postgres/PG_VERSION is missing');
    expect(refused.err).toContain(place.folder);
    expect(refused.err).toContain('backup');
    expect(filesIn(postgres)).toEqual(before);
    expect(existsSync(join(place.folder, 'loyalty.sock'))).toBe(false);

    renameSync(join(place.folder, 'kept'), join(postgres, 'PG_VERSION'));
    expect(JSON.parse((await runShell(place, ['nps', '--json'])).out)).toMatchObject({ value: 100, base: 1 });
  } finally {
    await place.close();
  }
});
