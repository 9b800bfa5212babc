import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const customers =
  'customer,name,country,since\na,Anna Holm,DK,2020-01-01\nb,Bo Berg,NO,\nc,May Lund,GB,2020-01-01\nj,Jordan Ny,NO,2020-01-01\n';
const orders = 'order,customer,date,amount\n1,a,2026-01-05,100\n2,a,2026-02-05,100\n3,b,2026-02-06,100\n';
const answers = 'customer,date,kind,score\na,2026-01-05,nps,2\nb,2026-01-06,nps,10\nc,2026-02-07,nps,4\n';

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  const of = (words: string, ...options: string[]) => json(ask, ...words.split(' '), ...options);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    for (const [what, content] of Object.entries({ customers, orders, feedback: answers }))
      expect(await importing(ask, what, file(content))).toMatchObject({ code: 0, refused: 0 });
  });
  afterAll(() => terminal.close());

  test.each([
    ['prospects', 'customers prospects'],
    ['Norway', 'customers country:NO'],
    ['Norge', 'customers country:NO'],
    ['i Norge', 'kunder land:NO'],
    ['customers in United Kingdom', 'customers country:GB'],
    ['UK', 'customers country:GB'],
    ['prospects from Storbritannien', 'customers prospects country:GB'],
    ['country DK', 'customers country:DK'],
    ['new customers', 'customers new'],
    ['nye kunder', 'customers new'],
    ['repeat customers', 'customers rung:repeat'],
    ['tilbagevendende kunder', 'customers rung:repeat'],
    ['detractors', 'customers detractors'],
    ['detractors 2026-01', 'feedback detractors 2026-01'],
    ['unhappy i Danmark', 'feedback unhappy country:DK'],
    ['anmeldelser', 'feedback kind:review'],
    ['last year nps', 'nps last year'],
    ['last year', 'overview last year'],
    ['nps Denmark 2026', 'nps country:DK 2026'],
    ['nps i Norge i januar 2026', 'nps country:NO 2026-01'],
    ['nps NO', 'nps country:NO'],
    ['clv Norway', 'clv country:NO'],
    ['nps last 7 days', 'nps --window 7'],
    ['nps 14 dage', 'nps --window 14'],
  ])('“%s” is “%s”', async (said, inFull) => {
    expect(await of(said)).toEqual(await of(inFull));
  });

  test.each([
    ['Who are our prospects in Norway?', 'customers prospects in Norway'],
    ['hvem er kritikerne vores i Norge', 'customers kritikere i Norge'],
    ['What did unhappy customers say this month?', 'feedback unhappy this month'],
    ['hvad siger utilfredse kunder denne måned', 'feedback utilfredse denne måned'],
    ['Did last week get better?', 'overview last week'],
    ['How much did we sell last quarter, and is that more than before?', 'revenue last quarter'],
    ['What is our NPS in Denmark compared with Norway?', 'nps in Denmark'],
    ['Which follow-ups are mine?', 'followups mine'],
    ['Who were new this month?', 'customers new this month'],
    ['ambasadors Norway', 'customers ambassadors Norway'],
    ['detracters 2026-01', 'feedback detractors 2026-01'],
    ['Are we on the way to our target?', 'target'],
  ])('“%s” is asked back as one press, “%s”, which is answered', async (said, meant) => {
    const { code, err } = await ask([...said.split(' '), '--language', 'en']);
    const offered = meant.replace(/^overview /, '');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`Did you mean "${offered}"?`) });
    await of(meant);
  });

  test('who is called as a country is, is found by that name', async () => {
    expect(await of('clv Jordan')).toMatchObject({ customer: { externalId: 'j' } });
  });

  test('a number alone is asked back, with the one thing to type', async () => {
    const said = async (language: string, ...words: string[]) => (await ask([...words, '--language', language])).err;
    expect(await said('en', 'nps', '7')).toBe(
      'I do not understand “7” after "nps". For a period of 7 days, type "nps 7 days".\n',
    );
    expect(await said('da', 'nps', '7')).toBe(
      'Jeg forstår ikke ”7” efter "nps". Mener du 7 dage, så skriv "nps 7 dage".\n',
    );
    expect(await said('nb', 'nps', '7')).toContain('skriv "nps 7 dager"');
    expect(await said('en', 'nps', '7', 'Norway')).toContain('type "nps 7 days Norway"');
  });

  test('a word with a slip in it is asked back as it was meant', async () => {
    const said = async (...words: string[]) => (await ask([...words, '--language', 'en'])).err;
    expect(await said('customers', 'ambasadors', 'country:NO')).toBe(
      'I do not understand “ambasadors” after "customers". Did you mean "customers ambassadors country:NO"?\n',
    );
    expect(await said('nps', 'Norwey')).toContain('Did you mean "nps Norway"?');
    expect(await said('feedback', 'detracters', 'month')).toContain('Did you mean "feedback detractors month"?');
    expect(await said('customers', 'detractors', '2026-01')).toContain('Did you mean "feedback detractors 2026-01"?');
    // What no figure takes is not offered.
    expect(await said('nps', 'ambasadors')).toContain('What may follow');
  });

  test('an option that is not for what is meant is refused there, too', async () => {
    expect(await ask(['Norway', '--score', '3', '--language', 'en'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--score'),
    });
  });

  test('a country without customers is refused by its name, with those that there are', async () => {
    const { code, err } = await ask(['Brazil', '--language', 'en']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Country: nothing is known by “Brazil”. There are: Denmark, United Kingdom, Norway.\n',
    });
  });
});
