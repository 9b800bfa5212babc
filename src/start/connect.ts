import { setTimeout as pause } from 'node:timers/promises';
import type { AuthTestResponse, WebClient } from '@slack/web-api';
import type { Config, SlackConfig } from '../config.ts';
import { deliveryClient } from '../delivery/call.ts';
import { outcomeOf } from '../delivery/call-outcome.ts';
import type { Log } from '../errors.ts';
import type { TakeRequest } from '../http/open-server.ts';
import { type findSandbox, type RunningSandbox, runSandbox } from '../run-sandbox.ts';
import type { ReceiverMode } from '../slack/receiver.ts';
import type { Pictures } from './pictures.ts';
import type { Stops } from './stops.ts';

/** Slack, or the sandbox in its place, and who the app is there. */
export interface Connected {
  readonly slack: SlackConfig;
  /** Null: real Slack. */
  readonly sandbox: RunningSandbox | null;
  readonly client: WebClient;
  readonly teamId: string;
  readonly teamName: string;
  /** Of the organisation that the workspace belongs to, where it does. */
  readonly enterpriseId: string | null;
  readonly bot: { readonly botId: string; readonly botUserId: string };
  /** Where a person finds the workspace. */
  readonly url: string | undefined;
}

/**
 * Asks Slack who the app is.
 *
 * @param startSandbox where there are no tokens of Slack
 */
export async function connect(
  config: Config,
  startSandbox: Awaited<ReturnType<typeof findSandbox>> | null,
  log: Log,
  stops: Stops,
): Promise<Connected> {
  const run = () =>
    startSandbox
      ? runSandbox(startSandbox, { folder: config.dataFolder, port: config.port, language: config.sandboxLanguage })
      : Promise.resolve(null);
  const sandbox = await stops.begin('sandbox', run, async (running) => running?.stop());
  void sandbox?.lost.then(() => stops.fail(new Error('The sandbox has ended, and the app with it: start it again.')));
  const slack = config.slack ?? sandboxConfig(sandbox);
  const client = deliveryClient(slack.botToken, { apiUrl: slack.apiUrl });
  const self = await whoAmI(client, log, stops);
  const { team_id: teamId = '', team: teamName = '', bot_id: botId = '', user_id: botUserId = '', url } = self;
  const enterpriseId = self.enterprise_id ?? null;
  return { slack, sandbox, client, teamId, teamName, enterpriseId, bot: { botId, botUserId }, url };
}

/** How Slack reaches the app. */
export function receiverModeOf(
  slack: SlackConfig,
  port: number,
  shown: Pick<Pictures, 'picture'> & { readonly surveys: TakeRequest },
): ReceiverMode {
  return slack.mode === 'socket'
    ? { mode: 'socket', appToken: slack.appToken }
    : { mode: 'http', signingSecret: slack.signingSecret, port, ...shown };
}

function sandboxConfig(sandbox: RunningSandbox | null): SlackConfig {
  if (!sandbox) throw new Error('There is neither Slack nor a sandbox');
  const { apiUrl, botToken, appToken } = sandbox;
  return { mode: 'socket', apiUrl, botToken, appToken };
}

/**
 * Asks until Slack answers: it may be away just when the app starts.
 *
 * @throws Error that says which setting Slack refuses
 */
async function whoAmI(client: WebClient, log: Log, stops: Stops): Promise<AuthTestResponse> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    stops.goOn();
    try {
      const self = await client.auth.test();
      if (self.team_id) return self;
      log.info('not-connected', { why: 'an answer that names no workspace' });
    } catch (thrown) {
      const outcome = outcomeOf(thrown);
      if (['refused', 'locked-out', 'missing'].includes(outcome.kind)) {
        throw new Error(`Slack does not take SLACK_BOT_TOKEN: ${outcome.why}`, { cause: thrown });
      }
      log.info('not-connected', { why: outcome.why });
      if (outcome.kind === 'rate-limited') pauseMs = Math.max(pauseMs, Math.min(outcome.waitMs, longestPauseMs));
    }
    await pause(pauseMs);
  }
}

const firstPauseMs = 1000;
const longestPauseMs = 30_000;
