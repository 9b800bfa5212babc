import type pg from 'pg';
import { type Context, contextOf, type Deps } from '../../src/context.ts';
import type { DigestFacts } from '../../src/facts/report.ts';
import { type DigestChoice, setDigest } from '../../src/flows/digests/set-digest.ts';
import { timetable } from '../../src/jobs/timetable.ts';
import type { Schedule } from '../../src/store/desk/schedules.ts';
import type { DatabaseKind, TestDatabase } from '../support/database.ts';
import { depsOn } from '../support/deps.ts';

interface Post {
  readonly key: string;
  readonly channelId: string;
  readonly digest: DigestFacts;
}

/** A workspace with a clock that is moved by hand, and what its digests came to. */
export interface DigestWorld {
  readonly deps: Deps;
  readonly context: Context;
  readonly workspaceId: number;
  readonly pool: pg.Pool;
  readonly faults: Readonly<Record<string, unknown>>[];
  at(instant: string | number): void;
  /** Called amid a digest's transaction, when its period is noted and its facts are not yet there: to fail, for example. */
  amidPost: (cron: string) => void;
  /** The same workspace, as another process with a connection of its own sees it. */
  anotherProcess(now?: () => Date): Deps;
  add(choice?: Partial<DigestChoice>): Promise<Schedule>;
  posts(): Promise<Post[]>;
  runs(): Promise<{ dueAt: string; skipped: number }[]>;
}

let workspaces = 0;

export async function digestWorld(kind: DatabaseKind, database: TestDatabase): Promise<DigestWorld> {
  let now = new Date('2025-01-01T00:00:00Z');
  const processOn = (pool: pg.Pool, clock: () => Date): Deps =>
    depsOn(kind, pool, {
      now: clock,
      log: { info: () => undefined, error: (event, facts) => world.faults.push({ event, ...facts }) },
      timetable: {
        ...timetable,
        previous(cron, timeZone, before) {
          world.amidPost(cron);
          return timetable.previous(cron, timeZone, before);
        },
      },
    });
  const deps = processOn(database.pool, () => now);
  workspaces += 1;
  const workspace = await deps.store.workspaces.ensure(`T${workspaces}`, 'Kaffebar', true);

  const context = contextOf(deps, workspace.id);

  const world: DigestWorld = {
    deps,
    context,
    workspaceId: workspace.id,
    pool: database.pool,
    faults: [],
    amidPost: () => undefined,
    at(instant) {
      now = new Date(instant);
    },
    anotherProcess: (clock = () => now) => processOn(database.anotherPool(), clock),
    async add(choice) {
      const saved = await setDigest(context, { ...weekly, ...choice }, 'U1');
      if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
      return saved.schedule;
    },
    async posts() {
      const { rows } = await database.pool.query(
        `SELECT key, channel_id, announcement FROM outbox WHERE workspace_id = $1 AND kind = 'post' ORDER BY id`,
        [workspace.id],
      );
      return rows.map((row) => ({ key: row.key, channelId: row.channel_id, digest: row.announcement.digest }));
    },
    async runs() {
      const { rows } = await database.pool.query(
        'SELECT due_at, skipped FROM job_runs WHERE workspace_id = $1 ORDER BY due_at',
        [workspace.id],
      );
      return rows.map((row) => ({ dueAt: row.due_at.toISOString(), skipped: row.skipped }));
    },
  };
  return world;
}

const weekly: DigestChoice = {
  channelId: 'C1',
  when: 'Mondays 9:00',
  timeZone: 'Europe/Copenhagen',
  locale: 'da',
  sections: ['figures', 'ladder', 'voices', 'follow-ups'],
  active: true,
};
