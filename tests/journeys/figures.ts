import { beforeAll, describe, expect, test } from 'vitest';
import { conversationOf, nordlys, until } from '../support/sandbox.ts';
import { bringIn } from './company.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

type Asked = readonly [words: string, ...shown: string[]];

/** The same answers in the language of who asks: what is typed, and what stands in the answer. */
const inEnglish: readonly Asked[] = [
  ['', '9 on the ladder', '*NPS* +50', '*CSAT* 66.7%', '*Repeat purchase rate* 50%', 'DKK 5,300'],
  ['ladder', '*0* partners', '*1* ambassador', '*2* repeat customers', '*5* customers', '*1* prospect'],
  ['stages', '4 climbed', '1 came down'],
  ['nps 30', 'NPS: +40', '5 answers', '95% interval −30 to +80', 'Indicative only'],
  ['nps', 'NPS: +50', '6 answers', 'Too little in the 90 days before to compare with (1 answer).'],
  ['nps 365', 'NPS: +43', '7 answers'],
  ['nps by rung', 'NPS by rung', 'Customers\nnot enough data (4 answers)', 'Total\n+50 (indicative)'],
  ['referral by rung', 'I do not understand “by rung” after'],
  ['nps country:XX', 'Country: nothing is known by “XX”'],
  ['csat', 'CSAT: 66.7%', 'Average 3.8 of 5.'],
  ['repeat 30', 'Repeat purchase rate: 40%'],
  ['repeat', 'Repeat purchase rate: 50%', '6 customers'],
  ['repeat 365', 'Repeat purchase rate: 42.9%', '7 customers'],
  ['followups', 'No follow-ups to do.'],
  ['help', 'What you can type', '`/loyalty ladder`'],
  ['laddr', 'is not a word I know. Did you mean `/loyalty ladder`?'],
];
const inDanish: readonly Asked[] = [
  ['', '9 på stigen', '*NPS* +50', '*CSAT* 66,7 %', '*Genkøbsrate* 50 %', '5.300 kr.'],
  ['stige', '*0* partnere', '*1* ambassadør', '*2* tilbagevendende kunder', '*5* kunder', '*1* potentiel kunde'],
  ['trin', '4 rykkede op', '1 rykkede ned'],
  ['nps 30', 'NPS: +40', '5 svar', 'Kun vejledende'],
  ['nps 365', 'NPS: +43'],
  ['nps 90 pr. trin', 'NPS pr. trin', 'Kunder\nikke nok data (4 svar)', 'I alt\n+50 (vejledende)'],
  ['anbefalinger pr. trin', 'Jeg forstår ikke ”pr. trin” efter'],
  ['tilfredshed', 'CSAT: 66,7 %', 'Gennemsnit 3,8 af 5.'],
  ['genkøb 365', 'Genkøbsrate: 42,9 %'],
  ['opfølgninger', 'Der er ingen opfølgninger at tage fat på.'],
  ['hjælp', 'Det kan du skrive', '`/loyalty stige`'],
  ['kundr', 'er ikke et ord, jeg kender. Mente du `/loyalty kunde`?'],
];
const inNorwegian: readonly Asked[] = [
  ['', '9 på stigen', '*NPS* +50', '*CSAT* 66,7 %', '*Gjenkjøpsrate* 50 %', '5 300 DKK'],
  ['stige', '*1* ambassadør', '*2* tilbakevendende kunder', '*1* potensiell kunde'],
  ['trinn', '4 rykket opp'],
  ['nps 30', 'NPS: +40', 'Bare veiledende'],
  ['nps per trinn', 'NPS per trinn', 'Totalt\n+50 (veiledende)'],
  ['anbefalinger per trinn', 'Jeg forstår ikke «per trinn» etter'],
  ['tilfredshet', 'CSAT: 66,7 %'],
  ['gjenkjøp 365', 'Gjenkjøpsrate: 42,9 %'],
  ['oppfølginger', 'Det er ingen oppfølginger å ta tak i.'],
  ['hjelp', 'Dette kan du skrive'],
  ['gjenkjop 90', 'Gjenkjøpsrate: 50 %'],
  ['oppfolgning', 'er ikke et ord jeg kjenner. Mente du `/loyalty oppfølginger`?'],
];

/** Asking for figures, each in one's own language. */
export function figureJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);

  test('on the first day there is nothing yet, and everybody is told so in their own language', async () => {
    expect(wordsOf(await as(nordlys.emily).types(''))).toContain('No customers yet');
    expect(wordsOf(await as(nordlys.astrid).types(''))).toContain('Ingen kunder endnu');
    expect(wordsOf(await as(nordlys.jonas).types(''))).toContain('Ingen kunder ennå');
  });

  describe('once the customers are in', () => {
    beforeAll(() => bringIn(office()));

    test.each([
      ['Emily', 'English', nordlys.emily, inEnglish],
      ['Astrid', 'Danish', nordlys.astrid, inDanish],
      ['Jonas', 'Norwegian', nordlys.jonas, inNorwegian],
    ])('%s types words in %s and reads the answers in it', async (_, _language, id, asked) => {
      for (const [typed, ...shown] of asked) {
        const answer = wordsOf(await as(id).types(typed));
        for (const part of shown) expect(answer, typed).toContain(part);
      }
    });

    test('the words of the other languages are understood, and answered in one’s own', async () => {
      expect(wordsOf(await as(nordlys.emily).types('genkøbsrate'))).toContain('Repeat purchase rate: 50%');
      expect(wordsOf(await as(nordlys.astrid).types('ladder'))).toContain('9 på stigen');
    });

    test('a word that is none has the right one as a button, and help has all commands behind one', async () => {
      const jonas = as(nordlys.jonas);
      const wrong = await jonas.types('npss 30');
      expect(labelsOf(wrong)).toEqual(['nps 30']);
      expect(wordsOf(await jonas.pressesAndReads(wrong, 'nps 30'))).toContain('NPS: +40');
      const all = await jonas.pressesAndOpens(await jonas.types('hjelp'), 'Alle kommandoer');
      expect(all.title).toBe('Alle kommandoer');
      expect(JSON.stringify(all)).toContain('/loyalty kohorter');
      await jonas.closes(all);
    });

    test('behind the ladder is who moved, and behind a table of parts the rest of it', async () => {
      const astrid = as(nordlys.astrid);
      const moved = await astrid.pressesAndOpens(await astrid.types('stige'), 'Hvem rykkede');
      expect(moved.title).toBe('Hvem rykkede');
      expect(wordsOf(moved)).toMatch(/5 nye på stigen[\s\S]*3 × kunde → tilbagevendende kunde/);
      await astrid.closes(moved);
    });

    test('behind a number is the list of who they are, and behind a line the customer’s card', async () => {
      const emily = as(nordlys.emily);
      const list = await emily.picksAndReads(await emily.types('ladder'), '1 ambassador');
      expect(wordsOf(list)).toContain('1 of 9 customers: ambassadors');
      expect(labelsOf(list)).toEqual([]);
      expect(wordsOf(await emily.picksAndReads(list, 'Gunnar Åse'))).toContain('Ambassador since');
      const detractors = await emily.pressesAndReads(await emily.types('nps country:DK'), 'What detractors say');
      expect(wordsOf(detractors)).toMatch(/^1 of \d NPS answers: detractors, Denmark, /);
      expect(wordsOf(await emily.types('customers orders > 1 value<1000'))).toContain('2 of 9 customers');
      expect(wordsOf(await emily.types('customers mine country:DK'))).toContain('Denmark, looked after by ');
    });

    test('a list can be sorted, by days and numbers as what they are', async () => {
      const { blocks } = await as(nordlys.emily).types('customers country:DK');
      const table = JSON.stringify(blocks.find(({ type }) => type === 'data_table'));
      expect(table).toMatch(/"type":"raw_number","value":20\d{6},"text":"\d+.\w+.20\d\d"/);
    });

    test('what customers said is read page by page, and in full at a press', async () => {
      const emily = as(nordlys.emily);
      const unhappy = await emily.types('feedback unhappy kind:csat');
      expect(wordsOf(unhappy)).toContain('2 of 6 CSAT answers: unhappy customers');
      expect(wordsOf(unhappy)).not.toContain('hvor den blev af');
      const whole = await emily.pressesAndOpens(unhappy, 'Read in full');
      expect(wordsOf(whole)).toContain('hvor den blev af');
      await emily.closes(whole);
      const all = await emily.types('feedback list');
      expect(wordsOf(await emily.pressesAndReads(all, 'Show more'))).toMatch(/answers \(6–10\)/);
      const causes = await emily.types('feedback causes');
      expect(wordsOf(await emily.pressesAndReads(causes, 'What they said'))).toMatch(/answers: unhappy customers/);
    });

    test.each([
      ['kunder land:NO', 'customers', 5, 'K7;Gunnar Åse;gunnar@example.com;NO;;ambassadør;1900,00;2;'],
      ['tilbagemeldinger slags:anmeldelse', 'feedback', 3, ';anmeldelse;5;Anbefales;K7;Gunnar Åse;;'],
    ])(
      'an admin has %s as a file in their conversation with the app, where nobody else sees it',
      async (typed, named, lines, line) => {
        const astrid = as(nordlys.astrid);
        const list = await astrid.types(typed);
        await astrid.pressesAndReads(list, 'Hent som fil');
        const [file] = await until(
          async () => {
            const messages = await conversationOf(office().sandbox, nordlys.astrid);
            const files = messages === '' ? [] : (await astrid.sees(messages)).flatMap((one) => one.files);
            return files.filter(({ name }) => name.startsWith(`${named}-`) && name.endsWith('.csv'));
          },
          (found) => found.length > 0,
        );
        const text = await (await fetch(`${office().sandbox.url}${file?.url}`)).text();
        expect(text.split('\r\n')).toHaveLength(lines);
        expect(text).toContain(line);
      },
    );

    test('a list is saved as a segment, which keeps itself and is used as any other', async () => {
      const astrid = as(nordlys.astrid);
      const list = await astrid.types('kunder land:NO');
      const form = await astrid.pressesAndOpens(list, 'Gem som segment');
      expect(wordsOf(form)).toContain('Regel: \nNorge');
      const refused = await astrid.submits(form, { name: 'Nord; Syd' });
      expect(refused?.errors.name).toContain('Skriv ét navn');
      await astrid.submits(form, { name: 'Nordmænd' });
      const saved = await until(astrid.modal, (view) => view !== undefined && wordsOf(view).includes('Nordmænd'));
      expect(saved && wordsOf(saved)).toContain('Segmentet ”Nordmænd” er gemt og holder sig selv ajour.');
      if (saved) await astrid.closes(saved);
      expect(wordsOf(await astrid.types('kunder segment:nordmænd'))).toMatch(
        /3 af 9 kunder, .+ til nu: segmentet ”Nordmænd”/,
      );
      expect(wordsOf(await astrid.types('nps segment:nordmænd'))).toContain('NPS, Nordmænd');
      const all = await astrid.types('segmenter');
      expect(wordsOf(all)).toContain('1 segment holder sig selv ajour');
      expect(wordsOf(await astrid.picksAndReads(all, 'Nordmænd'))).toContain('3 af 9 kunder');
      expect(wordsOf(await astrid.types('segmenter fjern nordmænd'))).toContain('er slettet');
    });

    test('the ladder comes as a picture, too, in the messages with the app, where who asked surely sees it', async () => {
      const emily = as(nordlys.emily);
      await emily.types('ladder', nordlys.kundeservice);
      const [picture] = await until(
        async () => {
          const messages = await conversationOf(office().sandbox, nordlys.emily);
          return messages === '' ? [] : (await emily.sees(messages)).filter(({ files }) => files.length > 0);
        },
        (found) => found.length > 0,
      );
      expect(picture?.text).toContain('9 on the ladder');
      const response = await fetch(`${office().sandbox.url}${picture?.files[0]?.url}`);
      expect(response.headers.get('content-type')).toBe('image/png');
    });

    test('a customer is found by name, e-mail and number, with the rung and why', async () => {
      for (const typed of ['customer Anna', 'customer anna@example.com', 'customer K1', 'kunde sørensen']) {
        const card = wordsOf(await as(nordlys.emily).types(typed));
        expect(card, typed).toContain('Anna Sørensen · K1');
        expect(card, typed).toContain('Repeat customer since');
        expect(card, typed).toContain('anna@example.com');
      }
      const why = await as(nordlys.emily).pressesAndOpens(
        await as(nordlys.emily).types('customer K1'),
        'Why this rung?',
      );
      expect(wordsOf(why)).toContain('Orders on 2 different days');
      expect(wordsOf(why)).toContain('Newest NPS answer 9.');
      await as(nordlys.emily).closes(why);
    });

    test('of several customers with one name, the one that is meant is shown in place of the list', async () => {
      const list = await as(nordlys.jonas).types('kunde hansen');
      expect(wordsOf(list)).toContain('Hanne Hansen · K8');
      expect(wordsOf(list)).toContain('Ida Hansen · K9');
      const shown = await as(nordlys.jonas).pressesAndReads(list, 'Vis');
      expect(shown.ts).toBe(list.ts);
      expect(wordsOf(shown)).toContain('Hanne Hansen · K8');
    });

    test('only who asks sees the answer', async () => {
      const answer = await as(nordlys.astrid).types('nps', nordlys.kundeservice);
      expect(answer.ephemeral).toBe(true);
      for (const other of [nordlys.jonas, nordlys.mads]) {
        expect(timesOf(await as(other).sees(nordlys.kundeservice))).not.toContain(answer.ts);
      }
    });

    test('Share to channel posts the answer exactly once, however often it is delivered', async () => {
      const answer = await as(nordlys.emily).types('nps 30');
      await office().under({ seed: 3, rates: { duplicate: 1 } }, async () => {
        const told = await as(nordlys.emily).pressesAndReads(answer, 'Share to channel');
        expect(wordsOf(told)).toContain(`Shared in <#${nordlys.general}>.`);
      });
      const posted = async () =>
        (await as(nordlys.jonas).sees(nordlys.general)).filter(({ ephemeral }) => !ephemeral).map(wordsOf);
      expect(await until(posted, (list) => list.length > 0)).toEqual([expect.stringContaining('NPS: +40')]);
      await office().holds(shared, [{ status: 'sent' }]);
      expect(await posted()).toHaveLength(1);
    });

    test('a month or year is shared as it was answered', async () => {
      const answer = await as(nordlys.emily).types('csat i år');
      const [said = ''] = wordsOf(answer).split('\nShare to channel');
      expect(said).toMatch(/^CSAT: \d.*%\n\d+ answers/);
      await as(nordlys.emily).pressesAndReads(answer, 'Share to channel');
      const posted = async () =>
        (await as(nordlys.jonas).sees(nordlys.general)).filter(({ ephemeral }) => !ephemeral).map(wordsOf);
      await until(posted, (list) => list.some((words) => words.includes(said)));
    });

    test('cards of customers are not for a whole channel', async () => {
      expect(labelsOf(await as(nordlys.emily).types('customer K1'))).not.toContain('Share to channel');
      expect(labelsOf(await as(nordlys.emily).types('nps'))).toContain('Share to channel');
    });

    test('guests get nothing but a word why', async () => {
      for (const typed of ['', 'nps', 'customer K1', 'followups', 'help']) {
        const answer = await as(nordlys.guest).types(typed, nordlys.kundeservice);
        expect(wordsOf(answer)).toBe('Loyalty Ladder er for medlemmer af dette workspace, ikke for gæster.');
      }
    });

    test('a plain member may neither import nor set digests', async () => {
      for (const typed of ['import', 'digest now', 'digest settings']) {
        expect(wordsOf(await as(nordlys.emily).types(typed)), typed).toContain(
          'Only admins and customer ambassadors of Loyalty Ladder can do this.',
        );
      }
      const [emily, astrid] = [as(nordlys.emily), as(nordlys.astrid)];
      const seen = await emily.pressesAndReads(await emily.types('customer K1'), 'Show more');
      expect(labelsOf(seen)).not.toContain('Set the rung by hand');
      const managed = await astrid.pressesAndReads(await astrid.types('kunde K1'), 'Vis mere');
      expect(labelsOf(managed)).toContain('Sæt trinnet manuelt');
    });
  });
}

const shared = `SELECT status FROM outbox WHERE subject LIKE 'shared:%' ORDER BY id LIMIT 1`;

const timesOf = (messages: readonly { readonly ts: string }[]) => messages.map(({ ts }) => ts);
