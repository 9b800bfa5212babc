import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import type { Office } from './office.ts';
import { person, wordsOf } from './person.ts';

/** What a channel is told regularly. */
export function digestJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const astrid = () => as(nordlys.astrid);
  const posts = async (channel: string) => (await astrid().sees(channel)).filter(({ ephemeral }) => !ephemeral);

  test('what cannot be understood is told under its field', async () => {
    const form = await astrid().opens('opsummering indstillinger', nordlys.kundeservice);
    const refused = await astrid().submits(form, { when: 'når det passer', 'time-zone': 'Mars/Olympus' });
    expect(Object.keys(refused?.errors ?? {}).sort()).toEqual(['time-zone', 'when']);
    await astrid().closes(form);
  });

  test('Astrid chooses when the channel’s digest comes, in which language and with what; the app joins the channel', async () => {
    const form = await astrid().opens('opsummering indstillinger', nordlys.kundeservice);
    await office().under({ seed: 31, rates: { duplicate: 1 } }, async () => {
      const preview = await astrid().submits(form, {
        when: 'mandage 9.00',
        locale: 'nb',
        sections: ['figures', 'voices'],
      });
      expect(preview && wordsOf(preview)).toContain('Beste kaffen i Bergen');
      // Nothing is kept before it is switched on.
      expect(await office().look(async (pool) => (await pool.query(schedules)).rows)).toEqual([]);
      const told = preview && (await astrid().submits(preview, {}));
      expect(told && wordsOf(told)).toContain(`Opsummeringen til <#${nordlys.kundeservice}> er gemt.`);
      if (told) await astrid().closes(told);
    });
    await office().holds(schedules, [
      {
        channel_id: nordlys.kundeservice,
        cron: '0 9 * * 1',
        time_zone: 'Europe/Copenhagen',
        locale: 'nb',
        sections: ['figures', 'voices'],
        active: true,
      },
    ]);
    const [workspace] = await office().sandbox.describe();
    const channel = workspace?.channels.find(({ id }) => id === nordlys.kundeservice);
    expect(channel?.members).toContain(nordlys.bot);
  });

  test('asked for now, it is posted once however often the command arrives, in the channel’s language', async () => {
    await office().under({ seed: 32, rates: { duplicate: 1 } }, async () => {
      const told = await astrid().types('opsummering nu', nordlys.kundeservice);
      expect(wordsOf(told)).toContain(`<#${nordlys.kundeservice}>`);
    });
    const [digest] = await until(
      () => posts(nordlys.kundeservice),
      (list) => list.length > 0,
    );
    const shown = digest ? wordsOf(digest) : '';
    expect(shown).toContain('Beste kaffen i Bergen');
    expect(shown).not.toContain('rykket opp');
    // The digest, and in its thread every figure.
    await office().holds(digestRows, [{ status: 'sent' }, { status: 'sent' }]);
    expect(await posts(nordlys.kundeservice)).toHaveLength(1);
  });
}

const schedules = `SELECT channel_id, cron, time_zone, locale, sections, active FROM schedules WHERE kind = 'digest'`;
const digestRows = `SELECT status FROM outbox WHERE subject LIKE 'digest-now:%' AND channel_id = '${nordlys.kundeservice}'`;
