import type pg from 'pg';
import type { Deps } from '../../src/context.ts';
import { predictInThread } from '../../src/jobs/predictor.ts';
import { timetable } from '../../src/jobs/timetable.ts';
import { reportSections } from '../../src/sections/index.ts';
import { openStore } from '../../src/store/store.ts';
import type { DatabaseKind } from './database.ts';

/** What flows reach for, on a database of a test. */
export function depsOn(kind: Pick<DatabaseKind, 'name'>, pool: pg.Pool, given: Partial<Deps> = {}): Deps {
  return {
    store: openStore({
      kind: kind.name === 'embedded' ? 'embedded' : 'server',
      pool,
      durable: false,
      lock: null,
      dump: null,
      close: async () => undefined,
    }),
    now: () => new Date(),
    log: { info: () => undefined, error: () => undefined },
    nudgeDelivery: () => undefined,
    timetable,
    sections: reportSections,
    predict: predictInThread,
    ...given,
  };
}
