// A process that delivers until it is killed. Arguments: {place, token, apiUrl, settings} as JSON.
import { startDelivery } from '../../dist/slack/deliver.js';
import { deliveryClient } from '../../dist/slack/deliver-call.js';
import { openDatabase } from '../../dist/store/database.js';
import { lanesStore } from '../../dist/store/lanes.js';
import { sqlOn } from '../../dist/store/sql.js';

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
