import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { type Context, contextOf, type Deps } from '../context.ts';
import { type Delivery, startDelivery } from '../delivery/deliver.ts';
import { phraser } from '../delivery/phrase.ts';
import { canvasWriter } from '../delivery/write-canvas.ts';
import { type Log, logFault } from '../errors.ts';
import { recountOlder } from '../flows/upkeep/recount.ts';
import { freeWork } from '../flows/workspaces/free-work.ts';
import { openWorkspace } from '../flows/workspaces/open-workspace.ts';
import { jobs } from '../jobs/index.ts';
import { predictionRunner } from '../jobs/prediction-runner.ts';
import { predictInThread } from '../jobs/predictor.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { timetable } from '../jobs/timetable.ts';
import { findSandbox } from '../run-sandbox.ts';
import type { Runner } from '../runner.ts';
import { reportSections } from '../sections/index.ts';
import { answerShells } from '../shell/ask-running-app.ts';
import type { Connection } from '../slack/identify-member.ts';
import { importRunner } from '../slack/imports/import-runner.ts';
import { mustJoinChannel } from '../slack/join-channel.ts';
import { listen } from '../slack/listen.ts';
import { namesInSlack } from '../slack/names-in-slack.ts';
import { obstacleRunner } from '../slack/obstacle-runner.ts';
import { isFrom } from '../slack/origin.ts';
import { people } from '../slack/people.ts';
import { requestRunner } from '../slack/said/request-runner.ts';
import { type Database, openDatabase } from '../store/database/database.ts';
import { sqlOn } from '../store/database/sql.ts';
import { lanesStore } from '../store/desk/outbox-lanes.ts';
import { openStore, type Store } from '../store/store.ts';
import { type Connected, connect, receiverModeOf } from './connect.ts';
import { startMails } from './mails.ts';
import { startPictures } from './pictures.ts';
import { companyAgain, sampleCompany } from './sample-company.ts';
import type { Stops } from './stops.ts';
import { startSurveys } from './surveys.ts';
import { warmUp } from './warm-up.ts';

/** Starts everything. @returns where a person finds the app, or Slack finds it */
export async function startApp(config: Config, log: Log, stops: Stops): Promise<string> {
  const startSandbox = config.slack ? null : await findSandbox();
  const { database, store } = await openData(config, log, stops);
  const connected = await connect(config, startSandbox, log, stops);
  const { teamId, teamName: name, enterpriseId, sandbox, slack, bot } = connected;
  let nudge = () => {};
  let nudgeObstacles = () => {};
  let surveyUrl: string | null = null;
  let mails: Runner | null = null;
  const deps = {
    ...depsOf(config, store, log, () => nudge()),
    surveyUrl: () => surveyUrl,
    sendsMail: config.mail !== null || sandbox !== null,
    nudgeMails: () => void mails?.run(),
  };
  const workspace = await openWorkspace(deps, { teamId, name, sandbox: sandbox !== null });
  const context = contextOf(deps, workspace.id);
  await sampleCompany(context, config, connected, database);
  const mustReach = (channel: string) => mustJoinChannel({ client: connected.client, memberId: '' }, channel);
  const shells = answerShells({ ...deps, mustReach, namesInSlack: namesInSlack(connected.client) });
  stops.add('shells', () => shells.stop());
  database.lock?.onConnection(shells.answer);

  const surveys = await startSurveys(deps, context, config, connected, stops);
  surveyUrl = surveys.url;
  const pictures = startPictures(deps, config, slack, stops);
  const { illustrator } = pictures;
  const onObstacle = () => nudgeObstacles();
  stops.goOn();
  const sending = { ...connected, workspaceId: workspace.id, illustrator, onObstacle };
  const delivery = startSending(deps, database, sending, stops);
  nudge = delivery.nudge;
  // Of the embedded database there is one process: nobody else can be at work on what an earlier one left.
  if (database.kind === 'embedded') await freeWork(context);
  stops.goOn();
  mails = startMails(context, config, connected, stops);
  const connection = startWork(
    context,
    deps,
    mails,
    { ...connected, illustrator, firstAdmin: config.firstAdmin },
    stops,
  );
  nudgeObstacles = connection.nudgeObstacles;
  await warmUp(context);
  const receiver = await listen({
    receiver: receiverModeOf(slack, config.port, { picture: pictures.picture, surveys: surveys.take }),
    apiUrl: slack.apiUrl,
    botToken: slack.botToken,
    bot,
    log,
    connectionOf: (origin) => (isFrom(origin, { teamId, enterpriseId }) ? connection : null),
  });
  stops.add('receiver', () => receiver.stop());
  if (config.sample === 'sandbox' && database.kind === 'embedded') {
    const again = companyAgain(context, config, connected, database, delivery, () => connection.people.forget());
    sandbox?.letMakeAgain(async (...asked) => {
      const isMade = await again(...asked);
      connection.nudgePredictions();
      return isMade;
    });
  }
  receiver.lost.catch((cause: Error) => {
    log.error('lost-slack', { why: cause.name });
    stops.fail(cause);
  });
  return sandbox?.url ?? addressOf(receiver.port) ?? connected.url ?? 'connected to Slack';
}

/** Where Slack's requests are taken, where it sends any. */
function addressOf(port: number | null): string | null {
  return port === null ? null : `http://127.0.0.1:${port}/slack/events`;
}

function depsOf({ docsUrl, firstSettings }: Config, store: Store, log: Log, nudgeDelivery: () => void): Deps {
  const now = () => new Date();
  const fixed = { timetable, sections: reportSections, predict: predictInThread };
  return { store, now, log, nudgeDelivery, ...fixed, docsUrl, firstSettings };
}

async function openData(config: Config, log: Log, stops: Stops): Promise<{ database: Database; store: Store }> {
  const database = await stops.begin(
    'database',
    () => openDatabase(config.database),
    (opened) => opened.close(),
  );
  database.onEnd?.((why) => {
    logFault(why, log, { during: 'embedded-database' });
    stops.fail(why);
  });
  if (!database.durable) log.info('database-not-durable', { what: 'a power cut may lose the newest rows' });
  const store = openStore(database);
  await recountOlder({ store, log }, stops.isStopping);
  return { database, store };
}

/** Sends what the outbox holds. */
function startSending(
  deps: Deps,
  { kind, pool }: Database,
  {
    workspaceId,
    client,
    illustrator,
    onObstacle,
  }: Connected & Pick<Connection, 'workspaceId' | 'illustrator'> & { readonly onObstacle: () => void },
  stops: Stops,
): Delivery {
  const { log, now } = deps;
  // Of the embedded database there is one process: after a restart it takes its channels back at once.
  const holder = kind === 'embedded' ? 'embedded' : randomUUID();
  const delivery = startDelivery({
    store: lanesStore(sqlOn(pool), holder),
    clientOf: async (id) => (id === workspaceId ? client : null),
    phrase: phraser(deps),
    illustrator,
    canvasWriter: canvasWriter(deps),
    now,
    random: Math.random,
    log,
    onObstacle,
  });
  stops.add('delivery', () => delivery.stop());
  return delivery;
}

/** Works off what rows ask for, when it is nudged and every minute. */
function startWork(
  context: Context,
  deps: Deps,
  mails: Runner | null,
  { slack, client, teamId, illustrator, firstAdmin }: Connected & Pick<Connection, 'illustrator' | 'firstAdmin'>,
  stops: Stops,
): Connection {
  const { apiUrl } = slack;
  const imports = importRunner({ ...context, client, apiUrl });
  stops.add('imports', () => imports.stop());
  const predictions = predictionRunner(deps);
  stops.add('predictions', () => predictions.stop());
  const connection: Connection = {
    ...context,
    client,
    apiUrl,
    people: people(client, teamId, context.now),
    illustrator,
    firstAdmin,
    // Orders that came in bring the first prediction.
    nudgeImports: () => void imports.run().then(predictions.run),
    nudgeRequests: () => void requests.run(),
    nudgePredictions: () => void predictions.run(),
    nudgeObstacles: () => void obstacles.run(),
  };
  const obstacles = obstacleRunner(connection);
  stops.add('obstacles', () => obstacles.stop());
  const requests = requestRunner(connection);
  stops.add('requests', () => requests.stop());
  const runners = {
    imports: imports.run,
    requests: requests.run,
    predictions: predictions.run,
    obstacles: obstacles.run,
    ...(mails && { mails: mails.run }),
  };
  const clock = startJobs(jobs(deps, runners), context.log);
  stops.add('jobs', () => clock.stop());
  return connection;
}
