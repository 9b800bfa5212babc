import { expect, test } from 'vitest';
import { folderPlace, newFolder, runShell, startApp } from '../support/life.ts';

test('an app whose embedded database ends by itself says so and ends, and the next start goes on', async () => {
  const place = folderPlace(newFolder());
  try {
    const app = await startApp(place, { args: ['--empty'], endsWorkers: true });
    expect(await app.stop('SIGUSR2')).toBe(1);
    const lines = app.err().trim().split('\n');
    expect(lines.at(-1)).toContain('The embedded database has ended');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', event: 'fault', during: 'embedded-database' });
    expect(await runShell(place, ['ladder', '--json'])).toMatchObject({ code: 0, err: '' });
  } finally {
    await place.close();
  }
});
