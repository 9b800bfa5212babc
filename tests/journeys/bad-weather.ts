import { expect, test } from 'vitest';
import { nordlys, until } from '../support/sandbox.ts';
import { newChannel, type Office } from './office.ts';
import { person } from './person.ts';

/** Events that Slack delivers twice, late and out of order. */
export function askInBadWeather(office: () => Office): void {
  test('delivered twice, late and out of order, a mention is answered once', async () => {
    const channel = await newChannel(office(), 'uvejr');
    const emily = person(office().sandbox, nordlys.emily);
    const answersTo = async (ts: string) => (await emily.sees(channel, ts)).filter((one) => one.ts !== ts && one.isApp);
    const isAnswered = (ts: string) =>
      until(
        () => answersTo(ts),
        (list) => list.length > 0,
      );
    const ask = async (words: string) => {
      const text = `<@${nordlys.bot}> ${words}`;
      return (await office().sandbox.act({ as: nordlys.emily, do: 'say', channel, text })).ts ?? '';
    };
    const asked = await office().under({ seed: 31, rates: { duplicate: 1, reorder: 0.5 } }, async () => {
      const all = [];
      for (const words of ['nps', 'csat', 'repeat']) all.push(await ask(words));
      for (const ts of all) await isAnswered(ts);
      return all;
    });
    // What is asked later is answered later: nothing more can come of the others by then.
    await isAnswered(await ask('ladder'));
    for (const ts of asked) expect(await answersTo(ts)).toHaveLength(1);
  });
}
