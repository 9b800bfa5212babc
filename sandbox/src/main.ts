import { parseArgs } from 'node:util';
import { languages, type ParentMessage, type ReadyLine } from './page-api.ts';
import { openSandbox, type Sandbox } from './sandbox.ts';
import { conditionsChange, refusalRules } from './state/conditions.ts';
import { app, firstDays } from './state/first-day.ts';
import { readManifest } from './state/manifest.ts';
import { noteRunning, noteStopped, refuseSecond } from './state/running.ts';
import { listen } from './wire/server.ts';
import { changeConditions } from './workspace/conditions.ts';
import { installationOf } from './workspace/installation.ts';

/**
 * The sandbox as a process of its own:
 *   node dist/main.js [--port 0] [--folder data/sandbox] [--manifest manifest.yml] [--request-url URL]
 *     [--conditions JSON] [--refusals JSON] [--language da] [--samples FOLDER]
 * or SANDBOX_PORT, SANDBOX_FOLDER, SANDBOX_MANIFEST, SANDBOX_REQUEST_URL, SANDBOX_CONDITIONS, SANDBOX_REFUSALS. When it listens, it prints one line of JSON:
 * its address, the app's secrets, and each workspace with its bot token (null where the app is not installed). The same
 * line stands in `running.json` in its folder as long as it runs; a second sandbox on the same folder is refused.
 */
async function main(): Promise<void> {
  if (process.env.NODE_ENV === 'production') throw new Error('The sandbox never runs with NODE_ENV=production.');
  const options = readOptions();
  await refuseSecond(options.folder);
  const { language, samples } = options;
  const sandbox = openSandbox(options.folder, readManifest(options.manifest), {
    language,
    samplesFolder: samples || null,
  });
  if (options.requestUrl) sandbox.delivery.setRequestUrl(options.requestUrl);
  const first = firstDays[0]?.id ?? '';
  changeConditions(sandbox, first, conditionsChange.parse(JSON.parse(options.conditions)));
  sandbox.refusals.follow(first, refusalRules.parse(JSON.parse(options.refusals)));
  const server = await listen(sandbox, options.port);
  const stop = () => {
    server.close(() => {
      sandbox.close();
      noteStopped(options.folder);
      process.exit(0);
    });
    sandbox.delivery.close();
    sandbox.live.close();
    server.closeAllConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started by another process: never outlives it, however that one ends.
  if (process.connected) process.once('disconnect', stop);
  if (process.connected) listenToParent(sandbox);
  const line = readyLine(sandbox);
  noteRunning(options.folder, line);
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.SANDBOX_PORT ?? '0' },
      host: { type: 'string', default: process.env.SANDBOX_HOST ?? '127.0.0.1' },
      folder: { type: 'string', default: process.env.SANDBOX_FOLDER ?? 'data/sandbox' },
      manifest: { type: 'string', default: process.env.SANDBOX_MANIFEST ?? 'manifest.yml' },
      'request-url': { type: 'string', default: process.env.SANDBOX_REQUEST_URL ?? '' },
      conditions: { type: 'string', default: process.env.SANDBOX_CONDITIONS ?? '{}' },
      refusals: { type: 'string', default: process.env.SANDBOX_REFUSALS ?? '[]' },
      language: { type: 'string', default: process.env.SANDBOX_LANGUAGE ?? 'da' },
      samples: { type: 'string', default: process.env.SANDBOX_SAMPLES ?? '' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
  if (!['127.0.0.1', 'localhost', '::1'].includes(values.host)) {
    throw new Error(`--host ${values.host} is refused: the sandbox listens on this machine only.`);
  }
  const language = languages.find((one) => one === values.language);
  if (!language) throw new Error(`--language ${values.language} is none of ${languages.join(', ')}.`);
  const { folder, manifest, 'request-url': requestUrl, conditions, refusals, samples } = values;
  return { port, folder, manifest, requestUrl, conditions, refusals, language, samples };
}

/** Whoever started it may be able to make its company again. */
function listenToParent(sandbox: Sandbox): void {
  let tell: ((isMade: boolean) => void) | null = null;
  process.on('message', (message: ParentMessage) => {
    if (message.type === 'made-again') tell?.(message.isMade);
    if (message.type !== 'can-make-again') return;
    sandbox.makeAgain = (language, onlyUntouched) =>
      new Promise((resolve) => {
        tell?.(false);
        tell = resolve;
        process.send?.({ type: 'make-again', language, onlyUntouched } satisfies ParentMessage);
      });
  });
}

function readyLine(sandbox: Sandbox): ReadyLine {
  const { appToken, signingSecret, clientId, clientSecret } = app;
  return {
    url: sandbox.address,
    pid: process.pid,
    apiUrl: `${sandbox.address}/api/`,
    authorizeUrl: `${sandbox.address}/oauth/v2/authorize`,
    app: { id: app.id, appToken, signingSecret, clientId, clientSecret },
    language: sandbox.world.language(),
    workspaces: firstDays.map((day) => {
      const installation = installationOf(sandbox, day.id);
      return {
        id: day.id,
        name: day.name,
        installed: installation !== null,
        botToken: installation?.token ?? null,
        botUserId: day.botUserId,
        botId: day.botId,
        installer: installation?.installer ?? null,
        appToken,
        signingSecret,
      };
    }),
  };
}

// The sandbox outlives the app that started it and may have taken its output with it.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
