import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { BadSettings, type Config, readConfig, type SlackConfig } from './config.ts';
import { type Context, contextOf, type Deps } from './context.ts';
import { deliveryClient } from './delivery/call.ts';
import { startDelivery } from './delivery/deliver.ts';
import { illustrator } from './delivery/illustrate.ts';
import { phraser } from './delivery/phrase.ts';
import { slackRefusal } from './delivery/slack-refusal.ts';
import { pictureUploads } from './delivery/upload-picture.ts';
import { postDigestNow, setDigest } from './flows/digests/set-digest.ts';
import { fillSample } from './flows/imports/fill-sample.ts';
import { setTarget } from './flows/targets/set-target.ts';
import { recountOlder } from './flows/upkeep/recount.ts';
import { keepHeapSmall } from './heap.ts';
import { timetable } from './jobs/due.ts';
import { jobs } from './jobs/index.ts';
import { predictionRunner } from './jobs/predict-customers.ts';
import { predictInThread } from './jobs/predictor.ts';
import { startJobs } from './jobs/schedule.ts';
import { logLines } from './log.ts';
import { calendarWindow } from './loyalty/time/calendar.ts';
import { localDay } from './loyalty/time/period.ts';
import { startDrawing } from './pictures/draw.ts';
import { findSandbox, type RunningSandbox, runSandbox } from './run-sandbox.ts';
import { generateSample } from './sample/generate-sample.ts';
import { digestSections } from './sections/digest/index.ts';
import { reportSections } from './sections/index.ts';
import { answerShells } from './shell/ask-running-app.ts';
import { importRunner } from './slack/imports/run-imports.ts';
import { listen } from './slack/listen.ts';
import { people } from './slack/people.ts';
import type { Ears } from './slack/receive.ts';
import { requestRunner } from './slack/said/run-requests.ts';
import { openDatabase } from './store/database/database.ts';
import { sqlOn } from './store/database/sql.ts';
import { lanesStore } from './store/desk/lanes.ts';
import { openStore, type WorkspaceStore } from './store/store.ts';

/** What was started, to be stopped in reverse order. */
type Stops = { readonly name: string; stop(): Promise<unknown> }[];

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const log = logLines(process.stderr);
  const stops: Stops = [];
  const stopAll = async () => {
    for (const { name, stop } of stops.splice(0).reverse()) {
      await stop().catch(() => log.error('stop-failed', { name }));
    }
  };
  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    void stopAll().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (config.underNpm) onStarterGone(onSignal);
  try {
    const address = await start(config, log, stops);
    if (!stopping) process.stdout.write(`${address}\n`);
  } catch (cause) {
    await stopAll();
    throw cause;
  }
}

/**
 * npm hands a signal to the shell that it runs a script with, and many a shell ends of it without handing it on. So the app
 * looks whether whoever started it is still there.
 */
function onStarterGone(stop: () => void): void {
  const starter = process.ppid;
  setInterval(() => {
    if (process.ppid !== starter) stop();
  }, 500).unref();
}

async function start(config: Config, log: ReturnType<typeof logLines>, stops: Stops): Promise<string> {
  const startSandbox = config.slack ? null : await findSandbox();
  const database = await openDatabase(config.database);
  stops.push({ name: 'database', stop: () => database.close() });
  if (!database.durable) log.info('database-not-durable', { what: 'a power cut may lose the newest rows' });
  const store = openStore(database);
  await recountOlder({ store, log });

  const sandbox = startSandbox && (await runSandbox(startSandbox, config.dataFolder, config.port));
  if (sandbox) stops.push({ name: 'sandbox', stop: () => sandbox.stop() });
  const slack = config.slack ?? sandboxConfig(sandbox);

  const client = deliveryClient(slack.botToken, { apiUrl: slack.apiUrl });
  const self = await client.auth.test().catch(refusedToken);
  const workspace = await store.workspaces.ensure(
    self.team_id ?? '',
    self.team ?? '',
    sandbox !== null,
    config.defaults,
  );

  let nudge = () => {};
  const { docsUrl } = config;
  const deps: Deps = {
    store,
    now: () => new Date(),
    log,
    nudgeDelivery: () => nudge(),
    timetable,
    sections: reportSections,
    docsUrl,
    predict: predictInThread,
  };
  const context = contextOf(deps, workspace.id);
  if (config.sample === 'yes' || (config.sample === 'sandbox' && sandbox !== null && database.kind === 'embedded')) {
    await openSampleCompany(context, sandbox && (await joinSampleChannels(client)));
  }
  const shells = answerShells(deps);
  stops.push({ name: 'shells', stop: () => shells.stop() });
  database.lock?.onConnection(shells.answer);

  // Of the embedded database there is one process: after a restart it takes its channels back at once.
  const holder = database.kind === 'embedded' ? 'embedded' : randomUUID();
  const drawing = startDrawing();
  stops.push({ name: 'drawing', stop: () => drawing.stop() });
  const pictures = illustrator({ ...deps, uploads: pictureUploads({ drawing, log }) });
  const delivery = startDelivery({
    store: lanesStore(sqlOn(database.pool), holder),
    clientOf: async (id) => (id === workspace.id ? client : null),
    phrase: phraser(deps),
    illustrator: pictures,
    now: deps.now,
    random: Math.random,
    log,
  });
  nudge = delivery.nudge;
  stops.push({ name: 'delivery', stop: () => delivery.stop() });

  const imports = importRunner({ ...context, client, apiUrl: slack.apiUrl });
  stops.push({ name: 'imports', stop: () => imports.stop() });

  const predictions = predictionRunner(deps);
  stops.push({ name: 'predictions', stop: () => predictions.stop() });

  const connection = {
    ...context,
    client,
    apiUrl: slack.apiUrl,
    people: people(client, self.team_id ?? '', deps.now),
    illustrator: pictures,
    firstAdmin: config.firstAdmin,
    nudgeImports: () => void imports.run(),
    nudgeRequests: () => void requests.run(),
    nudgePredictions: () => void predictions.run(),
  };
  // Of the embedded database there is one process: nobody else can be at work on what an earlier one left.
  if (database.kind === 'embedded') await freeAll(context.store);
  const requests = requestRunner(connection);
  stops.push({ name: 'requests', stop: () => requests.stop() });
  const clock = startJobs(
    jobs(deps, {
      imports: () => imports.run(),
      requests: () => requests.run(),
      predictions: () => predictions.run(),
    }),
    log,
  );
  stops.push({ name: 'jobs', stop: () => clock.stop() });
  const ears = await listen({
    ears: earsOf(slack, config.port),
    apiUrl: slack.apiUrl,
    botToken: slack.botToken,
    bot: { botId: self.bot_id ?? '', botUserId: self.user_id ?? '' },
    log,
    connectionOf: (teamId) => (teamId === self.team_id ? connection : null),
  });
  stops.push({ name: 'ears', stop: () => ears.stop() });

  if (sandbox) return sandbox.url;
  return ears.port === null ? (self.url ?? 'connected to Slack') : `http://127.0.0.1:${ears.port}/slack/events`;
}

async function freeAll({ imports, predictionRuns, requests }: WorkspaceStore): Promise<void> {
  for (const { freeAll: free } of [imports, predictionRuns, requests]) await free();
}

/**
 * The sample company in an empty workspace. In the sandbox's, alerts and a digest get the channels made for them.
 */
async function openSampleCompany(context: Context, channels: SampleChannels | null): Promise<void> {
  const { store, now } = context;
  if (await store.customers.exist()) return;
  const settings = await store.settings.read();
  if (channels) await store.settings.save({ ...settings, locale: 'da', alertChannelId: channels.alerts });
  const today = localDay(now(), settings.timeZone);
  await fillSample(context, () => generateSample({ seed: 1, today }), 'sample');
  if (!channels) return;
  const untilDay = calendarWindow('quarter', today + 30).to - 1;
  await setTarget(context, { ...targetOfSample, untilDay }, null);
  const sections = digestSections.map(({ name }) => name);
  const choice = { ...digestOfSample, sections, channelId: channels.digest, timeZone: settings.timeZone };
  await setDigest(context, choice, null);
  await postDigestNow(context, channels.digest, 'sample');
}

interface SampleChannels {
  readonly alerts: string;
  readonly digest: string;
}

const targetOfSample = { figure: 'nps', part: null, value: 45, span: 90 } as const;
const digestOfSample = { when: '0 9 * * 1', locale: 'da', active: true } as const;

/** The channels of the sandbox's workspace that are made for alerts and for all; the app joins them. */
async function joinSampleChannels(client: WebClient): Promise<SampleChannels | null> {
  const { channels = [] } = await client.conversations.list({ limit: 200 });
  const [alerts, digest] = ['kunder-alarm', 'general'].map(
    (name) => channels.find((channel) => channel.name === name)?.id,
  );
  if (!alerts || !digest) return null;
  for (const channel of [alerts, digest]) await client.conversations.join({ channel });
  return { alerts, digest };
}

function sandboxConfig(sandbox: RunningSandbox | null): SlackConfig {
  if (!sandbox) throw new Error('There is neither Slack nor a sandbox');
  const { apiUrl, botToken, appToken } = sandbox;
  return { mode: 'socket', apiUrl, botToken, appToken };
}

/** @throws Error that says which setting Slack refuses */
function refusedToken(cause: unknown): never {
  const why = slackRefusal(cause);
  throw why === null ? cause : new Error(`Slack does not take SLACK_BOT_TOKEN: ${why}`, { cause });
}

function earsOf(slack: SlackConfig, port: number): Ears {
  return slack.mode === 'socket'
    ? { mode: 'socket', appToken: slack.appToken }
    : { mode: 'http', signingSecret: slack.signingSecret, port };
}

keepHeapSmall();
main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(cause instanceof BadSettings ? 2 : 1);
});
