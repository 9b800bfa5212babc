import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { BadSettings, readConfig, type SlackConfig } from './config.ts';
import { keepSegments } from './flows/segments/keep-segments.ts';
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
import { type ShellOutput, terminalOutput } from './shell/terminal-output.ts';
import { usageWords } from './shell/usage-words.ts';
import { type Database, type DatabasePlace, FolderInUse, openDatabase } from './store/database/database.ts';
import { connectToFolder } from './store/database/folder-lock.ts';
import { openStore } from './store/store.ts';

/** `npm run -s loyalty -- WORDS`: the same words as in Slack. While the app has the embedded database open, it answers. */
async function main(typed: readonly string[]): Promise<number> {
  const config = readConfig(process.env, [], 'shell');
  const { database: place, dataFolder, docsUrl, publicUrl, mail, firstSettings, slack } = config;
  const said = config.language && languageIn(typed) === null ? ['--language', config.language, ...typed] : typed;
  let language = languageIn(said) ?? 'en';
  const argv = await askBeforeRepair(said, language);
  if (argv === null) return 1;
  const output = terminalOutput(process.stdout, process.stderr, (spoken) => {
    language = spoken;
  });
  const isStopped = stopWhenAsked(() => usageWords(language).atOnce);
  const opened = await openOrAsk(place, dataFolder, argv, output, isStopped);
  if (typeof opened === 'number') return opened;
  const database = opened;
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
      surveyUrl: () => publicUrl,
      sendsMail: mail !== null,
      firstSettings,
      predict: predictInThread,
      ...(slack && {
        mustReach: (channel: string) => mustReach(slack, channel),
        namesInSlack: (ids: readonly string[]) => namesOf(slack, ids),
      }),
    };
    await keepSegments(deps);
    return await runShell(deps, argv, output, isStopped);
  } finally {
    await database.close();
  }
}

/**
 * Opens the database. While an app has the embedded one open, that app answers; while another call has, or an app that is not
 * ready, it is waited for.
 *
 * @returns the exit code where an app has answered
 */
async function openOrAsk(
  place: DatabasePlace,
  dataFolder: string,
  argv: readonly string[],
  output: ShellOutput,
  isStopped: () => boolean,
): Promise<Database | number> {
  const text = usageWords(languageIn(argv) ?? 'en');
  for (let tries = 0; !isStopped(); tries += 1) {
    try {
      return await openDatabase(place);
    } catch (thrown) {
      if (!(thrown instanceof FolderInUse)) throw thrown;
    }
    const app = await connectToFolder(dataFolder);
    const code = app && (await askRunningApp(app, argv, output));
    if (code !== null) return code;
    if (tries === 5) output.err(`${text.otherCall}\n`);
    await pause(100);
  }
  output.err(`${text.nothingDone}\n`);
  return 1;
}

/** Slack's client is loaded by the few calls that ask for it. */
async function mustReach({ botToken, apiUrl }: SlackConfig, channel: string): Promise<void> {
  const [{ deliveryClient }, { mustJoinChannel }] = await Promise.all([
    import('./delivery/call.ts'),
    import('./slack/join-channel.ts'),
  ]);
  await mustJoinChannel({ client: deliveryClient(botToken, { apiUrl }), memberId: '' }, channel);
}

async function namesOf({ botToken, apiUrl }: SlackConfig, ids: readonly string[]) {
  const [{ deliveryClient }, { namesInSlack }] = await Promise.all([
    import('./delivery/call.ts'),
    import('./slack/names-in-slack.ts'),
  ]);
  return namesInSlack(deliveryClient(botToken, { apiUrl }))(ids);
}

/** The first Ctrl-C lets what is at work come to a good end, the second one does not wait. */
function stopWhenAsked(atOnce: () => string): () => boolean {
  let stopped = false;
  process.on('SIGINT', () => {
    if (stopped) {
      process.stderr.write(`${atOnce()}\n`);
      process.exit(130);
    }
    stopped = true;
  });
  return () => stopped;
}

/** That of the package, which stands beside the built app. */
function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const log = logLines(process.stderr, 'error');
endAtLastResort(log);
keepHeapSmall();
try {
  const argv = process.argv.slice(2);
  if (argv.includes('--version')) process.stdout.write(`Loyalty Ladder ${version()}\n`);
  else process.exitCode = await main(argv);
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = thrown instanceof BadSettings ? 2 : 1;
}
