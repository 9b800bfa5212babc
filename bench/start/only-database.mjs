// The yardstick: opens the same embedded database as the app does, and nothing else.
import { join } from 'node:path';
import { root } from '../processes.mjs';

const { openDatabase } = await import(join(root, 'dist/store/database/database.js'));
const database = await openDatabase({ kind: 'folder', folder: process.env.LOYALTY_DATA });
process.on('SIGTERM', () => database.close().then(() => process.exit(0)));
process.stdout.write('open\n');
