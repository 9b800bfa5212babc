import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import type { Office } from './office.ts';
import { person, wordsOf } from './person.ts';

/** The ways to the app beside the command: its Home and the shortcuts. */
export function otherWaysIn(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const { jonas, emily, mads } = nordlys;

  test('the Home shows where the customers stand, in one’s own language', async () => {
    const { sandbox } = office();
    await sandbox.act({ as: jonas, do: 'open-home' });
    const { home } = await until(
      () => sandbox.screen(jonas),
      (screen) => screen.home !== null,
    );
    expect(home && wordsOf(home)).toContain('9 kunder totalt');
  });

  test('a guest’s Home stays empty', async () => {
    const { sandbox } = office();
    await sandbox.act({ as: nordlys.guest, do: 'open-home' });
    await sandbox.act({ as: emily, do: 'open-home' });
    await until(
      () => sandbox.screen(emily),
      (screen) => screen.home !== null,
    );
    expect((await sandbox.screen(nordlys.guest)).home).toBeNull();
  });

  test('a colleague’s message is noted as a customer’s words by its shortcut', async () => {
    const { sandbox } = office();
    const text = 'Bjørn ringede: R&B <3 kaffen er *rigtig* god';
    const { ts = '' } = await sandbox.act({ as: mads, do: 'say', channel: nordlys.general, text });
    const form = await as(mads).opensBy(() =>
      sandbox.act({ as: mads, do: 'message-shortcut', callbackId: 'feedback.record', channel: nordlys.general, ts }),
    );
    const remark = await as(mads).chooses(form, 'kind', 'remark');
    const found = await as(mads).looksUp(remark, 'customer', 'bjørn');
    const told = await as(mads).submits(remark, { customer: found['Bjørn Dahl · K2'] ?? '' });
    expect(told && wordsOf(told)).toBe('Feedback fra Bjørn Dahl er gemt.');
    if (told) await as(mads).closes(told);
    const saved = `SELECT comment, negative FROM answers WHERE kind = 'remark' AND comment LIKE 'Bjørn%'`;
    await office().holds(saved, [{ comment: text, negative: false }]);
  });

  test('the shortcut from everywhere opens the same form; what is missing is told under its field', async () => {
    const { sandbox } = office();
    const form = await as(emily).opensBy(() =>
      sandbox.act({ as: emily, do: 'global-shortcut', callbackId: 'feedback.add' }),
    );
    const refused = await as(emily).submits(form, { comment: 'No score' });
    expect(Object.keys(refused?.errors ?? {})).toEqual(['score-nps']);
    await as(emily).closes(form);
  });

  test('a guest who uses a shortcut reads why nothing comes of it', async () => {
    const { sandbox } = office();
    const guest = as(nordlys.guest);
    const { ts = '' } = await sandbox.act({
      as: mads,
      do: 'say',
      channel: nordlys.kundeservice,
      text: 'Kaffen er god',
    });
    for (const act of [
      { do: 'global-shortcut', callbackId: 'feedback.add' },
      { do: 'message-shortcut', callbackId: 'feedback.record', channel: nordlys.kundeservice, ts },
    ] as const) {
      const told = await guest.opensBy(() => sandbox.act({ as: nordlys.guest, ...act }));
      expect(told.title).toBe('Det lykkedes ikke');
      expect(wordsOf(told)).toBe('Loyalty Ladder er for medlemmer af dette workspace, ikke for gæster.');
      expect(told.submit).toBeNull();
      await guest.closes(told);
    }
  });
}
