import { expect, test } from 'vitest';
import { newChannel, type Office } from '../journeys/office.ts';
import { person, wordsOf } from '../journeys/person.ts';
import { nordlys, until } from '../support/sandbox.ts';

/** What is said to the app a moment before it is killed. */
export function askedBeforeAKill(office: () => Office): { readonly later: () => void } {
  let channel = '';
  let asked = '';
  const answers = async () =>
    (await person(office().sandbox, nordlys.emily).sees(channel, asked)).filter(({ isApp }) => isApp);

  test('somebody asks a moment before the app is killed', async () => {
    const { sandbox } = office();
    channel = await newChannel(office(), 'spoergsmaal');
    const text = `<@${nordlys.bot}> nps year`;
    const said = await sandbox.act({ as: nordlys.emily, do: 'say', channel, text });
    expect(said.ok).toBe(true);
    asked = said.ts ?? '';
    await office().restart('SIGKILL');
    // Slack says it again after a minute; answered before a storm kills the app amid its answer.
    await sandbox.advanceClock(61_000);
    await until(answers, (list) => list.length > 0);
  });

  return {
    later() {
      test('what was asked a moment before the app was killed is answered once', async () => {
        // When Slack says again what was not acknowledged: at once, after a minute, after five more.
        await office().sandbox.advanceClock(61_000);
        await office().sandbox.advanceClock(301_000);
        await until(answers, (list) => list.length > 0);
        expect((await answers()).map(wordsOf)).toEqual([expect.stringContaining('NPS: ')]);
        const waiting = 'SELECT count(*)::int AS waiting FROM requests WHERE answered_at IS NULL';
        await office().holds(waiting, [{ waiting: 0 }]);
      });
    },
  };
}
