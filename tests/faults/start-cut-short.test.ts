import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { folderPlace, launchApp, newFolder, type Place, runShell, startApp, withPlaces } from '../support/life.ts';

/** Of a start's time. */
const moments = { embedded: [0.3, 0.5, 0.8], PostgreSQL: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] };

withPlaces((kind) => {
  test('killed or stopped at any moment of its very first start, the next one starts', async () => {
    const place = await kind.open();
    try {
      const began = performance.now();
      await (await startApp(await emptied(place), { args: ['--empty'] })).stop();
      const wholeMs = performance.now() - began;
      for (const [i, moment] of moments[kind.name].entries()) {
        const empty = await emptied(place);
        const signal = (['SIGKILL', 'SIGINT', 'SIGTERM'] as const)[i % 3] ?? 'SIGKILL';
        const app = launchApp(empty, { args: ['--empty'] });
        await pause(wholeMs * moment);
        const code = await app.stop(signal);
        expect({ signal, code, err: app.err() }).toEqual({ signal, code: code === 0 ? 0 : null, err: '' });
        expect(await runShell(empty, ['ladder', '--json'])).toMatchObject({ code: 0, err: '' });
      }
    } finally {
      await place.close();
    }
  });

  /** As one who starts for the first time finds it. */
  async function emptied(place: Place): Promise<Place> {
    if (place.kind === 'embedded') {
      rmSync(place.folder, { recursive: true, force: true });
      return place;
    }
    await place.use((pool) => pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
    // The sandbox of an app that was killed ends a moment after it, and holds its folder for as long.
    const folder = newFolder();
    return { ...place, folder, env: { ...place.env, LOYALTY_DATA: folder } };
  }
});

test.each(['', '4242\n/elsewhere\n'])('a postmaster.pid that holds %j is no reason not to start', async (held) => {
  const place = folderPlace(newFolder());
  try {
    expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0 });
    writeFileSync(join(place.folder, 'postgres', 'postmaster.pid'), held);
    expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0, err: '' });
  } finally {
    await place.close();
  }
});

test('a database that is damaged says so, and points to a backup', async () => {
  const place = folderPlace(newFolder());
  try {
    expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0 });
    rmSync(join(place.folder, 'postgres', 'pg_xact'), { recursive: true });
    const { code, err } = await runShell(place, ['ladder']);
    expect(code).toBe(1);
    expect(err).toContain('it is damaged. Keep a copy of the folder');
  } finally {
    await place.close();
  }
});

test.skipIf(!mayMount())('a disk that is full and one that is read-only are told apart from damage', async () => {
  const disk = newFolder();
  const place = folderPlace(join(disk, 'data'));
  const filler = join(disk, 'filler');
  mount('-t', 'tmpfs', '-o', 'size=80m', 'tmpfs', disk);
  try {
    writeFileSync(filler, Buffer.alloc(76 * 2 ** 20));
    const full = await runShell(place, ['ladder']);
    expect({ ...full, err: full.err.includes('is full') }).toEqual({ code: 1, out: '', err: true });
    // What the start left that had no room stands in nobody's way.
    rmSync(filler);
    expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0, err: '' });
    mount('-o', 'remount,ro', disk);
    const fixed = await runShell(place, ['ladder']);
    expect({ ...fixed, err: fixed.err.includes('read-only') }).toEqual({ code: 1, out: '', err: true });
    mount('-o', 'remount,rw', disk);
    expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0, err: '' });
  } finally {
    run('umount', disk);
    rmSync(disk, { recursive: true, force: true });
  }
});

function mount(...args: readonly string[]): void {
  run('mount', ...args);
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}

function mayMount(): boolean {
  const folder = newFolder();
  try {
    mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder);
    run('umount', folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
