import { describe, expect, test } from 'vitest';
import { type PlaceKind, placeKinds, runShell } from '../support/life.ts';
import { file } from './support.ts';

const customers = file(`customer,name\n${Array.from({ length: 40 }, (_, n) => `K${n},Anna ${n}\n`).join('')}`);

/** As PostgreSQL calls what it fails at, and what is said of it. */
const faults = {
  disk_full: 'The disk of the database is full. Make room on it.',
  too_many_connections: 'The database takes no more connections.',
  query_canceled: 'The database ended it at its time limit (statement_timeout).',
  read_only_sql_transaction: 'The database does not let this user write.',
};

describe.each(placeKinds)('on the $name database', ({ open }: PlaceKind) => {
  test('an import that the database ends says why, and what of the file is in', async () => {
    const place = await open();
    const fails = (condition: string) =>
      place.use((pool) =>
        pool.query(`
          CREATE OR REPLACE FUNCTION in_the_way() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${condition}'; END $$;
          CREATE OR REPLACE TRIGGER in_the_way BEFORE INSERT ON customers EXECUTE FUNCTION in_the_way()`),
      );
    const imports = () => runShell(place, ['import', 'customers', customers]);
    try {
      for (const [condition, why] of Object.entries(faults)) {
        await fails(condition);
        const { code, err } = await imports();
        expect(code).toBe(1);
        expect(err).toContain(why);
        expect(err).toContain('Nothing of the file is in');
      }
      await place.use((pool) => pool.query('DROP TRIGGER in_the_way ON customers'));
      expect((await imports()).code).toBe(0);
    } finally {
      await place.close();
    }
  });
});
