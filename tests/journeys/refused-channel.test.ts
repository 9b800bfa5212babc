import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { conversationOf, nordlys, until } from '../support/sandbox.ts';
import { newChannel, type Office, openOffice } from './office.ts';
import { labelsOf, person, wordsOf } from './person.ts';

withDatabases((kind) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('Socket Mode', kind);
    const astrid = as(nordlys.astrid);
    const form = await astrid.opens('settings');
    const saved = await astrid.submits(form, { locale: 'en', 'own-locale': 'en', 'alert-channel': nordlys.alarm });
    if (saved) await astrid.closes(saved);
  });
  afterAll(() => office?.close());

  const as = (id: string) => person(office.sandbox, id);
  const complain = async (customer: string) => {
    const said = ['--kind', 'nps', '--score', '2', '--customer', customer, '--new-customer'];
    expect(await office.shell('feedback', 'add', ...said)).toMatchObject({ code: 0 });
  };
  const cards = async (channel: string = nordlys.alarm) =>
    (await as(nordlys.mads).sees(channel)).filter(({ text }) => text.includes('Follow-up'));
  const told = async () => {
    const conversation = await conversationOf(office.sandbox, nordlys.astrid);
    const messages = conversation === '' ? [] : await as(nordlys.astrid).sees(conversation);
    return messages.filter((message) => JSON.stringify(message.blocks).includes(nordlys.alarm));
  };
  const lastTold = async (holds: (words: string) => boolean) => {
    const found = await until(
      async () => (await told()).filter((message) => holds(wordsOf(message))),
      (list) => list.length > 0,
    );
    return found.at(-1) as NonNullable<(typeof found)[number]>;
  };
  const reasons = {
    'the app was removed from the channel': {
      refuse: () => office.sandbox.act({ do: 'remove', as: nordlys.astrid, channel: nordlys.alarm, user: nordlys.bot }),
      mend: () => office.sandbox.act({ do: 'invite', as: nordlys.astrid, channel: nordlys.alarm, user: nordlys.bot }),
      word: 'the app is not in the channel (not_in_channel)',
    },
    'the channel was archived': {
      refuse: () => office.sandbox.change({ archived: [nordlys.alarm] }),
      mend: () => office.sandbox.change({ archived: [] }),
      word: 'the channel is archived (is_archived)',
    },
  };

  describe.each(Object.entries(reasons))('while %s', (name, { refuse, mend, word }) => {
    test('alerts wait, the admin is told why, a claim is truthful, and all of it goes out when that is mended', async () => {
      const before = (await cards()).length;
      await complain(`K-before-${name.length}`);
      const card = (await until(cards, (list) => list.length === before + 1)).at(-1);
      if (!card) throw new Error('There is no card.');
      await refuse();
      await complain(`K-after-${name.length}`);
      const message = await lastTold((words) => words.includes(word));
      expect(wordsOf(message)).toContain('1 message to');
      expect(wordsOf(message)).toContain('(the alert channel)');
      expect(labelsOf(message)).toContain('Choose another channel');
      if (name.includes('removed')) {
        const said = wordsOf(await as(nordlys.emily).pressesAndReads(card, 'Claim'));
        expect(said).toContain(`It is yours. The card cannot show it yet: ${word}.`);
        expect(said).toContain('/loyalty mine');
      }
      await mend();
      await until(cards, (list) => list.length === before + 2);
      await lastTold((words) => words.includes('takes messages again'));
    });
  });

  test('an admin chooses another channel, and what waits goes there', async () => {
    const other = await newChannel(office, 'nye-alarmer');
    await office.sandbox.change({ archived: [nordlys.alarm] });
    await complain('K-moved');
    const message = await lastTold((words) => words.includes('(is_archived)'));
    const astrid = as(nordlys.astrid);
    const form = await astrid.pressesAndOpens(message, 'Choose another channel');
    const same = await astrid.submits(form, { channel: nordlys.alarm });
    expect(same?.errors.channel).toContain('Choose another one');
    const done = await astrid.submits(form, { channel: other });
    expect(done && wordsOf(done)).toBe(`What was to be posted in <#${nordlys.alarm}> goes to <#${other}> from now on.`);
    if (done) await astrid.closes(done);
    await until(
      () => cards(other),
      (list) => list.length === 1,
    );
    await lastTold((words) => words === `Nothing is waiting for <#${nordlys.alarm}> any more.`);
    await complain('K-next');
    await until(
      () => cards(other),
      (list) => list.length === 2,
    );
    await office.sandbox.change({ archived: [] });
  });

  test('who posts something where only some may is told that it waits', async () => {
    const room = await newChannel(office, 'kun-nogle');
    const answer = await as(nordlys.emily).types('nps', room);
    await office.sandbox.change({ restricted: [room] });
    const shared = await as(nordlys.emily).pressesAndReads(answer, 'Share to channel');
    expect(wordsOf(shared)).toContain(`<#${room}> does not take it yet: only some may post in the channel`);
    expect(wordsOf(await as(nordlys.astrid).types('digest now', room))).toContain('does not take it yet');
    await office.sandbox.change({ restricted: [] });
  });

  test('who asks something where the app may not post is told so once, and may have the answer there', async () => {
    const room = await newChannel(office, 'kun-ledelsen');
    await office.sandbox.change({ restricted: [room] });
    // Of those who may post there.
    const astrid = as(nordlys.astrid);
    const ask = (words: string) =>
      office.sandbox.act({ as: nordlys.astrid, do: 'say', channel: room, text: `<@${nordlys.bot}> ${words}` });
    const held = async () => {
      const conversation = await conversationOf(office.sandbox, nordlys.astrid);
      const messages = conversation === '' ? [] : await astrid.sees(conversation);
      return messages.filter((message) => wordsOf(message).includes(`I cannot answer you in <#${room}>`));
    };
    await ask('nps');
    const [message] = await until(held, (list) => list.length === 1);
    expect(message && wordsOf(message)).toContain('only some may post in the channel');
    expect(message && wordsOf(await astrid.pressesAndReads(message, 'Answer me here'))).toContain('NPS');
    await ask('customer nobody');
    await until(held, (list) => list.length === 2);
    await office.sandbox.change({ restricted: [] });
    await office.sandbox.act({ do: 'invite', as: nordlys.astrid, channel: room, user: nordlys.bot });
    expect(await held()).toHaveLength(2);
  });

  test('a press on “Join and try again” brings the app back into a public channel', async () => {
    const astrid = as(nordlys.astrid);
    const settings = await astrid.opens('settings');
    const saved = await astrid.submits(settings, { 'alert-channel': nordlys.alarm });
    if (saved) await astrid.closes(saved);
    await office.sandbox.act({ do: 'remove', as: nordlys.astrid, channel: nordlys.alarm, user: nordlys.bot });
    const before = (await cards()).length;
    await complain('K-joined');
    const message = await lastTold((words) => words.includes('(not_in_channel)'));
    expect(wordsOf(await astrid.pressesAndReads(message, 'Join and try again'))).toMatch(
      /is being sent now|Nothing is waiting/,
    );
    await until(cards, (list) => list.length === before + 1);
  });
});
