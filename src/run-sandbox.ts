import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { startSandbox } from '@loyalty-ladder/sandbox';
import { BadSettings, type Config } from './config.ts';

/** @param onlyUntouched nobody has asked for it: leave it where anybody has done something. @returns whether it was made */
export type MakeAgain = (language: Config['sandboxLanguage'], onlyUntouched: boolean) => Promise<boolean>;

/** The sandbox's address and the secrets with which the app speaks to it. */
export interface RunningSandbox {
  readonly url: string;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  /** Kept when it has ended without having been stopped: nobody can reach the app any more. */
  readonly lost: Promise<void>;
  readonly language: Config['sandboxLanguage'];
  /** Takes what was said and done in it away, and begins its first day in a language. */
  beginAnew(language: Config['sandboxLanguage']): Promise<void>;
  /** Lets a person on its page have the company made again in another language. */
  letMakeAgain(make: MakeAgain): void;
  stop(): Promise<void>;
}

/**
 * Finds the sandbox, which need not be installed where the app has a Slack.
 *
 * @throws BadSettings that says what to do where it is not
 */
export async function findSandbox(): Promise<typeof startSandbox> {
  try {
    return (await import('@loyalty-ladder/sandbox')).startSandbox;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new BadSettings([
      'SLACK_BOT_TOKEN is not set, and the sandbox that stands in for Slack is not installed: set SLACK_BOT_TOKEN and the tokens beside it, or run "npm ci" in a checkout, which installs the sandbox',
    ]);
  }
}

/**
 * Starts the sandbox as a process of its own, which ends with this one however this one ends.
 *
 * @throws Error with the sandbox's own words when it does not start
 */
export async function runSandbox(
  start: typeof startSandbox,
  {
    folder,
    port,
    language,
  }: { readonly folder: string; readonly port: number; readonly language: Config['sandboxLanguage'] },
): Promise<RunningSandbox> {
  const manifest = fileURLToPath(new URL('../manifest.yml', import.meta.url));
  const samples = fileURLToPath(new URL('../docs/samples', import.meta.url));
  const first = { language, samples };
  const sandbox = await start({ folder: join(folder, 'sandbox'), manifest, port, ...first }).catch((cause: unknown) => {
    if (String(cause).includes('EADDRINUSE'))
      throw new Error(`PORT ${port} is in use. Set PORT to another one, or to 0 for any free one.`, { cause });
    throw cause;
  });
  const installed = sandbox.workspaces.find(({ botToken }) => botToken !== null);
  if (!installed?.botToken) throw new Error('The app is installed in no workspace of the sandbox.');
  const { url, apiUrl, beginAnew, letMakeAgain } = sandbox;
  const { botToken, appToken } = installed;
  let isStopped = false;
  const lost = new Promise<void>((tell) => void sandbox.ended.then(() => isStopped || tell()));
  const stop = () => {
    isStopped = true;
    return sandbox.stop();
  };
  return { url, apiUrl, botToken, appToken, lost, language: sandbox.language, beginAnew, letMakeAgain, stop };
}
