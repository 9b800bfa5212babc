import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRunningApp } from '../../src/shell/ask-running-app.ts';
import { terminalOutput } from '../../src/shell/terminal-output.ts';
import { usageWords } from '../../src/shell/usage-words.ts';
import { locales } from '../../src/text/define-text.ts';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    await json(ask, 'overview');
    await terminal.pool.query(`UPDATE settings SET locale = 'da'`);
  });
  afterAll(() => terminal.close());

  test('a wrong call is refused in the language of the workspace, unless another is asked for', async () => {
    expect((await ask(['nps', '--windwo', '90'])).err).toContain('Der er ikke noget valg');
    expect((await ask(['ladder', '--channel', 'C012AB3CD'])).err).toContain('betyder ikke noget');
    expect((await ask(['nps', '--windwo', '90', '--language', 'nb'])).err).toContain('Det finnes ikke noe valg');
  });

  test('help of a terminal is in the language, with the words of that language', async () => {
    const { out } = await ask(['hjælp', 'alt']);
    expect(out).toContain('npm run -s loyalty -- ORD [VALG]');
    expect(out).toContain('ret order 1001');
    expect(out).toMatch(/\n {2}efterprøv +Sammenligner alt gemt med grunddata\n/);
    expect(out).toMatch(/forkert brug\.\n$/);
    expect(out).not.toMatch(/OPTIONS|Exit codes|everywhere|takes one back|\/loyalty/);
    const norwegian = (await ask(['help', 'all', '--language', 'nb'])).out;
    expect(norwegian).toContain('rett order 1001');
    expect((await ask(['help', 'all', '--language', 'en'])).out).toMatch(/2 wrong usage\.\n$/);
  });

  test('help begins with what is used most, and tells of one command with its options', async () => {
    const { out } = await ask(['help', '--language', 'en']);
    expect(out.trim().split('\n').length).toBeLessThanOrEqual(17);
    expect(out).toMatch(/See\n {2}overview +Everything at a glance/);
    expect(out).not.toContain('--delimiter');
    const named = (await ask(['help', 'import', 'verify', '--language', 'en'])).out;
    expect(named).toMatch(/ {2}verify +Holds all that is kept against the facts\n/);
    expect(named).toMatch(/import customers\|.*\n +--columns /);
    expect(named).toMatch(/ {2}rows that are known +--known-rows same\|others {2}--others\n/);
    expect(named).not.toContain('delete order');
    expect(await ask(['nps', '--help', '--language', 'nb'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('nps 90 per trinn'),
    });
    expect(await ask(['verfy', '--language', 'en'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean "verify"?'),
    });
  });

  test('the words that help names bring in a file', async () => {
    const customers = file('customer,name\nK1,Anna\n');
    expect(await json(ask, 'indlæs', 'customers', customers)).toMatchObject({ imported: 1 });
    expect(await json(ask, 'Importer', 'customers', customers)).toMatchObject({ unchanged: 1 });
  });
});

describe('a call that the running app answers', () => {
  /** Calls an app that says this and goes away. */
  async function called(lines: readonly object[], argv: readonly string[]) {
    const heard: string[] = [];
    const app = createServer((socket: Socket) => {
      socket.on('data', (piece) => {
        heard.push(String(piece));
        socket.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      });
      socket.write(`${JSON.stringify({ hello: true })}\n`);
    });
    await new Promise<void>((listening) => app.listen(0, '127.0.0.1', listening));
    const address = app.address();
    const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
    let err = '';
    const say = (text: string) => {
      err += text;
    };
    const code = await askRunningApp(
      socket,
      argv,
      terminalOutput({ write: say }, { write: say }, () => undefined),
    );
    app.close();
    return { code, err, argv: JSON.parse(heard.join('')).argv as string[] };
  }

  test.each(locales)('is told in %s that the app stopped before it was done', async (locale) => {
    const words = `${usageWords(locale).appStopped}\n`;
    expect(await called([], ['nps', '--language', locale])).toMatchObject({ code: 1, err: words });
    // What the app says of the workspace's language.
    expect(await called([{ speaks: locale }], ['nps'])).toMatchObject({ code: 1, err: words });
  });

  test('names the file by its whole path, whatever stands before it and in which language', async () => {
    const { argv } = await called([{ exit: 0 }], ['--locale', 'da', 'indlæs', 'orders', '--skip', '2', 'orders.csv']);
    expect(argv).toEqual(['--locale', 'da', 'indlæs', 'orders', '--skip', '2', `${process.cwd()}/orders.csv`]);
    const other = await called([{ exit: 0 }], ['customer', 'import', 'orders', 'x.csv']);
    expect(other.argv).toEqual(['customer', 'import', 'orders', 'x.csv']);
  });
});
