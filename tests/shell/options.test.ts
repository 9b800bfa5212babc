import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { figureNames } from '../../src/loyalty/figures/index.ts';
import { definitions } from '../../src/shell/options.ts';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const orders = file('order,customer,date,amount\n1,a,2026-01-05,100\n2,b,2026-01-06,100\n3,a,2026-02-05,90\n');
const answers = file('customer,date,kind,score\na,2026-01-05,nps,9\n');
const contacts = file(
  'campaign,customer,date,variant,responded\nSpring,a,2026-01-05,x,yes\nSpring,b,2026-01-05,y,no\n',
);
const other = file('customer,date\na,2026-01-05\n');
const rates = file('date,currency,rate\n2026-01-05,EUR,7.46\n');

/** A call of each command, and of each thing that it does. */
const calls: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(commands.map(({ words: [name] }) => [name, [name]])),
  customer: ['customer', 'a'],
  customers: ['customers', 'new'],
  clv: ['clv', 'a'],
  campaign: ['campaign', 'Spring'],
  'nps why': ['nps', 'why'],
  mine: ['mine'],
  review: ['review'],
  'review settings': ['review', 'settings'],
  'digest now': ['digest', 'now'],
  'digest settings': ['digest', 'settings'],
  target: ['target', 'nps', '45', '30', 'June', '2099'],
  'target remove': ['target', 'remove', 'csat'],
  feedback: ['feedback', 'add'],
  'import undo': ['import', 'undo'],
  'import orders': ['import', 'orders', orders],
  'import customers': ['import', 'customers', other],
  'import feedback': ['import', 'feedback', answers],
  'import campaign': ['import', 'campaign', contacts],
  'import rates': ['import', 'rates', rates],
  'correct order': ['correct', 'order', '1'],
  'correct answer': ['correct', 'answer', '1'],
  'correct customer': ['correct', 'customer', 'none'],
  'customer new': ['customer', 'new'],
  'delete order': ['delete', 'order', 'none'],
  'delete answer': ['delete', 'answer', '999'],
  verify: ['verify'],
};
const imports = Object.keys(calls).filter((name) => /^import [^u]/.test(name));
const told = [
  ...figureNames,
  'overview',
  'ladder',
  'cohorts',
  'prediction',
  'at-risk',
  'campaign',
  'customer',
  'digest',
  'review',
];
/** What is heeded where, as docs and help say it. */
const heeded: Readonly<Record<string, readonly string[]>> = {
  'as-of': [...told, 'targets'],
  window: [
    ...figureNames.filter((name) => name !== 'clv'),
    'overview',
    'ladder',
    'cohorts',
    'digest',
    'review',
    'target',
    'customers',
  ],
  csv: ['customers'],
  'save-as': ['customers'],
  channel: ['digest now'],
  'alerts-per-hour': ['settings'],
  'customer-links': ['settings'],
  columns: [...imports, 'import'],
  delimiter: [...imports, 'import'],
  encoding: [...imports, 'import'],
  skip: [...imports, 'import'],
  locale: [...imports, 'import', 'target'],
  kind: ['import feedback', 'feedback'],
  scale: ['import feedback'],
  'satisfied-from': [],
  rates: ['import rates'],
  decimals: ['import orders', 'import customers'],
  'follow-up': ['import feedback'],
  'known-customers-only': ['import orders', 'import feedback', 'import campaign'],
  'same-number': ['import orders'],
  'similar-numbers': ['import customers', 'import orders', 'import feedback', 'import campaign'],
  'known-rows': ['import orders', 'import feedback'],
  'known-orders': ['import orders'],
  others: ['import orders', 'import feedback'],
  shop: ['import orders', 'correct order', 'delete order'],
  undo: ['import', ...imports, 'import undo'],
  customer: ['feedback', 'customer new'],
  name: ['correct customer', 'customer new'],
  email: ['correct customer', 'customer new'],
  owner: ['correct customer', 'customer new'],
  source: ['feedback'],
  public: ['feedback'],
  negative: ['feedback'],
  'new-customer': ['feedback'],
  score: ['feedback', 'correct answer'],
  comment: ['feedback', 'correct answer'],
  amount: ['correct order'],
  date: ['correct order'],
  status: ['correct order'],
  repair: ['verify'],
  yes: ['delete order', 'delete answer'],
};
const values: Readonly<Record<string, string>> = {
  'as-of': '2020-01-01',
  window: '2026-Q1',
  csv: join(mkdtempSync(join(tmpdir(), 'lists-')), 'list.csv'),
  'save-as': 'Good ones',
  channel: 'C012AB3CD',
  'alerts-per-hour': '9',
  'customer-links': 'CRM https://crm.example.com/{number}',
  name: 'Zoe',
  email: 'zoe@example.com',
  owner: 'U012AB3CD',
  columns: 'a,b',
  delimiter: ';',
  encoding: 'utf-8',
  skip: '0',
  locale: 'da',
  kind: 'nps',
  scale: '0-10',
  rates: 'as-written',
  decimals: 'round',
  'follow-up': 'none',
  'same-number': 'correct',
  'similar-numbers': 'same',
  'known-rows': 'same',
  'known-orders': 'keep',
  shop: 'Torvet',
  undo: '999',
  customer: 'a',
  source: 'here',
  score: '7',
  comment: 'fine',
  amount: '100',
  date: '2026-01-05',
  status: 'completed',
  'satisfied-from': '9',
};
/** They hold for every call: what a setting says otherwise is refused. */
const everywhere = ['json', 'language', 'workspace', 'help', 'currency', 'time-zone'];

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    for (const [what, path] of Object.entries({ orders, feedback: answers, campaign: contacts }))
      expect(await importing(ask, what, path)).toMatchObject({ code: 0, refused: 0 });
    expect(await ask(['target', 'csat', '80', '30', 'June', '2099'])).toMatchObject({ code: 0 });
  });
  afterAll(() => terminal.close());

  test('of every command is known which options it heeds', () => {
    const known = [...Object.keys(heeded), ...everywhere].sort();
    expect(Object.keys(definitions).sort()).toEqual(known);
  });

  describe('an option is heeded, or refused with its name and what it is for', () => {
    test.each(Object.keys(heeded))('--%s', async (option) => {
      const value = values[option];
      const given = value === undefined ? [`--${option}`] : [`--${option}`, value];
      if (option === 'satisfied-from') given.push('--scale', '1-10');
      const goesNowhere: string[] = [];
      for (const [name, call] of Object.entries(calls)) {
        if (heeded[option]?.includes(name) || (option === 'satisfied-from' && name === 'import feedback')) continue;
        const { code, out, err } = await ask([...call, ...given]);
        if (code !== 2 || out !== '' || !err.includes(`--${option}`)) goesNowhere.push(name);
      }
      expect(goesNowhere).toEqual([]);
      for (const name of heeded[option] ?? []) {
        const { err } = await ask([...(calls[name] ?? []), ...given]);
        expect({ name, err }).toEqual({ name, err: expect.not.stringContaining('nothing was done') });
      }
    });
  });

  test.each(told)('%s as of another day is another answer', async (name) => {
    const then = await json(ask, ...(calls[name] ?? []), '--as-of', '2026-01-02');
    expect(await json(ask, ...(calls[name] ?? []), '--as-of', '2026-04-20')).not.toEqual(then);
  });

  test('what it is for is said with the words of the language', async () => {
    const said = async (...args: string[]) => (await ask(args)).err;
    expect(await said('rates', '--as-of', '2026-01-01')).toContain('It goes with: figures, overview, ladder, cohorts');
    expect(await said('kurser', '--as-of', '2026-01-01', '--language', 'da')).toContain(
      'Det hører til: tal, overblik, stige',
    );
    expect(await said('nps', '--channel', 'C012AB3CD', '--language', 'nb')).toContain('Det hører til: oppsummering nå');
    expect(await said('digest', '--channel', 'C012AB3CD')).toContain('It goes with: digest now');
    expect(await said('correct', 'order', '1', '--score', '3')).toContain('It goes with: feedback, correct answer');
    expect(await said('nps', '--repair')).toContain('It goes with: verify');
  });

  test('an option that only says something beside another is refused without it', async () => {
    expect(await ask(['verify', '--yes'])).toMatchObject({ code: 2, err: expect.stringContaining('verify --repair') });
    expect(await ask(['settings', '--yes'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('settings --time-zone'),
    });
    const locale = await ask(['correct', 'order', '1', '--status', 'completed', '--locale', 'da']);
    expect(locale).toMatchObject({ code: 2, err: expect.stringContaining('correct order --amount') });
    const remark = ['feedback', 'add', '--comment', 'x', '--score', '3'];
    expect(await ask(remark)).toMatchObject({ code: 2, err: expect.stringContaining('--score') });
  });

  test('another currency is refused wherever it would change nothing', async () => {
    for (const call of [
      calls.verify,
      calls['import feedback'],
      calls['import campaign'],
      calls['delete order'],
      ['help'],
    ])
      expect(await ask([...(call ?? []), '--currency', 'EUR'])).toMatchObject({
        code: 2,
        err: expect.stringContaining('--currency'),
      });
    expect(await ask(['verify', '--currency', 'DKK'])).toMatchObject({ code: 0 });
  });
});
