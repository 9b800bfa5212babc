import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { type Ask, file, importing, json } from './support.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const customers =
  'customer,name,country,since\na,Anna Holm,DK,2020-01-01\nb,Bo Berg,NO,\nc,May Lund,GB,2020-01-01\nj,Jordan Ny,NO,2020-01-01\n';
const orders = 'order,customer,date,amount\n1,a,2026-01-05,100\n2,a,2026-02-05,100\n3,b,2026-02-06,100\n';
const answers = 'customer,date,kind,score\na,2026-01-05,nps,2\nb,2026-01-06,nps,10\nc,2026-02-07,nps,4\n';

const contacts =
  'campaign,variant,customer,contacted,delivered,responded\nAutumn,A,a,2026-09-05,yes,yes\nEfterår,A,b,2026-09-05,yes,no\n';

withDatabases((kind) => {
  let terminal: Terminal;
  const ask: Ask = (args) => terminal.ask(args);
  const of = (words: string, ...options: string[]) => json(ask, ...words.split(' '), ...options);
  beforeAll(async () => {
    terminal = await openTerminal(kind);
    for (const [what, content] of Object.entries({ customers, orders, feedback: answers, campaign: contacts }))
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
    ['Who do I call first?', 'followups'],
    ['Did last week get better?', 'overview last week'],
    ['Who are our prospects in Norway?', 'customers prospects country:NO'],
    ['What did unhappy customers say this month?', 'feedback unhappy this month'],
    ['Which follow-ups are mine, and which is overdue?', 'followups mine'],
    ['How much did we sell last quarter, and is that more than before?', 'revenue last quarter'],
    ['Which customers are likely to leave, and what are they worth?', 'at-risk'],
    ['What is our NPS in Denmark compared with Norway?', 'nps Denmark Norway'],
    ['Are we on the way to our target?', 'targets'],
    ['What does it cost us to win a customer, by source?', 'cac by source'],
    ['Did the autumn campaign work?', 'campaign autumn'],
    ['Who were new this month?', 'customers new this month'],
    ['Which large customers have not ordered for 90 days?', 'customers last>90d'],
    ['What is customer b-4711 worth, and who looks after them?', 'customer b-4711'],
    ['Why do customers complain (causes)?', 'feedback causes'],
    ['How good is the prediction?', 'prediction'],
    ['How did the quarter go, on one page for my manager?', 'review'],
    ['Is my import done, and what was refused?', 'import list'],
    ['How is NPS defined here, and how many answers is it from?', 'nps why'],
    ['why is Anna Holm not an ambassador?', 'customer Anna Holm'],
    ['hvem skal jeg ringe til først', 'opfølgninger'],
    ['hvordan gik sidste uge', 'overblik sidste uge'],
    ['hvorfor er Bo Berg ikke ambassadør?', 'kunde Bo Berg'],
    ['hvilke kunder er vi ved at miste', 'farezonen'],
    ['NPS i Danmark sammenlignet med Norge', 'nps land:DK land:NO'],
    ['når vi vores mål', 'mål'],
    ['hvad koster en ny kunde pr. kilde', 'anskaffelse pr. kilde'],
    ['virkede efterårskampagnen?', 'kampagne efterår'],
    ['store kunder der ikke har bestilt i 90 dage', 'kunder seneste>90d'],
    ['hvorfor klager kunderne', 'feedback årsager'],
    ['hvor god er prognosen?', 'prognose'],
    ['hvor mange kommer igen', 'genkøb'],
    ['hvor tilfredse er kunderne i Danmark', 'csat land:DK'],
    ['hvem er kritikerne vores i Norge', 'kunder kritikere land:NO'],
    ['hva skal jeg gjøre i dag', 'oppfølginger'],
    ['hva sa misfornøyde kunder denne måneden', 'tilbakemelding misfornøyde denne måneden'],
    ['hvilke kunder er i ferd med å forsvinne', 'faresonen'],
    ['hvordan gikk kvartalet', 'kvartalsgjennomgang'],
    ['hvor mye solgte vi forrige kvartal', 'omsetning forrige kvartal'],
    ['hvordan regnes NPS ut', 'nps hvorfor'],
    ['er importen ferdig', 'importer liste'],
    ['går det bedre?', 'oversikt'],
    ["who's unhappy in Denmark?", 'feedback unhappy country:DK'],
    ['what’s our churn this year?', 'churn this year'],
    ["show me big customers we haven't heard from", 'customers lapsed'],
    ['hvor mange ambassadører fik vi i oktober?', 'stige oktober'],
    ['who became ambassadors in October?', 'ladder October'],
    ['hvad synes kunderne om os?', 'feedback'],
    ['what do people who are prospects say?', 'feedback rung:prospect'],
    ['what did people complain about in October?', 'feedback causes October'],
    ['hva mener partnerne våre?', 'tilbakemelding partnere'],
    ['hva er kundene våre verdt?', 'clv'],
    ['hvor lenge blir kundene?', 'kohorter'],
    ['which source brings the best customers?', 'clv by source'],
    ['hvilke land går det dårligst i?', 'nps by country'],
    ['hvem svarte sist?', 'tilbakemelding'],
    ['how many people answered the survey last month?', 'feedback last month'],
    ['er der noget der haster?', 'opfølgninger'],
    ['which customers should I thank?', 'customers promoters'],
  ])('the question “%s” is answered as “%s” is', async (said, inFull) => {
    expect(await of(said)).toEqual(await of(inFull));
  });

  test('who is asked about by name or number alone is told of', async () => {
    expect(await of('Holm')).toEqual(await of('customer Holm'));
    expect(await of('b-4711')).toEqual(await of('customer b-4711'));
  });

  test.each([
    ['Who are our tallest prospects in Norway?', 'customers prospects in Norway'],
    ['hvad siger utilfredse grossister denne måned', 'feedback utilfredse denne måned'],
    ['ambasadors Norway please and coffee', 'customers ambassadors Norway'],
    ['ambassadors not in Norway', 'customers ambassadors in Norway'],
  ])(
    '“%s”, of which something was left over, is asked back as one press, “%s”, which is answered',
    async (said, meant) => {
      const { code, err } = await ask([...said.split(' '), '--language', 'en']);
      expect({ code, err }).toEqual({
        code: 2,
        err: `I did not understand all of that. Did you mean "${meant}"?\n`,
      });
      await of(meant);
    },
  );

  test.each([
    ['da', 'hvem har vi mistet i år?', 'kunder frafaldne'],
    ['nb', 'hvem har vi mistet i år?', 'kunder frafalne'],
    ['da', 'hvilke kunder skal jeg takke for gaven?', 'kunder fortalere'],
  ])('what is asked back in %s is said in its words', async (language, said, meant) => {
    expect((await ask([...said.split(' '), '--language', language])).err).toContain(`"${meant}"`);
  });

  test('several parts of what a figure is told by stand side by side, and of what it is not are refused', async () => {
    const rows = async (words: string) =>
      ((await of(words)) as { parts: { part: { value: string } }[] }).parts.map(({ part }) => part.value).toSorted();
    expect(await rows('nps Denmark Norway 2026')).toEqual(['DK', 'NO']);
    expect(await rows('nps by country Denmark Norway 2026')).toEqual(['DK', 'NO']);
    expect((await ask(['customers', 'Denmark', 'Norway', '--language', 'en'])).err).toContain('only one of its kind');
    expect((await ask(['nps', 'trend', 'Denmark', 'Norway', '--language', 'en'])).err).toContain('one part at a time');
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
