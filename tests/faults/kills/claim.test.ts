import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxMessage } from '@loyalty-ladder/sandbox/wire';
import { expect, test } from 'vitest';
import { labelsOf, person, wordsOf } from '../../journeys/person.ts';
import { runShell, withPlaces } from '../../support/life.ts';
import { nordlys, until } from '../../support/sandbox.ts';
import { openScene, type Scene } from './scene.ts';

const note = 'chat.postMessage';
const edit = 'chat.update';

const rounds = [
  { statement: 'INSERT INTO follow_up_events', table: 'follow_up_events' },
  { statement: 'INSERT INTO outbox', table: 'outbox' },
  { held: note },
  { held: edit },
] as const;

withPlaces((kind) => {
  test('a claim is there once or not at all, however often the app is killed', async () => {
    const scene = await openScene(kind, 'claim');
    try {
      await bringAlerts(scene, rounds.length);
      await playClaims(scene);
    } finally {
      await scene.close();
    }
  });
});

async function playClaims(scene: Scene): Promise<void> {
  const alarm = alarmChannel(scene);
  let app = await scene.start();
  await until(alarm.cards, (all) => all.length === rounds.length);

  for (const [i, round] of rounds.entries()) {
    const isTransaction = 'statement' in round;
    let phase = '';
    if (isTransaction) {
      await app.stop();
      phase = await scene.killInTransaction({ ...round, happens: () => alarm.claims(i) });
    } else {
      await scene.holdAnswers(round.held);
      await alarm.claims(i);
      await until(async () => (round.held === note ? (await alarm.notes(i)) > 0 : alarm.isClaimed(i)));
      await app.stop('SIGKILL');
      await scene.holdAnswers(null);
      phase = `killed after ${round.held} was accepted and before that was noted`;
    }

    const { followUp, events, unsent } = await look(scene, i);
    if (isTransaction) expect([followUp.status, events, unsent]).toEqual(['open', 0, []]);
    else {
      expect([followUp.status, events]).toEqual(['claimed', 1]);
      expect(unsent).toContainEqual({ kind: round.held === note ? 'reply' : 'update', status: 'sending' });
    }
    const durable = `follow-up ${followUp.id} ${followUp.status}`;

    await scene.pass(61_000);
    app = await scene.start();
    if (isTransaction) {
      expect([await alarm.notes(i), await alarm.isClaimed(i)]).toEqual([0, false]);
      await alarm.claims(i);
    }
    await until(() => alarm.isClaimed(i));
    // The card is edited first; the note follows in its thread.
    await until(async () => (await alarm.notes(i)) > 0);
    expect(await alarm.notes(i)).toBe(1);
    scene.tell(i + 1, phase, durable, 'claimed once, one note in the thread, the card shows who has it');
  }

  expect(await app.stop()).toBe(0);
  const { unsent } = await look(scene, 0);
  expect(unsent).toEqual([]);
  expect(await alarm.cards()).toHaveLength(rounds.length);
  // Not sent twice and tidied up either.
  const posts = (await scene.sandbox.calls(note)).filter(({ arguments: { channel } }) => channel === nordlys.alarm);
  expect(posts).toHaveLength(2 * rounds.length);
  await scene.checkKept();
}

/** The alert channel as Astrid sees it, card by card. */
function alarmChannel({ sandbox }: Scene) {
  const astrid = person(sandbox, nordlys.astrid);
  const ofApp = async (thread?: string) =>
    (await astrid.sees(nordlys.alarm, thread)).filter(({ isApp, ephemeral }) => isApp && !ephemeral);
  const cards = async () => (await ofApp()).filter(({ threadTs }) => threadTs === null);
  const card = async (i: number): Promise<SandboxMessage> => {
    const found = (await cards()).find((one) => wordsOf(one).includes(`Voice ${i}.`));
    if (!found) throw new Error(`There is no card ${i}.`);
    return found;
  };
  return {
    cards,
    claims: async (i: number) => astrid.presses(await card(i), 'Claim'),
    isClaimed: async (i: number) => labelsOf(await card(i)).includes('Done'),
    async notes(i: number) {
      const { ts } = await card(i);
      return (await ofApp(ts)).filter((one) => one.ts !== ts).length;
    },
  };
}

async function look(scene: Scene, i: number) {
  return scene.look(async (rows) => {
    const [followUp] = await rows<{ id: number; status: string }>(
      `SELECT f.id, f.status FROM follow_ups f JOIN answers a ON a.follow_up_id = f.id WHERE a.comment = 'Voice ${i}.'`,
    );
    if (!followUp) throw new Error(`There is no follow-up ${i}.`);
    const events = await rows(`SELECT FROM follow_up_events WHERE kind = 'claimed' AND follow_up_id = ${followUp.id}`);
    const unsent = await rows(`SELECT kind, status FROM outbox WHERE status NOT IN ('sent', 'dropped')`);
    return { followUp, events: events.length, unsent };
  });
}

/** Bad answers of customers, each of which becomes an alert. */
async function bringAlerts({ place }: Scene, count: number): Promise<void> {
  const path = join(place.folder, 'voices.csv');
  const day = new Date().toISOString().slice(0, 10);
  const lines = Array.from({ length: count }, (_, i) => `K${i},${day},nps,${i % 7},Voice ${i}.`);
  writeFileSync(path, `customer,date,kind,score,comment\n${lines.join('\n')}\n`);
  expect(await runShell(place, ['import', 'feedback', path, '--follow-up', 'all'])).toMatchObject({ code: 0 });
}
