import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import type { Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

const mention = `<@${nordlys.bot}>`;
/** A channel of their own: elsewhere others look at what is said. */
const questions = 'spoergsmaal';
const beforeTheKill = `${mention} nps year`;
const outsider = 'Loyalty Ladder er for medlemmer af dette workspace, ikke for gæster.';

/** What is said to the app in messages: mentioned in a channel, and in its direct messages. */
export function saidJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  let channel = '';
  const say = async (who: string, text: string, where = channel, threadTs?: string) => {
    const { ok, ts = '' } = await office().sandbox.act({
      as: who,
      do: 'say',
      channel: where,
      text,
      ...(threadTs && { threadTs }),
    });
    expect(ok).toBe(true);
    return ts;
  };
  const thread = async (ts: string, where = channel) =>
    (await as(nordlys.mads).sees(where, ts)).filter((one) => one.ts !== ts && one.isApp);
  const alone = async (who: string, after: string, where = channel, threadTs?: string) =>
    (await as(who).sees(where, threadTs)).filter(({ ephemeral, ts }) => ephemeral && ts > after);
  const one = async (look: () => Promise<readonly SandboxMessage[]>) => {
    const [found] = await until(look, (list) => list.length > 0);
    if (!found) throw new Error('There is no answer.');
    return found;
  };
  /** The conversation of a person with the app. */
  const conversation = async (who: string) =>
    (await office().sandbox.act({ as: who, do: 'open-home', tab: 'messages' })).id ?? '';
  const answerIn = (dm: string, who: string, after: string) =>
    one(async () => (await as(who).sees(dm)).filter(({ isApp, ts }) => isApp && ts > after));

  beforeAll(async () => {
    const { astrid, bot, emily, jonas, mads } = nordlys;
    const name = questions;
    const made = await office().sandbox.act({ as: astrid, do: 'create-channel', name, isPrivate: false });
    channel = made.id ?? '';
    for (const user of [bot, emily, jonas, mads])
      await office().sandbox.act({ as: astrid, do: 'invite', channel, user });
  });

  describe('in a channel', () => {
    test.each([
      [nordlys.emily, `${mention} nps 365`, 'NPS: +43'],
      [nordlys.astrid, `${mention}: stige`, '*1* ambassadør'],
      [nordlys.jonas, `Hei ${mention}, gjenkjøp 365.`, 'Gjenkjøpsrate: 42,9 %'],
      [nordlys.emily, `nps 365 ${mention}`, 'NPS: +43'],
      [nordlys.emily, mention, '9 customers in all'],
    ])('%s, who says “%s”, is answered in its thread, for all to see', async (who, text, shown) => {
      const ts = await say(who, text);
      const answer = await one(() => thread(ts));
      expect(wordsOf(answer)).toContain(shown);
      expect(labelsOf(answer)).toEqual([]);
      expect(answer.ephemeral).toBe(false);
    });

    test('who mentions the app in a thread is answered in that thread', async () => {
      const first = await say(nordlys.mads, 'Hvordan går det egentlig?');
      await say(nordlys.mads, `${mention} tilfredshed`, channel, first);
      expect(wordsOf(await one(() => thread(first)))).toContain('CSAT: 66,7 %');
    });

    test('delivered twice, late and out of order, a mention is answered once', async () => {
      const asked = await office().under({ seed: 31, rates: { duplicate: 1, reorder: 0.5 } }, async () => {
        const all = [];
        for (const text of ['nps', 'csat', 'repeat']) all.push(await say(nordlys.emily, `${mention} ${text}`));
        for (const ts of all) await one(() => thread(ts));
        return all;
      });
      // What is asked later is answered later: nothing more can come of the others by then.
      const last = await say(nordlys.emily, `${mention} ladder`);
      await one(() => thread(last));
      for (const ts of asked) expect(await thread(ts)).toHaveLength(1);
    });

    test('a customer’s card is shown to who asks alone', async () => {
      const ts = await say(nordlys.emily, `${mention} customer anna`);
      const card = await one(() => alone(nordlys.emily, ts));
      expect(wordsOf(card)).toContain('Anna Sørensen');
      expect(await thread(ts)).toEqual([]);
      expect(await alone(nordlys.mads, ts)).toEqual([]);
    });

    test('a word that is none gets the same help as the command, with the nearest word', async () => {
      const ts = await say(nordlys.emily, `${mention} laddr`);
      const help = await one(() => alone(nordlys.emily, ts));
      expect(wordsOf(help)).toContain('is not a word I know. Did you mean `/loyalty ladder`?');
      expect(await thread(ts)).toEqual([]);
    });

    test('a refusal is for who asked, and names what to type', async () => {
      const ts = await say(nordlys.mads, `${mention} nps 17`);
      expect(wordsOf(await one(() => alone(nordlys.mads, ts)))).toContain('er ikke en periode, jeg kender');
    });

    test('what has a form is answered with a button that opens it', async () => {
      const ts = await say(nordlys.emily, `${mention} feedback add`);
      const told = await one(() => alone(nordlys.emily, ts));
      const form = await as(nordlys.emily).pressesAndOpens(told, 'Open the form');
      expect(form.title).toBe('Add feedback');
      await as(nordlys.emily).closes(form);
    });

    test('a guest is told why nothing comes of it', async () => {
      const { sandbox } = office();
      await sandbox.act({ as: nordlys.astrid, do: 'invite', channel, user: nordlys.guest });
      const ts = await say(nordlys.guest, `${mention} nps`);
      expect(wordsOf(await one(() => alone(nordlys.guest, ts)))).toBe(outsider);
      expect(await thread(ts)).toEqual([]);
    });
  });

  describe('in direct messages', () => {
    test.each([
      [nordlys.emily, 'nps 365', 'NPS: +43'],
      [nordlys.emily, '/loyalty nps 365', 'NPS: +43'],
      [nordlys.astrid, 'Stige!', '*1* ambassadør'],
      [nordlys.emily, `${mention} customer Ida`, 'Ida Hansen'],
      [nordlys.emily, 'laddr', 'Did you mean `/loyalty ladder`?'],
      [nordlys.mads, 'nps 17', 'er ikke en periode, jeg kender'],
    ])('%s, who says “%s”, is answered there', async (who, text, shown) => {
      const dm = await conversation(who);
      const answer = await say(who, text, dm).then((ts) => answerIn(dm, who, ts));
      expect(wordsOf(answer)).toContain(shown);
      expect(answer.threadTs).toBeNull();
    });

    test('said in a thread, it is answered in the thread', async () => {
      const dm = await conversation(nordlys.emily);
      const first = await say(nordlys.emily, 'nps', dm);
      await answerIn(dm, nordlys.emily, first);
      await say(nordlys.emily, 'csat', dm, first);
      const answer = await one(async () =>
        (await as(nordlys.emily).sees(dm, first)).filter(({ isApp, threadTs }) => isApp && threadTs === first),
      );
      expect(wordsOf(answer)).toContain('CSAT: 66.7%');
    });

    test('what has a form is answered with a button that opens it; who may not is told so', async () => {
      const dm = await conversation(nordlys.astrid);
      const told = await say(nordlys.astrid, 'indlæs', dm).then((ts) => answerIn(dm, nordlys.astrid, ts));
      const form = await as(nordlys.astrid).pressesAndOpens(told, 'Åbn formularen');
      expect(form.title).toBe('Indlæs en fil');
      await as(nordlys.astrid).closes(form);
      const other = await conversation(nordlys.mads);
      const refused = await say(nordlys.mads, 'indlæs', other).then((ts) => answerIn(other, nordlys.mads, ts));
      expect(wordsOf(refused)).toContain('Du skal være administrator eller kundeambassadør');
    });

    test('the app’s own messages are no requests', async () => {
      await office().holds(`SELECT count(*)::int AS own FROM requests WHERE member_id = '${nordlys.bot}'`, [
        { own: 0 },
      ]);
    });

    test('a guest is told why nothing comes of it', async () => {
      const dm = await conversation(nordlys.guest);
      const told = await say(nordlys.guest, 'nps', dm).then((ts) => answerIn(dm, nordlys.guest, ts));
      expect(wordsOf(told)).toBe(outsider);
    });
  });

  test('somebody asks a moment before the app is killed', async () => {
    const ts = await say(nordlys.emily, beforeTheKill);
    await office().restart('SIGKILL');
    // Slack says it again after a minute; answered before another journey kills the app amid its answer.
    await office().sandbox.advanceClock(61_000);
    const emily = as(nordlys.emily);
    await until(
      async () => (await emily.sees(channel, ts)).filter(({ isApp }) => isApp),
      (list) => list.length > 0,
    );
  });
}

/** What was asked before the app was killed; Slack may need a minute until it shows what it accepted, or says it again. */
export function afterSaid(office: () => Office): void {
  test('what was asked a moment before the app was killed is answered once', async () => {
    const emily = person(office().sandbox, nordlys.emily);
    const [workspace] = await office().sandbox.describe();
    const channel = workspace?.channels.find(({ name }) => name === questions)?.id ?? '';
    const asked = (await emily.sees(channel)).find(({ text }) => text === beforeTheKill);
    if (!asked) throw new Error('Nothing was asked.');
    const answersTo = async (ts: string) => (await emily.sees(channel, ts)).filter(({ isApp }) => isApp);
    // When Slack says again what was not acknowledged: at once, after a minute, after five more.
    await office().sandbox.advanceClock(61_000);
    await office().sandbox.advanceClock(301_000);
    await until(
      () => answersTo(asked.ts),
      (list) => list.length > 0,
    );
    expect((await answersTo(asked.ts)).map(wordsOf)).toEqual([expect.stringContaining('NPS: ')]);
    await office().holds('SELECT count(*)::int AS waiting FROM requests WHERE answered_at IS NULL', [{ waiting: 0 }]);
  });
}
