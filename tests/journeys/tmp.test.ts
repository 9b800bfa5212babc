import { afterAll, beforeAll, describe } from 'vitest';
import { withDatabases } from '../support/database.ts';
import { bringIn } from './company.ts';
import { type Office, openOffice } from './office.ts';
import { afterSaid, saidJourneys } from './said.ts';

for (const transport of ['HTTP', 'Socket Mode'] as const)
  describe(transport, () =>
    withDatabases((kind) => {
      let office: Office;
      beforeAll(async () => {
        office = await openOffice(transport, kind);
        await bringIn(office);
      });
      afterAll(() => office.close());
      describe('said', () => saidJourneys(() => office));
      describe('after', () => afterSaid(() => office));
    }),
  );
