import { BadSettings, readConfig, type SlackConfig } from './config.ts';
import { recountOlder } from './flows/upkeep/recount.ts';
import { keepHeapSmall } from './heap.ts';
import { predictInThread } from './jobs/predictor.ts';
import { timetable } from './jobs/timetable.ts';
import { endAtLastResort } from './last-resort.ts';
import { logLines } from './log.ts';
import { reportSections } from './sections/index.ts';
import { askBeforeRepair } from './shell/ask-before-repair.ts';
import { askRunningApp } from './shell/ask-running-app.ts';
import { languageIn } from './shell/options.ts';
import { runShell } from './shell/shell.ts';
import { FolderInUse, openDatabase } from './store/database/database.ts';
import { connectToFolder } from './store/database/folder-lock.ts';
import { openStore } from './store/store.ts';

/** `npm run -s loyalty -- WORDS`: the same words as in Slack. While the app has the embedded database open, it answers. */
async function main(typed: readonly string[]): Promise<number> {
  const config = readConfig(process.env, [], 'shell');
  const { database: place, dataFolder, docsUrl, firstSettings, slack } = config;
  const argv = config.language && languageIn(typed) === null ? ['--language', config.language, ...typed] : typed;
  const output = {
    out: (text: string) => process.stdout.write(text),
    err: (text: string) => process.stderr.write(text),
  };
  const isStopped = stopWhenAsked();
  const database = await openDatabase(place).catch((thrown: unknown) => {
    if (thrown instanceof FolderInUse) return null;
    throw thrown;
  });
  if (!database) {
    const app = await connectToFolder(dataFolder);
    if (!app) throw new Error(`The embedded database in ${dataFolder} is in use by a process that does not answer.`);
    return askRunningApp(app, argv, output);
  }
  try {
    const store = openStore(database);
    await recountOlder({ store, log }, isStopped);
    const deps = {
      store,
      now: () => new Date(),
      log,
      nudgeDelivery: () => undefined,
      timetable,
      sections: reportSections,
      docsUrl,
      firstSettings,
      predict: predictInThread,
      ...(slack && { mustReach: (channel: string) => mustReach(slack, channel) }),
    };
    return await runShell(deps, argv, output, isStopped);
  } finally {
    await database.close();
  }
}

/** Slack's client is loaded by the few calls that ask for it. */
async function mustReach({ botToken, apiUrl }: SlackConfig, channel: string): Promise<void> {
  const [{ deliveryClient }, { mustJoinChannel }] = await Promise.all([
    import('./delivery/call.ts'),
    import('./slack/join-channel.ts'),
  ]);
  await mustJoinChannel({ client: deliveryClient(botToken, { apiUrl }), memberId: '' }, channel);
}

/** The first Ctrl-C lets what is at work come to a good end, the second one does not wait. */
function stopWhenAsked(): () => boolean {
  let stopped = false;
  process.on('SIGINT', () => {
    if (stopped) {
      process.stderr.write('Stopped at once. What was finished before stays; make the same call again for the rest.\n');
      process.exit(130);
    }
    stopped = true;
  });
  return () => stopped;
}

const log = logLines(process.stderr, 'error');
endAtLastResort(log);
keepHeapSmall();
try {
  const argv = await askBeforeRepair(process.argv.slice(2));
  process.exitCode = argv === null ? 1 : await main(argv);
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = thrown instanceof BadSettings ? 2 : 1;
}
