// A process that delivers until it is killed. Arguments: {place, token, apiUrl, settings} as JSON.

import { deliveryClient } from '../../dist/delivery/call.js';
import { startDelivery } from '../../dist/delivery/deliver.js';
import { openDatabase } from '../../dist/store/database/database.js';
import { sqlOn } from '../../dist/store/database/sql.js';
import { lanesStore } from '../../dist/store/desk/outbox-lanes.js';

const { place, token, apiUrl, settings } = JSON.parse(process.argv[2] ?? '{}');
const database = await openDatabase(place);
const client = deliveryClient(token, { apiUrl });
startDelivery({
  store: lanesStore(sqlOn(database.pool), `child ${process.pid}`),
  clientOf: async () => client,
  phrase: async (row) => row.announcement,
  now: () => new Date(),
  random: Math.random,
  log: { info: () => undefined, error: (event, facts) => process.stderr.write(`${event} ${JSON.stringify(facts)}\n`) },
  settings,
});
process.stdout.write('delivering\n');
