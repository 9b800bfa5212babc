import { expect, test } from 'vitest';
import { addFeedback } from '../../src/flows/feedback/add-feedback.ts';
import type { NewAnswer } from '../../src/loyalty/facts/answer.ts';
import { withDatabases } from '../support/database.ts';
import { npsAnswer } from '../support/nps-answer.ts';
import { useFlowWorld } from './flow-world.ts';

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  const note = (answer: Partial<NewAnswer>) =>
    addFeedback(world.context, { ...bad, ...answer }, { makeCustomer: true });

  test('a bad answer opens a follow-up, and who noted it is told', async () => {
    expect(await note({})).toMatchObject({ kind: 'recorded', followUpOpened: true });
    expect(await note({ answerId: 'good', score: 9 })).toMatchObject({ followUpOpened: false });
  });

  test('a request that comes twice changes nothing and is answered with the same', async () => {
    const first = await note({});
    expect(await note({})).toEqual(first);
    expect(await world.count('answers')).toBe(1);
    expect(await world.count('follow_ups')).toBe(1);
  });

  test('so are two that come at once', async () => {
    const [one, other] = await Promise.all([note({}), note({})]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ followUpOpened: true });
    expect(await world.count('follow_ups')).toBe(1);
  });
});

const bad = npsAnswer({ answerId: 'one', customer: 'K1', day: 20_000, score: 2, comment: 'Too late' });
