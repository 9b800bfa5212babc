import { expect, test } from 'vitest';
import { nordlys } from '../support/sandbox.ts';
import type { Office } from './office.ts';
import { person, wordsOf } from './person.ts';

/** What is settled in modals. */
export function settingsJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);

  test('what cannot be is told under its field, and nothing is saved', async () => {
    const astrid = as(nordlys.astrid);
    const form = await astrid.opens('settings');
    const refused = await astrid.submits(form, { currency: 'XYZ', 'time-zone': 'Europe/Nowhere', admins: [] });
    expect(refused?.errors).toMatchObject({ admins: expect.any(String) });
    const again = await astrid.submits(form, { currency: 'XYZ', 'time-zone': 'Europe/Nowhere' });
    expect(Object.keys(again?.errors ?? {}).sort()).toEqual(['currency', 'time-zone']);
    const zone = await astrid.submits(form, { 'time-zone': 'Europe/Oslo' });
    expect(zone?.errors['time-zone']).toContain('Europe/Copenhagen');
    await astrid.closes(form);
  });

  test('Astrid, who runs the workspace, chooses the alert channel, its language and who else may', async () => {
    const astrid = as(nordlys.astrid);
    const form = await astrid.opens('indstillinger');
    expect(form.title).toBe('Indstillinger');
    const told = await astrid.submits(form, {
      locale: 'da',
      'alert-channel': nordlys.alarm,
      stewards: [nordlys.jonas],
    });
    expect(told && wordsOf(told)).toBe('Indstillingerne er gemt.');
    expect(told && (await astrid.closes(told)).ok).toBe(true);
    await office().holds(settled, [
      {
        locale: 'da',
        currency: 'DKK',
        time_zone: 'Europe/Copenhagen',
        alert_channel_id: nordlys.alarm,
        admins: [nordlys.astrid],
        stewards: [nordlys.jonas],
      },
    ]);
  });

  test('two who change settings at once: what only one touched is kept, and what both did is told in the form', async () => {
    const [astrid, jonas] = [as(nordlys.astrid), as(nordlys.jonas)];
    const [one, other] = [await astrid.opens('settings'), await jonas.opens('settings')];
    const first = await astrid.submits(one, { currency: 'EUR' });
    if (first) await astrid.closes(first);
    const refused = await jonas.submits(other, { currency: 'SEK', 'name-style': 'id' });
    expect(refused?.errors).toEqual({
      currency: expect.stringContaining('Noen endret dette mens skjemaet ditt var åpent'),
    });
    // What both want alike is no conflict.
    const second = await jonas.submits(other, { currency: 'EUR', 'name-style': 'id' });
    expect(second && wordsOf(second)).toBe('Innstillingene er lagret.');
    if (second) await jonas.closes(second);
    const back = await astrid.opens('settings');
    const stale = await jonas.opens('settings');
    const restored = await astrid.submits(back, { currency: 'DKK', 'name-style': 'full' });
    if (restored) await astrid.closes(restored);
    // Jonas touches nothing, and undoes nothing.
    const untouched = await jonas.submits(stale, {});
    if (untouched) await jonas.closes(untouched);
    await office().holds('SELECT currency, name_style FROM settings', [{ currency: 'DKK', name_style: 'full' }]);
  });

  test('a plain member sets only their own language, which then comes before Slack’s', async () => {
    const emily = as(nordlys.emily);
    const form = await emily.opens('settings');
    expect(form.blocks.flatMap(({ type, block_id: id }) => (type === 'input' ? [id] : []))).toEqual(['own-locale']);
    const told = await emily.submits(form, { 'own-locale': 'nb' });
    expect(told && wordsOf(told)).toBe('Innstillingene er lagret.');
    if (told) await emily.closes(told);
    expect(wordsOf(await emily.types('repeat'))).toContain('Gjenkjøpsrate');

    const back = await emily.opens('settings');
    const followed = await emily.submits(back, { 'own-locale': 'follow' });
    if (followed) await emily.closes(followed);
    expect(wordsOf(await emily.types('repeat'))).toContain('Repeat purchase rate');
  });

  test('Jonas, a customer ambassador now, sets a rung by hand; the card says who did, why and until when', async () => {
    const jonas = as(nordlys.jonas);
    const card = await jonas.pressesAndReads(await jonas.types('kunde K9'), 'Vis mer');
    const form = await jonas.pressesAndOpens(card, 'Sett trinnet manuelt');
    await office().under({ seed: 5, rates: { duplicate: 1 } }, async () => {
      const told = await jonas.submits(form, { rung: 'partner', reason: 'Rammeavtale 2026', until: '2099-01-01' });
      expect(told && wordsOf(told)).toContain('Ida Hansen er partner til 1. januar 2099');
      if (told) await jonas.closes(told);
    });
    const emily = as(nordlys.emily);
    const shown = await emily.types('customer K9');
    expect(wordsOf(shown)).toContain('Partner since');
    const why = await emily.pressesAndOpens(shown, 'Why this rung?');
    expect(wordsOf(why)).toContain('Rammeavtale 2026');
    expect(wordsOf(why)).toContain(nordlys.jonas);
    await emily.closes(why);
    expect(wordsOf(await as(nordlys.emily).types('ladder'))).toContain('*1* partner');
    await office().holds(pins, [{ rung: 'partner', author_id: nordlys.jonas, reason: 'Rammeavtale 2026' }]);
  });

  test('and lets the rules decide again', async () => {
    const jonas = as(nordlys.jonas);
    const card = await jonas.pressesAndReads(await jonas.types('kunde K9'), 'Vis mer');
    const told = await jonas.pressesAndReads(card, 'Følg reglene igjen');
    expect(wordsOf(told)).toContain('Ida Hansen følger reglene igjen: kunde.');
    expect(wordsOf(await as(nordlys.emily).types('ladder'))).toContain('*0* partners');
  });
}

const settled = `
  SELECT locale, currency, time_zone, alert_channel_id,
    (SELECT array_agg(id) FROM members WHERE role = 'admin') AS admins,
    (SELECT array_agg(id) FROM members WHERE role = 'steward') AS stewards
  FROM settings`;
const pins = `SELECT rung::text, author_id, reason FROM pins WHERE reason LIKE 'Rammeavtale%'`;
