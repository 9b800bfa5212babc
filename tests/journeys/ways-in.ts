import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import type { Office } from './office.ts';
import { person, wordsOf } from './person.ts';

/** The ways to the app beside the command: its Home and the shortcuts. */
export function otherWaysIn(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const { jonas, emily, mads } = nordlys;

  test('the Home of a customer ambassador shows what waits, and the figures in a line, in their own language', async () => {
    const { sandbox } = office();
    await sandbox.act({ as: jonas, do: 'open-home' });
    // Who waits longer for it is told first that it comes.
    await until(
      () => sandbox.screen(jonas),
      ({ home }) => home !== null && /\*NPS\* [^\n]*\nVis tallene/.test(wordsOf(home)),
    );
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
    expect(await as(mads).submits(remark, { customer: found['Bjørn Dahl · K2'] ?? '' })).toBeUndefined();
    const told = await until(
      async () => (await as(mads).sees(nordlys.general)).filter((one) => one.ephemeral && one.ts > ts),
      (list) => list.length > 0,
    );
    expect(told.map(wordsOf)).toEqual(['Feedback fra Bjørn Dahl er gemt.']);
    const saved = `SELECT external_id, comment, negative, source FROM answers WHERE kind = 'remark' AND comment LIKE 'Bjørn%'`;
    const external_id = `slack:${nordlys.general}:${ts}`;
    await office().holds(saved, [{ external_id, comment: text, negative: false, source: 'slack' }]);
  });

  test('a message is saved once: who tries again, even with a form that was open, reads that it was saved', async () => {
    const { sandbox } = office();
    const { ts = '' } = await sandbox.act({ as: mads, do: 'say', channel: nordlys.general, text: 'Freja er glad' });
    const act = { do: 'message-shortcut', callbackId: 'feedback.record', channel: nordlys.general, ts } as const;
    const opens = async (who: string) => {
      const form = await as(who).opensBy(() => sandbox.act({ as: who, ...act }));
      return as(who).chooses(form, 'kind', 'remark');
    };
    const [one, other] = [await opens(mads), await opens(emily)];
    const ofFreja = (await as(mads).looksUp(one, 'customer', 'freja'))['Freja Krogh · K6'] ?? '';
    const ofErik = (await as(emily).looksUp(other, 'customer', 'erik'))['Erik Moe · K5'] ?? '';
    await office().under({ seed: 61, rates: { duplicate: 1 } }, () => as(mads).submits(one, { customer: ofFreja }));
    await as(emily).submits(other, { customer: ofErik, comment: 'Erik er glad' });
    const told = await until(
      // Without words it is the picture of an earlier answer, which may take its time.
      async () =>
        (await as(emily).sees(nordlys.general))
          .filter((each) => each.ephemeral && each.ts > ts)
          .map(wordsOf)
          .filter((told) => told !== ''),
      (list) => list.length > 0,
    );
    expect(told).toEqual([expect.stringContaining('saved before, as feedback from Freja Krogh')]);
    const again = await as(emily).opensBy(() => sandbox.act({ as: emily, ...act }));
    expect(wordsOf(again)).toContain('This message was saved before, as feedback from Freja Krogh.');
    expect(again.submit).toBeNull();
    await as(emily).closes(again);
    const saved = `SELECT comment FROM answers WHERE external_id = 'slack:${nordlys.general}:${ts}'`;
    await office().holds(saved, [{ comment: 'Freja er glad' }]);
  });

  test('where Slack does not take the word beside the message, it stands in the form’s place', async () => {
    const { sandbox } = office();
    const { ts = '' } = await sandbox.act({
      as: mads,
      do: 'say',
      channel: nordlys.general,
      text: 'Gunnar er fornøjet',
    });
    const act = { do: 'message-shortcut', callbackId: 'feedback.record', channel: nordlys.general, ts } as const;
    const opened = await as(mads).opensBy(() => sandbox.act({ as: mads, ...act }));
    const form = await as(mads).chooses(opened, 'kind', 'remark');
    const chosen = (await as(mads).looksUp(form, 'customer', 'gunnar'))['Gunnar Åse · K7'] ?? '';
    const told = await office().under({ seed: 62, rates: { 'server-error': 1 }, methods: ['response_url'] }, () =>
      as(mads).submits(form, { customer: chosen }),
    );
    expect(told && wordsOf(told)).toBe('Feedback fra Gunnar Åse er gemt.');
    if (told) await as(mads).closes(told);
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
