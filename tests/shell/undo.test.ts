import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isoFromDay, localDay } from '../../src/loyalty/time/period.ts';
import { databaseKinds } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const today = localDay(new Date(), 'Europe/Copenhagen');
const ago = (days: number) => isoFromDay(today - days);

const facts = [
  'customers',
  'respondents',
  'customer_tags',
  'customer_words',
  'orders',
  'answers',
  'lost_recommendations',
  'acquisition_spend',
  'currency_rates',
  'campaigns',
  'campaign_contacts',
  'follow_ups',
  'follow_up_events',
  'customer_standings',
  'rung_changes',
];

describe.each(databaseKinds)('an import that is taken back, on $name', (kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
  });
  beforeEach(() => terminal.empty());
  afterAll(() => terminal.close());

  async function everything() {
    const rows = [];
    for (const table of facts) {
      const { rows: all } = await terminal.pool.query(
        `SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`,
      );
      rows.push([table, all.map(({ row }) => row)]);
    }
    const figures = [];
    for (const figure of [
      'overview',
      'nps',
      'csat',
      'repeat',
      'clv',
      'cac',
      'referral',
      'campaign',
      'ladder',
      'cohorts',
    ]) {
      figures.push(await json(ask, figure));
    }
    return { rows, figures };
  }

  const bringIn = (what: string, text: string) => {
    // Nothing but satisfaction is on no scale of NPS.
    const scale = text.includes(',nps,') ? ['--scale', '0-10'] : [];
    return importing(ask, what, file(text), ...(optionsOf[what] ?? []), ...scale);
  };
  const optionsOf: Readonly<Record<string, readonly string[]>> = {
    feedback: ['--follow-up', 'all', '--others'],
    orders: ['--same-number', 'correct', '--others'],
    spend: ['--others'],
  };

  async function newest(): Promise<number> {
    const { rows } = await terminal.pool.query('SELECT max(id) AS id FROM imports');
    return rows[0].id;
  }

  async function takeBack(id: number) {
    const { code, err } = await ask(['import', '--undo', String(id)]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { rows } = await terminal.pool.query(
      'SELECT count(*)::int AS left FROM import_changes WHERE import_id = $1',
      [id],
    );
    expect(rows[0].left).toBe(0);
  }

  test('leaves everything as it was, whatever was there and whatever the file held', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { maxLength: 4 }), anyFile, async (before, [what, content]) => {
        await terminal.empty();
        for (const [one, text] of before) await bringIn(one, text);
        const was = await everything();
        const brought = await bringIn(what, content);
        expect(brought.imported + brought.updated + brought.unchanged + brought.refused).toBeGreaterThan(0);
        await takeBack(await newest());
        expect(await everything()).toEqual(was);
        expect((await ask(['verify'])).code).toBe(0);
      }),
      { numRuns: kind.name === 'embedded' ? 4 : 12 },
    );
  });

  test('can be brought in again, and is then as if nothing had been taken back', async () => {
    const orders = file('order,customer,date,amount\n1,A,2026-01-05,100\n2,A,2026-02-05,50\n3,B,2026-02-06,70\n');
    await importing(ask, 'orders', orders);
    const first = await json(ask, 'overview');
    await takeBack(await newest());
    expect(await json(ask, 'overview')).toMatchObject({ customers: 0, orders: 0 });
    expect(await importing(ask, 'orders', orders)).toMatchObject({ code: 0, imported: 3 });
    expect(await json(ask, 'overview')).toEqual(first);
  });

  test('is refused while another stands on it, which is named, and goes once that one is gone', async () => {
    await importing(ask, 'customers', file('customer,name\nA,Anna\n', 'people.csv'));
    const people = await newest();
    await importing(ask, 'orders', file('order,customer,date,amount\n1,A,2026-01-05,100\n', 'bought.csv'));
    const bought = await newest();
    const refused = await ask(['import', '--undo', String(people)]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`import ${bought} (bought.csv, rows: 1)`);
    expect(await json(ask, 'overview')).toMatchObject({ customers: 1, orders: 1 });
    await takeBack(bought);
    await takeBack(people);
    expect(await json(ask, 'overview')).toMatchObject({ customers: 0, orders: 0 });
  });

  test('is refused where somebody took a follow-up of its answers', async () => {
    await importing(ask, 'feedback', file(`customer,date,kind,score\nA,${ago(1)},nps,2\n`));
    await terminal.pool.query(
      `INSERT INTO follow_up_events (workspace_id, follow_up_id, kind, member_id, at)
       SELECT workspace_id, id, 'claimed', 'U1', now() FROM follow_ups`,
    );
    const { code, err } = await ask(['import', '--undo', String(await newest())]);
    expect(code).toBe(1);
    expect(err).toContain('follow-ups somebody took (1)');
    expect(await json(ask, 'nps')).toMatchObject({ base: 1 });
  });

  test('with an order and a refund of one day leaves no trace of either', async () => {
    const was = await everything();
    await importing(ask, 'orders', file('order,customer,date,amount\n1,A,2026-01-05,100\n2,A,2026-01-05,-30\n'));
    await takeBack(await newest());
    expect(await everything()).toEqual(was);
    expect((await ask(['verify'])).code).toBe(0);
    await importing(ask, 'orders', file('order,customer,date,amount\n9,A,2026-01-04,10\n'));
    await importing(ask, 'orders', file('order,customer,date,amount\n1,A,2026-01-05,100\n2,A,2026-01-05,-30\n'));
    await takeBack(await newest());
    expect((await ask(['verify'])).code).toBe(0);
  });

  test('whose answer joined a follow-up leaves that as it was before', async () => {
    const bad = (on: string) => file(`customer,date,kind,score\nA,${on},nps,2\n`);
    await importing(ask, 'feedback', bad(ago(3)));
    const was = await everything();
    await importing(ask, 'feedback', bad(ago(1)));
    expect(await everything()).not.toEqual(was);
    await takeBack(await newest());
    expect(await everything()).toEqual(was);
  });

  test('whose mended answer opened a follow-up takes that along', async () => {
    const answer = (score: number) => file(`response_id,customer,date,kind,score\nR1,A,${ago(3)},nps,${score}\n`);
    await importing(ask, 'feedback', answer(9));
    const was = await everything();
    expect(await importing(ask, 'feedback', answer(2))).toMatchObject({ updated: 1 });
    expect(await everything()).not.toEqual(was);
    await takeBack(await newest());
    expect(await everything()).toEqual(was);
  });

  test('stands in the list with what became of it', async () => {
    await importing(ask, 'orders', file('order,customer,date,amount\n1,A,2026-01-05,100\nx,,,\n', 'bought.csv'));
    const id = await newest();
    expect(await json(ask, 'import', 'undo')).toMatchObject({
      imports: [
        { id, kind: 'orders', fileName: 'bought.csv', status: 'finished', imported: 1, refused: 1, memberId: null },
      ],
    });
    await takeBack(id);
    expect(await json(ask, 'import', 'undo')).toMatchObject({ imports: [{ id, status: 'undone' }] });
    expect((await ask(['import', '--undo', '999'])).err).toContain('There is no such import.');
    expect((await ask(['import', '--undo', 'all'])).code).toBe(2);
    expect(await ask(['import', 'undo', 'sidste', '--language', 'da'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('”sidste”'),
    });
  });
});

const customer = fc.integer({ min: 1, max: 6 }).map((n) => `C${n}`);
const day = fc.integer({ min: 0, max: 700 }).map(ago);
const cells = (...columns: fc.Arbitrary<string>[]) => fc.tuple(...columns).map((row) => row.join(','));
const oneOf = (...words: string[]) => fc.constantFrom(...words);

/** Lines of a kind of file, the needed columns always filled. */
const lines: Readonly<Record<string, readonly [header: string, line: fc.Arbitrary<string>]>> = {
  customers: [
    'customer,name,email,country,source,segments,recommended_by,years',
    cells(
      customer,
      oneOf('', 'Anna Holm', 'Bo'),
      oneOf('', 'a@example.com'),
      oneOf('', 'DK', 'NO'),
      oneOf('', 'fair', 'web'),
      oneOf('', '-', 'vip', 'vip;b2b'),
      oneOf('', 'R1', 'R2'),
      oneOf('', '2', '3.5'),
    ),
  ],
  orders: [
    'order,customer,date,amount,status',
    cells(
      fc.integer({ min: 1, max: 12 }).map(String),
      customer,
      day,
      fc.integer({ min: -50, max: 500 }).map(String),
      oneOf('', 'paid', 'cancelled'),
    ),
  ],
  feedback: [
    'customer,date,kind,score,comment',
    cells(
      fc.oneof(customer, fc.constant('')),
      day,
      oneOf('nps,0', 'nps,5', 'nps,9', 'csat,2', 'csat,5'),
      oneOf('', 'late', 'good'),
    ),
  ],
  recommendations: [
    'recommender,recommended,outcome,date,value,recommendation',
    fc.oneof(
      cells(oneOf('R1', 'R2'), oneOf('C1', 'C2', 'W1'), fc.constant('won'), day, fc.constant(''), oneOf('1', '2', '3')),
      cells(oneOf('R1', 'C3'), fc.constant(''), fc.constant('lost'), day, oneOf('', '20'), oneOf('1', '2', '3')),
    ),
  ],
  spend: [
    'date,amount,source,spend',
    cells(day, fc.integer({ min: 1, max: 900 }).map(String), oneOf('', 'fair', 'web'), oneOf('s1', 's2', 's3')),
  ],
  rates: ['currency,date,rate', cells(oneOf('EUR', 'NOK'), day, oneOf('7.46', '7.45', '7.44'))],
  campaign: [
    'campaign,customer,contacted,variant,responded',
    cells(oneOf('Autumn', 'Spring'), customer, day, oneOf('a'), oneOf('', 'yes', 'no')),
  ],
};

const anyFile = fc.constantFrom(...Object.keys(lines)).chain((kind) => {
  const [header, line] = lines[kind] ?? ['', fc.constant('')];
  // Two rates of one day in a file are refused.
  const selector = (row: string) => (kind === 'rates' ? row.replace(/,[^,]*$/, '') : {});
  return fc
    .uniqueArray(line, { minLength: 1, maxLength: 12, selector })
    .map((rows): [string, string] => [kind, `${[header, ...rows].join('\n')}\n`]);
});
