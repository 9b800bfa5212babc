import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import { dayBefore } from './company.ts';
import { handOver } from './imports.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

/** How customers were won, at what cost, and how a campaign did. */
export function acquisitionJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const jonas = () => as(nordlys.jonas);
  const more = async (typed: string) => jonas().pressesAndReads(await jonas().types(typed), 'Vis mer');

  test('Jonas puts a customer into segments, and everybody sees them on the card', async () => {
    const card = await jonas().types('kunde K8');
    const form = await jonas().pressesAndOpens(card, 'Rediger');
    const refused = await jonas().submits(form, { segments: 'VIP; Oslo', source: 'Messe', cost: 'mye', years: '2,5' });
    expect(refused?.callbackId).toBe('customer.edit');
    const saved = await jonas().submits(form, {
      segments: 'VIP; Oslo',
      source: 'Messe',
      cost: '1 200,50',
      years: '2,5',
    });
    expect(saved && wordsOf(saved)).toContain('Hanne Hansen er lagret');
    if (saved) await jonas().closes(saved);
    const more = await as(nordlys.emily).pressesAndReads(await as(nordlys.emily).types('customer K8'), 'Show more');
    const shown = wordsOf(more);
    expect(shown).toContain('Oslo and VIP');
    expect(shown).toMatch(/came through Messe/i);
    expect(shown).toMatch(/1,200\.50.*2\.5 years/);
    await office().holds(`SELECT source, relationship_years, cost_minor::int FROM customers WHERE external_id = 'K8'`, [
      { source: 'Messe', relationship_years: 2.5, cost_minor: 120_050 },
    ]);
  });

  test('a member who is neither admin nor customer ambassador finds nothing to change there', async () => {
    expect(labelsOf(await as(nordlys.emily).types('customer K8'))).not.toContain('Edit');
  });

  test('who is not found can be made a customer, with who looks after them; the card shows it to all', async () => {
    const none = await jonas().types('kunde Zoe Berg');
    expect(labelsOf(none)).toEqual(['Ny kunde']);
    expect(labelsOf(await as(nordlys.emily).types('customer Zoe Berg'))).toEqual([]);
    const form = await jonas().pressesAndOpens(none, 'Ny kunde');
    const refused = await jonas().submits(form, { name: 'Zoe Berg', number: 'K8' });
    expect(refused?.callbackId).toBe('customer.make');
    await office().under({ seed: 5, rates: { duplicate: 1 } }, async () => {
      const entries = { name: 'Zoe Berg', number: 'K77', email: 'zoe@berg.no', owner: [nordlys.jonas] };
      const made = await jonas().submits(form, entries);
      expect(made && wordsOf(made)).toContain('Zoe Berg er opprettet som kunde.');
      if (made) await jonas().closes(made);
    });
    const card = wordsOf(await as(nordlys.emily).types('customer zoe@berg.no'));
    expect(card).toContain('Zoe Berg · K77');
    expect(card).toContain(nordlys.jonas);
    await office().holds(`SELECT name, owner_id FROM customers WHERE external_id = 'K77'`, [
      { name: 'Zoe Berg', owner_id: nordlys.jonas },
    ]);
  });

  test('a recommendation that won nobody is noted once, even when it is sent twice', async () => {
    const form = await jonas().pressesAndOpens(await more('kunde K5'), 'Noter en anbefaling');
    await office().under({ seed: 5, rates: { duplicate: 1 } }, async () => {
      const noted = await jonas().submits(form, { outcome: 'lost', value: '240' });
      if (noted) await jonas().closes(noted);
    });
    await until(
      async () => wordsOf(await more('kunde K5')),
      (card) => card.includes('Anbefalinger uten resultat: 1'),
    );
    await office().holds(`SELECT value_minor::int, currency FROM lost_recommendations`, [
      { value_minor: 24_000, currency: 'DKK' },
    ]);
  });

  test('a rate is missed, entered, listed and taken back', async () => {
    const list = await jonas().types('kurser');
    const form = await jonas().pressesAndOpens(list, 'Legg til en kurs');
    const saved = await jonas().submits(form, { currency: 'eur', rate: '7,4605' });
    if (saved) await jonas().closes(saved);
    const listed = await jonas().types('kurser');
    expect(wordsOf(listed)).toContain('1 EUR = 7,4605 DKK');
    expect(wordsOf(await jonas().pressesAndReads(listed, 'Fjern'))).not.toContain('7,4605');
  });

  test('a campaign comes in by a file, and tells how each variant did', async () => {
    const file = [
      'kampanje;variant;kunde;sendt;levert;svart',
      ...['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9'].map(
        (customer, i) => `Høst;${i < 5 ? 'A' : 'B'};${customer};${dayBefore(9)};ja;${i % 3 === 0 ? 'ja' : ''}`,
      ),
      '',
    ].join('\r\n');
    const preview = await handOver(office(), 'kampanje.csv', file);
    expect(wordsOf(preview)).toContain('Kampanje: hvem den nådde');
    const told = await jonas().submits(preview, {});
    if (told) await jonas().closes(told);
    await until(
      async () => wordsOf(await as(nordlys.emily).types('campaign høst')),
      (words) => words.includes('40%: 2 of 5 responded') && words.includes('33.3%: 3 of 9 responded'),
    );
    const who = await jonas().pressesAndReads(await jonas().types('kampanje høst'), 'Vis dem som svarte');
    expect(wordsOf(who)).toContain('kampanjen «Høst», svarte');
    expect(labelsOf(who)).toContain('Hent som fil');
    expect(labelsOf(who)).not.toContain('Lagre som segment');
    const { out } = await office().shell('campaign', 'høst', '--json');
    expect(JSON.parse(out)).toMatchObject({ campaign: 'Høst', total: { contacted: 9, delivered: 9, responded: 3 } });
  });
}
