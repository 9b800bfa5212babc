import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const customers = `customer,name,country,source,segments
a,Anna Holm,DK,fair,vip
b,Bo Berg,NO,web,vip
c,May Lund,DK,web,
d,=1+1,NO,web,
e,Else Ny,,,
`;
const rates = 'currency,date,rate\nNOK,2020-01-01,0.5\n';

const orders = () => `order,customer,date,amount,currency
1,a,${daysAgo(500)},1000,DKK
2,a,${daysAgo(400)},500.50,DKK
3,b,${daysAgo(20)},1000,NOK
4,b,${daysAgo(10)},3000,NOK
5,b,${daysAgo(5)},-1000,NOK
6,c,${daysAgo(90)},300,DKK
7,d,${daysAgo(89)},300,DKK
`;
const answers = () => `customer,date,kind,score,public
a,${daysAgo(30)},nps,2,
a,${daysAgo(3)},nps,6,
b,${daysAgo(3)},nps,10,
b,${daysAgo(3)},review,5,yes
c,${daysAgo(3)},nps,8,
`;

const contacts = () => `campaign,customer,contacted,variant,delivered,responded
Spring tasting,a,${daysAgo(20)},Box,yes,yes
Spring tasting,b,${daysAgo(20)},Box,yes,no
Spring tasting,c,${daysAgo(20)},Letter,no,no
Spring tasting,e,${daysAgo(20)},Letter,yes,${daysAgo(4)}
Spring cleaning,d,${daysAgo(9)},,yes,no
Autumn,d,${daysAgo(9)},,yes,no
`;

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  const list = async (words: string, ...options: string[]) => json(ask, ...words.split(' '), ...options);
  const numbers = async (words: string) =>
    (await list(words)).customers.map((one: { externalId: string }) => one.externalId).join('');
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    const files = { rates, customers, orders: orders(), feedback: answers(), campaign: contacts() };
    for (const [what, content] of Object.entries(files))
      expect(await importing(ask, what, file(content))).toMatchObject({ code: 0, refused: 0 });
  });
  afterAll(() => terminal.close());

  test('all customers stand in the order of their value, other currencies at their newest rate', async () => {
    expect(await list('customers')).toMatchObject({
      count: 5,
      isExact: true,
      base: 5,
      next: null,
      customers: [
        { externalId: 'a', worthMinor: 150_050, value: [{ currency: 'DKK', amountMinor: 150_050 }], orders: 2, nps: 6 },
        {
          externalId: 'b',
          worthMinor: 150_000,
          value: [{ currency: 'NOK', amountMinor: 300_000 }],
          rung: 'ambassador',
        },
        { externalId: 'd', worthMinor: 30_000, nps: null },
        { externalId: 'c', worthMinor: 30_000, rung: 'customer' },
        { externalId: 'e', worthMinor: 0, rung: 'prospect', lastOrderDay: null },
      ],
    });
  });

  test.each([
    ['customers ambassadors', 'b'],
    ['kunder rung:ambassadør', 'b'],
    ['customers prospects', 'e'],
    ['kunder potentielle kunder', 'e'],
    ['customers lapsed', 'a'],
    ['kunder frafalne', 'a'],
    ['customers segment:vip', 'ab'],
    ['customers segment:vip country:DK', 'a'],
    ['kunder kilde:web', 'bdc'],
    ['customers value>1500', 'a'],
    ['customers value>=1500', 'ab'],
    ['kunder værdi<1.500,50', 'bdce'],
    ['customers value > 10 value < 1k', 'dc'],
    ['kunder verdi=300', 'dc'],
    ['customers orders>1', 'ab'],
    ['kunder ordrer=0', 'e'],
    ['customers last<90d', 'bd'],
    ['customers last&gt;89', 'ac'],
    ['kunder siste<2uker', 'b'],
    ['customers nps<7', 'a'],
    ['customers detractors', 'a'],
    ['kunder passive', 'c'],
    ['kunder fortalere', 'b'],
    ['customers ambassadors country:DK', ''],
    ['customers campaign:"Spring tasting"', 'abce'],
    ['kunder kampagne:autumn', 'd'],
    ['kunder kampanje:tasting variant:box', 'ab'],
    ['customers campaign:tasting responded', 'ae'],
    ['kunder kampagne:tasting svarede variant:Letter', 'e'],
    ['kunder kampanje:tasting svarte segment:vip', 'a'],
    ['customers campaign:tasting value<1000', 'ce'],
  ])('%s are %j', async (words, found) => {
    expect(await numbers(words)).toBe(found);
  });

  test('who is new became known in the last 30 days, or in the period that stands beside it', async () => {
    expect(await numbers('customers new')).toBe('be');
    expect(await numbers('customers new 365')).toBe('bdce');
    expect(await numbers('customers nye 90')).toBe('bde');
  });

  test('a word that says nothing is refused by its name, and so is a period of nobody who is new', async () => {
    const refused = async (...words: string[]) => {
      const { code, out, err } = await ask(['customers', ...words]);
      expect({ words, code, out }).toEqual({ words, code: 2, out: '' });
      return err;
    };
    expect(await refused('ambassadors', 'rich')).toContain('“rich”');
    expect(await refused('value>much')).toContain('“value>much”');
    expect(await refused('last<3furlongs')).toContain('“last<3furlongs”');
    expect(await refused('constructor')).toContain('“constructor”');
    expect(await refused('ambassadors', '90')).toContain('“90”');
    expect(await refused('ambassadors', 'partners')).toContain('“partners” does not go together with “ambassadors”');
    expect(await refused('orders>5', 'orders<3')).toContain('Nothing is both “orders>5” and “orders<3”');
    expect(await refused('value>1k', 'value<900')).toContain('Nothing is both “value>1k” and “value<900”');
    expect(await refused('country:XX')).toContain('nothing is known by “XX”');
    expect(await refused('--as-of', '2026-01-01')).toContain('--as-of');
    expect(await refused('--window', '90')).toContain('--window 90');
  });

  test('a campaign or a variant that nobody knows is refused with those that there are, and so is a response to none', async () => {
    const refused = async (...words: string[]) => {
      const { code, err } = await ask(['customers', ...words, '--language', 'en']);
      expect({ words, code }).toEqual({ words, code: 2 });
      return err;
    };
    expect(await refused('campaign:Winter')).toMatch(/No campaign is called “Winter”. There are: .*“Autumn”/);
    expect(await refused('campaign:spring')).toMatch(/could be several campaigns. There are: .*“Spring tasting”/);
    expect(await refused('campaign:autumn', 'campaign:tasting')).toContain('does not go together');
    expect(await refused('campaign:tasting', 'variant:C')).toMatch(/no variant “C”. There are: “Box” and “Letter”/);
    expect(await refused('responded')).toContain('Name the campaign, too');
    expect(await refused('variant:Box')).toContain('Name the campaign, too');
  });

  test('a name of several words may come as a shell hands it on, and the campaign says what to type', async () => {
    expect((await json(ask, 'customers', 'campaign:Spring tasting')).count).toBe(4);
    const { out } = await ask(['campaign', 'tasting', '--language', 'en']);
    expect(out).toContain('customers campaign:"Spring tasting"');
  });

  describe('by who looks after them', () => {
    beforeAll(async () => {
      for (const [number, owner] of [
        ['b', 'U0BERG'],
        ['d', 'U0BERG'],
        ['c', 'U0LUND'],
      ] as const)
        expect(await ask(['correct', 'customer', number, '--owner', owner])).toMatchObject({ code: 0 });
    });

    test.each([
      ['customers owner:U0BERG', 'bd'],
      ['kunder ansvarlig:<@U0BERG|berg> orders>1', 'b'],
      ['kunder kundeansvarlig:U0LUND land:DK', 'c'],
      ['customers owner:U0LUND value>1500', ''],
      ['customers owner:none', 'ae'],
      ['kunder ansvarlig:ingen segment:vip', 'a'],
      ['customers owner:U0NOBODY', ''],
    ])('%s are %j', async (words, found) => {
      expect(await numbers(words)).toBe(found);
    });

    test('the headline says whose they are, and how many', async () => {
      const { out } = await ask(['customers', 'owner:U0BERG']);
      expect(out).toContain('2 of 5 customers: looked after by U0BERG');
    });

    test('whose “mine” are, a terminal cannot know, and says what to write', async () => {
      for (const word of ['mine', 'owner:me', 'ansvarlig:mig']) {
        const { code, out, err } = await ask(['customers', word]);
        expect({ word, code, out }).toEqual({ word, code: 2, out: '' });
        expect(err).toContain('owner:U0123ABC');
      }
    });

    test('nobody is looked after by two, and a word that is nobody is refused', async () => {
      const { err } = await ask(['customers', 'owner:U0BERG', 'owner:none']);
      expect(err).toContain('“owner:none” does not go together with “owner:U0BERG”');
      expect((await ask(['customers', 'owner:berg'])).err).toContain('“owner:berg”');
    });

    test('such a list is no segment', async () => {
      const { code, err } = await ask(['customers', 'owner:U0BERG', '--save-as', 'Of Berg']);
      expect(code).not.toBe(0);
      expect(err).toContain('Save the list without owner:');
    });
  });

  test('a figure does not take what has to hold of customers', async () => {
    const { code, err } = await ask(['nps', 'orders>3', '--language', 'en']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('“orders>3”') });
  });

  test('the headline says how many of how many, and what was asked', async () => {
    const said = async (language: string, ...words: string[]) =>
      (await ask([...words, '--language', language])).out.split('\n')[0]?.replaceAll('\u00a0', ' ');
    expect(await said('en', 'customers', 'segment:vip', 'orders>1')).toBe(
      '2 of 5 customers: segment “vip”, orders 2 or more',
    );
    expect(await said('da', 'kunder', 'værdi>1000')).toBe('2 af 5 kunder: værdi over 1.000 kr.');
    expect(await said('da', 'kunder', 'kampagne:tasting', 'variant:box', 'svarede')).toBe(
      '1 af 5 kunder: kampagnen ”Spring tasting”, varianten ”Box”, svarede',
    );
    expect(await said('nb', 'kunder', 'nps<7')).toBe('1 av 5 kunder: nyeste NPS høyst 6');
  });

  describe('the whole list as a file', () => {
    test('holds no formula, is what was asked for, and is noted in the audit', async () => {
      const path = file('');
      const { code, out } = await ask(['customers', 'country:NO', '--csv', path, '--language', 'da']);
      expect({ code, out }).toEqual({ code: 0, out: `2 kunder skrevet til ${path}.\n` });
      expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
        '\ufeffnummer;navn;e-mail;land;kilde;trin;værdi DKK;ordrer;nyeste ordre;NPS',
        `b;Bo Berg;;NO;web;ambassadør;1500,00;2;${daysAgo(10)};10`,
        `d;'=1+1;;NO;web;kunde;300,00;1;${daysAgo(89)};`,
        '',
      ]);
      const { rows } = await terminal.pool.query(
        `SELECT actor, details -> 'query' ->> 'country' AS country FROM audit WHERE action = 'customers.exported'`,
      );
      expect(rows).toEqual([{ actor: 'shell', country: 'NO' }]);
    });

    test('goes with no other command, and says where it cannot be written', async () => {
      expect(await ask(['nps', '--csv', 'x.csv'])).toMatchObject({ code: 2, err: expect.stringContaining('--csv') });
      const nowhere = '/nowhere/at/all.csv';
      expect(await ask(['customers', '--csv', nowhere])).toMatchObject({
        code: 1,
        err: expect.stringContaining('ENOENT'),
      });
    });
  });

  test('a list of a campaign goes into a file, but no segment keeps itself by it', async () => {
    const path = file('');
    expect(await ask(['customers', 'campaign:tasting', 'responded', '--csv', path, '--language', 'en'])).toMatchObject({
      code: 0,
      out: `2 customers written to ${path}.\n`,
    });
    const { code, err } = await ask(['customers', 'campaign:tasting', '--save-as', 'Tasters', '--language', 'en']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('cannot ask for a campaign') });
    expect((await json(ask, 'segments')).segments).toEqual([]);
  });

  test('another rate puts customers in another order, and taken back the order is as it was', async () => {
    expect(await importing(ask, 'rates', file(`currency,date,rate\nNOK,${daysAgo(1)},0.6\n`))).toMatchObject({
      code: 0,
    });
    expect((await numbers('customers')).slice(0, 2)).toBe('ba');
    expect(await ask(['verify'])).toMatchObject({ code: 0 });
    const [{ id }] = (await terminal.pool.query(`SELECT max(id)::int AS id FROM imports`)).rows;
    expect(await ask(['import', '--undo', String(id)])).toMatchObject({ code: 0 });
    expect((await numbers('customers')).slice(0, 2)).toBe('ab');
  });

  test('verify finds a value that is not what the orders give, and mends it', async () => {
    await terminal.pool.query(`UPDATE customer_standings SET worth_minor = 7 WHERE worth_minor = 150050`);
    const { code, out } = await ask(['verify', '--language', 'en']);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('worthMinor') });
    expect(await ask(['verify', '--repair', '--yes'])).toMatchObject({ code: 0 });
    expect(await numbers('customers value>1500')).toBe('a');
  });

  test('a list that is saved as a segment is told as any other, and no tag is called the same', async () => {
    const say = async (...args: string[]) => (await ask(args)).out;
    expect(await say('customers', 'nps<9', 'last>80d', '--save-as', 'Cooling down')).toContain(
      'stays up to date by itself',
    );
    expect(await numbers('customers segment:"Cooling down"')).toBe('ac');
    expect((await json(ask, 'csat', 'segment:"Cooling down"')).part).toEqual({
      dimension: 'segment',
      value: 'Cooling down',
    });
    expect((await json(ask, 'segments')).segments).toMatchObject([{ name: 'Cooling down', count: 2, isExact: true }]);
    const tagged = file(`customer,segments\nb,"vip; cooling down"\n`);
    expect(await importing(ask, 'customers', tagged)).toMatchObject({ refused: 1 });
    const taken = await ask(['customers', 'orders>1', '--save-as', 'VIP']);
    expect(taken.err).toContain('Customers have the tag “vip” already');
    expect(await say('segments', 'Cooling', 'down', '=', 'Cold')).toContain('“Cold”');
    expect(await numbers('customers segment:cold')).toBe('ac');
    expect(await say('segments', 'remove', 'cold')).toContain('is deleted');
    expect(await ask(['verify'])).toMatchObject({ code: 0 });
  });
});

/** In the time zone of the workspace, as orders of a day are. */
function daysAgo(days: number): string {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Copenhagen' }).format(new Date());
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}
