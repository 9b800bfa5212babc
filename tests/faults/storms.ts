import { setTimeout as pause } from 'node:timers/promises';
import { type ChaosKind, chaosKinds } from '@loyalty-ladder/sandbox/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askInBadWeather } from '../journeys/bad-weather.ts';
import { bringIn } from '../journeys/company.ts';
import { discretionOf } from '../journeys/discretion.ts';
import { endOfJourneys } from '../journeys/end.ts';
import { newChannel, type Office, openOffice } from '../journeys/office.ts';
import { type Person, person, wordsOf } from '../journeys/person.ts';
import type { Transport } from '../support/app.ts';
import type { DatabaseKind } from '../support/database.ts';
import { nordlys, until } from '../support/sandbox.ts';
import { askedBeforeAKill } from './asked-before-a-kill.ts';

/** What a post to Slack may meet; of some, nobody knows for a minute whether it arrived. */
const postFaults: readonly ChaosKind[] = [
  'rate-limit',
  'server-error',
  'dropped-connection',
  'accepted-then-dropped',
  'accepted-but-late-visible',
];

/** Slack on a bad day, and an app that is killed on it. */
export function storms(transport: Transport, kind: DatabaseKind | undefined): void {
  let office: Office;
  beforeAll(async () => {
    if (!kind) throw new Error('There is no database.');
    office = await openOffice(transport, kind);
    await bringIn(office);
  });
  afterAll(() => office?.close());

  const asked = askedBeforeAKill(() => office);
  describe('storms', () => stormJourneys(() => office));
  describe('after the kill', () => asked.later());
  // At its end the app is stopped, and the database looked at.
  describe('after the storms', () => afterStorms(() => office));
  describe('discretion', () => discretionOf(() => office));
}

function stormJourneys(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);

  test('an app that was killed goes on, and asks Slack again who a person is when it does not tell', async () => {
    await office().restart('SIGKILL');
    // What she asked before is answered meanwhile: from now on she is known, and no look-up of hers meets a storm.
    await as(nordlys.emily).types('nps');
    for (const [id, kind, seed] of strangers) {
      await office().under({ seed, rates: { [kind]: 0.5 }, methods: ['users.info'] }, async () => {
        expect(wordsOf(await as(id).types('nps'))).toContain('NPS: +50');
        expect((await office().sandbox.occurred())[kind]).toBe(1);
      });
    }
  });

  test.each(postFaults)('Emily shares an answer while Slack’s part is: %s', async (kind) => {
    const { sandbox } = office();
    const channel = await newChannel(office(), stormChannel(kind));
    const answer = await as(nordlys.emily).types('nps', channel);
    await office().under({ seed: 41, rates: { [kind]: 1 }, methods: ['chat.postMessage'] }, async () => {
      await as(nordlys.emily).pressesAndReads(answer, 'Share to channel');
      await until(
        () => sandbox.occurred(),
        (counts) => counts[kind] > 0,
      );
    });
  });

  test.each([
    ['server-error', 17],
    ['dropped-connection', 32],
    ['rate-limit', 66],
  ] as const)('what a press comes to is told though Slack’s first answer is: %s', async (kind, seed) => {
    const list = await as(nordlys.jonas).types('kunde hansen');
    await office().under({ seed, rates: { [kind]: 0.5 }, methods: ['response_url'] }, async () => {
      expect(wordsOf(await as(nordlys.jonas).pressesAndReads(list, 'Vis'))).toContain('Hanne Hansen · K8');
      expect((await office().sandbox.occurred())[kind]).toBe(1);
    });
  });

  askInBadWeather(office);

  test('whoever’s question gets lost asks again, and reads the right answer', async () => {
    await office().under({ seed: 43, rates: everyFault }, () =>
      Promise.all([
        insists(as(nordlys.astrid), 'nps 365', 'NPS: +43'),
        insists(as(nordlys.jonas), 'nps 30', 'NPS: +40'),
        insists(as(nordlys.emily), 'csat', 'CSAT: 66.7%'),
        insists(as(nordlys.mads), 'genkøb 30', 'Genkøbsrate: 40 %'),
      ]),
    );
  });
}

/** What the storms began has come to a good end, and every kind of fault was met. */
function afterStorms(office: () => Office): void {
  const as = (id: string) => person(office().sandbox, id);
  const posts = async (channel: string) => (await as(nordlys.emily).sees(channel)).filter((one) => !one.ephemeral);

  test.each(postFaults)('what was shared stands there exactly once after: %s', async (kind) => {
    const channel = await channelNamed(office(), stormChannel(kind));
    await until(
      () => posts(channel),
      (list) => list.length > 0,
    );
    expect(await posts(channel)).toHaveLength(1);
  });

  endOfJourneys(office);

  test('and nothing was posted a second time meanwhile', async () => {
    for (const kind of postFaults)
      expect(await posts(await channelNamed(office(), stormChannel(kind)))).toHaveLength(1);
  });

  test.each(chaosKinds)('in these journeys it occurred: %s', (kind) => {
    expect(office().occurred()[kind]).toBeGreaterThan(0);
  });
}

const everyFault = Object.fromEntries(
  chaosKinds.filter((kind) => kind !== 'accepted-but-late-visible').map((kind) => [kind, 0.1]),
);
/** With these seeds the first call meets the fault and the next ones do not. */
const strangers = [
  [nordlys.jonas, 'server-error', 1],
  [nordlys.astrid, 'dropped-connection', 8],
  [nordlys.mads, 'rate-limit', 13],
] as const;
const stormChannel = (kind: ChaosKind) => `uvejr-${kind}`;

/** Types until there is an answer, as a person does whom Slack told that it did not work. */
async function insists(who: Person, typed: string, right: string): Promise<void> {
  const answers = async () => (await who.sees(nordlys.general)).filter(({ ephemeral }) => ephemeral);
  const before = (await answers()).length;
  for (;;) {
    if (!(await who.asks(typed)).ok) await pause(200);
    if ((await answers()).slice(before).some((answer) => wordsOf(answer).includes(right))) return;
  }
}

async function channelNamed({ sandbox }: Office, name: string): Promise<string> {
  const [workspace] = await sandbox.describe();
  return workspace?.channels.find((channel) => channel.name === name)?.id ?? '';
}
