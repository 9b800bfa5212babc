import { BadSettings, readConfig } from './config.ts';
import { keepHeapSmall } from './heap.ts';
import { endAtLastResort } from './last-resort.ts';
import { logLines } from './log.ts';
import { startApp } from './start/app.ts';
import { stopsAtSignal } from './start/stops.ts';
import { serverFault } from './store/database/server-fault.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const stops = stopsAtSignal(log, config.underNpm);
  try {
    const address = await startApp(config, log, stops);
    if (!stops.isStopping()) process.stdout.write(`${address}\n`);
  } catch (cause) {
    // What a signal stopped while it was starting is no failure: the signal's own stop ends the process.
    if (stops.isStopping()) return;
    await stops.stopAll();
    throw (config.database.kind === 'server' && serverFault(cause)) || cause;
  }
}

const log = logLines(process.stderr);
endAtLastResort(log);
keepHeapSmall();
main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(cause instanceof BadSettings ? 2 : 1);
});
