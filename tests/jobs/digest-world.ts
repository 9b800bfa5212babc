import type pg from 'pg';
import type { DigestFacts } from '../../src/facts/report.ts';
import type { DigestDeps } from '../../src/flows/digests/run-digests.ts';
import { type DigestChoice, setDigest } from '../../src/flows/digests/set-digest.ts';
import { timetable } from '../../src/jobs/due.ts';
import { reportSections } from '../../src/sections/index.ts';
import type { Schedule } from '../../src/store/desk/schedules.ts';
import { openStore } from '../../src/store/store.ts';
import type { DatabaseKind, TestDatabase } from '../support/database.ts';

interface Post {
  readonly key: string;
  readonly channelId: string;
  readonly digest: DigestFacts;
}

/** A workspace with a clock that is moved by hand, and what its digests came to. */
export interface DigestWorld {
  readonly deps: DigestDeps;
  readonly workspaceId: number;
  readonly pool: pg.Pool;
  readonly faults: Readonly<Record<string, unknown>>[];
  at(instant: string | number): void;
  /** Called amid a digest's transaction, when its period is noted and its facts are not yet there: to fail, for example. */
  amidPost: (cron: string) => void;
  /** The same workspace, as another process with a connection of its own sees it. */
  anotherProcess(now?: () => Date): DigestDeps;
  add(choice?: Partial<DigestChoice>): Promise<Schedule>;
  posts(): Promise<Post[]>;
  runs(): Promise<{ dueAt: string; skipped: number }[]>;
}

let workspaces = 0;

export async function digestWorld(kind: DatabaseKind, database: TestDatabase): Promise<DigestWorld> {
  let now = new Date('2025-01-01T00:00:00Z');
  const depsOn = (pool: pg.Pool, clock: () => Date): DigestDeps => ({
    store: openStore({
      kind: kind.name === 'embedded' ? 'embedded' : 'server',
      pool,
      durable: false,
      lock: null,
      dump: null,
      close: async () => undefined,
    }),
    now: clock,
    log: { info: () => undefined, error: (event, facts) => world.faults.push({ event, ...facts }) },
    nudgeDelivery: () => undefined,
    sections: reportSections,
    timetable: {
      ...timetable,
      previous(cron, timeZone, before) {
        world.amidPost(cron);
        return timetable.previous(cron, timeZone, before);
      },
    },
  });
  const deps = depsOn(database.pool, () => now);
  workspaces += 1;
  const workspace = await deps.store.workspaces.ensure(`T${workspaces}`, 'Kaffebar', true);

  const world: DigestWorld = {
    deps,
    workspaceId: workspace.id,
    pool: database.pool,
    faults: [],
    amidPost: () => undefined,
    at(instant) {
      now = new Date(instant);
    },
    anotherProcess: (clock = () => now) => depsOn(database.anotherPool(), clock),
    async add(choice) {
      const saved = await setDigest(deps, workspace.id, { ...weekly, ...choice }, 'U1');
      if (saved.kind === 'refused') throw new Error(JSON.stringify(saved.refusals));
      return saved.schedule;
    },
    async posts() {
      const { rows } = await database.pool.query(
        'SELECT key, channel_id, announcement FROM outbox WHERE workspace_id = $1 ORDER BY id',
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
