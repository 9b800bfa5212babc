import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerShells, askRunningApp } from '../../src/shell/ask-running-app.ts';
import { type TestDatabase, withDatabases } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';
import { file } from './support.ts';

withDatabases((kind) => {
  let database: TestDatabase;
  let server: Server;
  beforeAll(async () => {
    database = await kind.open();
    const shells = answerShells(depsOn(kind, database.pool));
    server = createServer((socket) => shells.answer(socket));
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await database.close();
  });

  /** A call that the running app answers, made in a folder of the caller's own. */
  async function ask(folder: string, ...argv: string[]) {
    const said = { out: '', err: '' };
    const say = (where: keyof typeof said) => (text: string) => {
      said[where] += text;
    };
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('The app does not listen.');
    const socket = connect(address.port, '127.0.0.1');
    const code = await askRunningApp(socket, argv, { out: say('out'), err: say('err') }, folder);
    return { code, ...said };
  }

  test.each([
    [['import', 'customers', 'FILE']],
    [['indlæs', 'customers', 'FILE']],
    [['--json', 'importer', 'customers', 'FILE']],
    [['import', '--language', 'nb', 'customers', 'FILE']],
  ])('a file is looked for where the call was made: %j', async (argv) => {
    const path = file(`customer,name\n${argv.join('-')},Anna\n`);
    const words = argv.map((word) => (word === 'FILE' ? basename(path) : word));
    expect(await ask(dirname(path), ...words)).toMatchObject({ code: 0 });
  });

  test('what is no file is named as it was typed', async () => {
    const { code, err } = await ask('/somewhere', 'import', 'undo', '5', '--language', 'en');
    expect(code).toBe(2);
    expect(err).toContain('“5”');
    const { err: missing } = await ask('/somewhere', 'import', 'orders', '--language', 'nb');
    expect(missing).toContain('i stedet for customers også');
  });
});
