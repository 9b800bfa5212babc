import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseKinds } from '../support/database.ts';
import { file } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const customers = file(
  `customer,name,email,country,language,since,cost,recommended_by
1,Astrid Holm,astrid@example.com,DK,da,2025-01-01,120.50,
2,Søren Ågård,,DK,da,,,1
3,<!channel> & *Co*,x@example.com,GB,en,2025-02-01,,2
4,,,,,,,
`,
  'customers.csv',
);
const orders = file(
  ['customer;order;date;amount;currency;status']
    .concat(
      Array.from({ length: 300 }, (_, i) => {
        const date = new Date(Date.UTC(2025, 0, 1) + ((i * 37) % 600) * 86_400_000).toISOString().slice(0, 10);
        const status = i % 11 === 0 ? 'cancelled' : 'completed';
        return `${1 + ((i * 7) % 40)};O${i};${date};${(i * 13) % 900},${(i % 90) + 10};${i % 5 ? 'DKK' : 'NOK'};${status}`;
      }),
    )
    .join('\r\n'),
  'orders.csv',
);
const feedback = file(
  ['customer,date,kind,score,recommend,again,other,comment,source,public']
    .concat(
      Array.from({ length: 200 }, (_, i) => {
        const date = new Date(Date.UTC(2025, 3, 1) + ((i * 17) % 500) * 86_400_000).toISOString().slice(0, 10);
        const kind = ['nps', 'csat', 'review', 'nps'][i % 4];
        const score = kind === 'nps' ? (i * 7) % 11 : 1 + (i % 5);
        return `${i % 9 ? 1 + ((i * 3) % 45) : ''},${date},${kind},${score},,,,"Line ${i}\n""quoted"", æøå",mail,${i % 3 ? 'no' : 'yes'}`;
      }),
    )
    .join('\n'),
  'feedback.csv',
);
const rates = file('currency,rate,date\nNOK,0.65,2020-01-01\nNOK,0.5,2026-01-01\n', 'rates.csv');
const broken = file('customer,date,amount\n1,2026-01-01,5.00\n2,never,5.00\n3,2026-01-02,abc\n', 'broken.csv');

const imports = [
  ['import', 'customers', customers, '--locale', 'en'],
  ['import', 'orders', orders, '--locale', 'da'],
  ['import', 'orders', orders, '--locale', 'da'],
  ['import', 'feedback', feedback, '--follow-up', 'all'],
  ['import', 'rates', rates, '--locale', 'en'],
  ['import', 'orders', broken],
];

const questions = [
  [],
  ['90'],
  ['ladder'],
  ['ladder', '30'],
  ['nps'],
  ['nps', '30'],
  ['nps', '365'],
  ['nps', '--window', '211'],
  ['nps', 'by', 'rung'],
  ['nps', 'by', 'rung', '--window', '400'],
  ['csat', '365'],
  ['repeat'],
  ['repeat', '365'],
  ['repeat', '--window', '77'],
  ['cli', '365'],
  ['retention'],
  ['churn', '365'],
  ['referral'],
  ['revenue', '2025'],
  ['retention', 'by', 'rung'],
  ['clv', 'by', 'rung', '365'],
  ['cac', '2025'],
  ['clv'],
  ['clv', '1'],
  ['clv', 'by', 'country'],
  ['nps', 'trend'],
  ['repeat', 'by', 'country', '365'],
  ['cohorts'],
  ['rates'],
  ['nps', '2025-06'],
  ['nps', 'by', 'rung', '--window', '2025-Q3'],
  ['repeat', '2025'],
  ['ladder', '--window', 'oktober 2025'],
  ['--window', '2025-Q2'],
  ['customer', '1'],
  ['customer', 'søren'],
  ['customer', 'sorensen'],
  ['customer', 'channel'],
  ['followups'],
  ['followups', 'open'],
  ['followups', 'overdue'],
  ['settings'],
  ['help'],
  ['digest', 'settings'],
  ['npss'],
].flatMap((words) => (ofToday(words) ? [words] : [words, [...words, '--as-of', '2026-01-01']]));

/** What is told of no other day. */
function ofToday([command = '', option]: readonly string[]): boolean {
  return ['rates', 'followups', 'settings', 'help', 'npss'].includes(command) || option === 'settings';
}

const server = databaseKinds.length > 1;
if (!server) process.stderr.write('Left out: both databases print the same (TEST_DATABASE_URL is not set).\n');

let terminals: readonly Terminal[] = [];
beforeAll(async () => {
  if (server) terminals = await Promise.all(databaseKinds.map(openTerminal));
});
afterAll(async () => {
  for (const terminal of terminals) await terminal.close();
});

test.skipIf(!server)('both databases print the same for the same files and questions, to the byte', async () => {
  for (const args of [...imports, ...questions]) {
    const [one, other] = await Promise.all(terminals.map(({ ask }) => ask([...args, '--json'])));
    expect([args, timeless(one?.out ?? ''), one?.code]).toEqual([args, timeless(other?.out ?? ''), other?.code]);
    expect([args, one?.out === '' ? one.err : '']).toEqual([args, '']);
  }
});

/** When something came in is each database's own. */
function timeless(out: string): string {
  return out.replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"…"');
}
