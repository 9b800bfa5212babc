import { expect, test } from 'vitest';
import { listVoices } from '../../src/flows/feedback/list-voices.ts';
import { allVoices, type VoiceQuery } from '../../src/loyalty/voice-query.ts';
import { voicesWalked } from '../../src/store/facts/voices.ts';
import { useFlowWorld } from '../flows/flow-world.ts';
import { withDatabases } from '../support/database.ts';

const today = 20_000;
/** More than one walk goes through. */
const all = voicesWalked + 100;

withDatabases((kind) => {
  const world = useFlowWorld(kind);

  test('among very many answers no more is said than is known, and pages go on where the last one ended', async () => {
    await haveAnswers();
    const first = await listed({ ...allVoices, isNegative: true });
    expect(first).toMatchObject({ count: voicesWalked / 100, isExact: false, base: null });
    expect(saidIn(first)).toEqual([100, 200, 300, 400, 500]);
    expect(saidIn(await listed({ ...allVoices, isNegative: true }, first.next, 5))).toEqual([600, 700, 800, 900, 1000]);
  });

  test('a rare kind is found at once among all the others, and counted exactly', async () => {
    await haveAnswers();
    const rare = await listed({ ...allVoices, kind: 'review' });
    expect(saidIn(rare)).toEqual([all - 4, all - 3, all - 2, all - 1, all]);
    expect(rare).toMatchObject({ count: 5, isExact: true, base: 5, next: null });
  });

  test('what nobody finds in one walk is looked for in the next', async () => {
    await haveAnswers();
    const found = await listed({ ...allVoices, source: 'end' });
    expect(saidIn(found)).toEqual([all - 4, all - 3, all - 2, all - 1, all]);
    expect(found).toMatchObject({ count: 5, isExact: true, next: null });
  });

  /** Number 1 is the newest; every hundredth is negative, the last five are reviews. */
  async function haveAnswers() {
    await world.database.pool.query(
      `INSERT INTO answers (workspace_id, external_id, kind, day, recorded_at, score, comment, source, public, negative)
       SELECT $1, n, CASE WHEN n > $2::int - 5 THEN 'review' ELSE 'nps' END, date '1970-01-01' + ($3::int - n / 100), now(), 5, n,
         CASE WHEN n > $2::int - 5 THEN 'end' ELSE 'web' END, false, n % 100 = 0
       FROM (SELECT generate_series($2::int, 1, -1) AS n) AS numbers`,
      [world.workspaceId, all, today - 1],
    );
  }

  async function listed(query: VoiceQuery, after: Parameters<typeof listVoices>[2]['after'] = null, before = 0) {
    const settings = await world.context.store.settings.read();
    return listVoices({ ...world.context, settings }, query, { after, before }, today + 1);
  }
});

function saidIn({ voices }: Awaited<ReturnType<typeof listVoices>>): number[] {
  return voices.map(({ comment }) => Number(comment));
}
