import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { beforeEach, describe, expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import { askInBadWeather } from './bad-weather.ts';
import { newChannel, type Office } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

const mention = `<@${nordlys.bot}>`;
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

  describe('in a channel', () => {
    // One for each: elsewhere others look at what is said, and the app's messages of a channel keep their distance.
    let channels = 0;
    beforeEach(async () => {
      channels += 1;
      channel = await newChannel(office(), `spoergsmaal-${channels}`);
    });

    test.each([
      [nordlys.emily, `${mention} nps 365`, 'NPS: +43'],
      [nordlys.astrid, `${mention}: stige`, '*1* ambassadør'],
      [nordlys.jonas, `Hei ${mention}, gjenkjøp 365.`, 'Gjenkjøpsrate: 42,9 %'],
      [nordlys.emily, `nps 365 ${mention}`, 'NPS: +43'],
      [nordlys.emily, mention, '9 on the ladder'],
    ])('%s, who says “%s”, is answered in its thread, for all to see', async (who, text, shown) => {
      const ts = await say(who, text);
      const answer = await one(() => thread(ts));
      expect(wordsOf(answer)).toContain(shown);
      // What a figure means, and who moved, is a press away for all; to share it again there is no need.
      const forAll = ['Why?', 'Hvorfor?', 'Hvem rykkede'];
      expect(labelsOf(answer).filter((label) => !forAll.includes(label))).toEqual([]);
      expect(answer.ephemeral).toBe(false);
    });

    test('who mentions the app in a thread is answered in that thread', async () => {
      const first = await say(nordlys.mads, 'Hvordan går det egentlig?');
      await say(nordlys.mads, `${mention} tilfredshed`, channel, first);
      expect(wordsOf(await one(() => thread(first)))).toContain('CSAT: 66,7 %');
    });

    askInBadWeather(office);

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
      expect(wordsOf(await one(() => alone(nordlys.mads, ts)))).toContain('Jeg forstår ikke ”17” efter');
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
      [nordlys.mads, 'nps 17', 'Jeg forstår ikke ”17” efter'],
    ])('%s, who says “%s”, is answered there', async (who, text, shown) => {
      const dm = await conversation(who);
      const answer = await say(who, text, dm).then((ts) => answerIn(dm, who, ts));
      expect(wordsOf(answer)).toContain(shown);
      expect(answer.threadTs).toBeNull();
    });

    test('a list can be sorted there, too', async () => {
      const dm = await conversation(nordlys.emily);
      const answer = await say(nordlys.emily, 'customers', dm).then((ts) => answerIn(dm, nordlys.emily, ts));
      expect(wordsOf(answer)).toContain('9 customers');
      expect(answer.blocks.map(({ type }) => type)).toContain('data_table');
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
}
