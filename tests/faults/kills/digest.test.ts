import { expect, test } from 'vitest';
import { withPlaces } from '../../support/life.ts';
import { nordlys, until } from '../../support/sandbox.ts';
import { openScene, type Scene } from './scene.ts';

const post = 'chat.postMessage';
const hour = 3_600_000;

const rounds = [
  { statement: 'INSERT INTO outbox', table: 'outbox' },
  { held: post },
  { statement: 'UPDATE schedules', table: 'schedules' },
  { held: post },
] as const;

withPlaces((kind) => {
  test('a digest is posted once for its period, however often the app is killed', async () => {
    const scene = await openScene(kind, 'digest');
    try {
      await playDigests(scene);
    } finally {
      await scene.close();
    }
  });
});

async function playDigests(scene: Scene): Promise<void> {
  const { sandbox } = scene;
  const digests = async () =>
    (await sandbox.messages(nordlys.astrid, nordlys.general)).filter(({ isApp, ephemeral }) => isApp && !ephemeral);
  await scheduleHourly(scene);

  for (const [i, round] of rounds.entries()) {
    await scene.pass(hour);
    let phase = '';
    if ('statement' in round) {
      phase = await scene.killInTransaction({ ...round, happens: async () => undefined });
    } else {
      await scene.holdAnswers(round.held);
      const app = await scene.start();
      await until(digests, (all) => all.length === i + 1);
      await app.stop('SIGKILL');
      await scene.holdAnswers(null);
      phase = `killed after ${round.held} was accepted and before that was noted`;
    }

    const { runs, newest, outbox } = await look(scene);
    const isTransaction = 'statement' in round;
    expect(runs).toBe(isTransaction ? i : i + 1);
    expect(outbox).toEqual([
      ...Array.from({ length: i }, () => ({ status: 'sent', attempts: 1 })),
      ...(isTransaction ? [] : [{ status: 'sending', attempts: 1 }]),
    ]);
    expect(await digests()).toHaveLength(isTransaction ? i : i + 1);

    await scene.pass(61_000);
    const again = await scene.start();
    await until(digests, (all) => all.length === i + 1);
    await until(isIdle(scene, i + 1));
    expect(await again.stop()).toBe(0);
    expect(await digests()).toHaveLength(i + 1);
    scene.tell(
      i + 1,
      phase,
      `${runs} periods, the newest ${newest}`,
      `${i + 1} digests for ${i + 1} periods, sent once each`,
    );
  }

  const { runs, outbox } = await look(scene);
  expect(runs).toBe(rounds.length);
  expect(outbox).toEqual(rounds.map(() => ({ status: 'sent', attempts: 1 })));
  const posts = (await sandbox.calls(post)).filter(({ arguments: { channel } }) => channel === nordlys.general);
  expect(posts).toHaveLength(rounds.length);
}

/** Until the app has found what it sent before. On the embedded database, which it alone has open, its looking tells. */
function isIdle(scene: Scene, count: number): () => Promise<boolean> {
  if (scene.place.kind === 'embedded') return async () => true;
  return async () => (await look(scene)).outbox.filter(({ status }) => status === 'sent').length === count;
}

function look(scene: Scene) {
  return scene.look(async (rows) => {
    const runs = await rows<{ due_at: Date }>('SELECT due_at FROM job_runs ORDER BY due_at');
    const outbox = await rows<{ status: string; attempts: number }>(
      `SELECT status, attempts FROM outbox WHERE subject LIKE 'digest:%' ORDER BY id`,
    );
    return { runs: runs.length, newest: runs.at(-1)?.due_at.toISOString() ?? 'none', outbox };
  });
}

/** A digest every hour, half an hour away from now: the minutes that the rounds take bring none by themselves. */
async function scheduleHourly(scene: Scene): Promise<void> {
  const next = new Date(Math.floor(Date.now() / 60_000) * 60_000 + hour / 2);
  await scene.look((rows) =>
    rows(
      `INSERT INTO schedules (workspace_id, channel_id, cron, time_zone, locale, sections, done_until, due_at)
       VALUES (${scene.workspaceId}, '${nordlys.general}', '${next.getUTCMinutes()} * * * *', 'Europe/Copenhagen', 'da',
         '{figures,ladder,voices,follow-ups}', '${new Date().toISOString()}', '${next.toISOString()}')`,
    ),
  );
}
