import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderPlace, newFolder, runShell, startApp } from '../support/life.ts';
import { until } from '../support/sandbox.ts';

const say = (customer: number) => [
  'feedback',
  'add',
  ...['--customer', `K${customer}`, '--new-customer', '--kind', 'nps', '--score', '10'],
];

test('calls in several terminals at once are done one after the other, without an app and while one starts', async () => {
  const place = folderPlace(newFolder());
  try {
    const alone = await Promise.all([1, 2, 3].map((customer) => runShell(place, say(customer))));
    expect(alone.map(({ code }) => code)).toEqual([0, 0, 0]);
    const starting = startApp(place, { args: ['--empty'] });
    await until(() => readdirSync(place.folder).includes('loyalty.sock'));
    const meanwhile = await Promise.all([4, 5].map((customer) => runShell(place, say(customer))));
    expect(meanwhile.map(({ code }) => code)).toEqual([0, 0]);
    const app = await starting;
    expect(JSON.parse((await runShell(place, ['nps', '--json'])).out)).toMatchObject({ base: 5 });
    expect(await app.stop()).toBe(0);
  } finally {
    await place.close();
  }
});
