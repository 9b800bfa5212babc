import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type RunningSandbox as StartedSandbox,
  type StartOptions,
  startSandbox as startIn,
} from '@loyalty-ladder/sandbox';

/** The first workspace of the sandbox, in which the app is installed. */
export const nordlys = {
  id: 'T0NORDLYS01',
  bot: 'U0NLLADDER1',
  astrid: 'U0ASTRID001',
  jonas: 'U0JONAS0001',
  emily: 'U0EMILY0001',
  mads: 'U0MADS00001',
  guest: 'U0GUEST0001',
  general: 'C0GENERAL01',
  kundeservice: 'C0KUNDESERV',
  alarm: 'C0KUNDALARM',
  ledelse: 'C0LEDELSE01',
} as const;

export interface RunningSandbox extends StartedSandbox {
  /** Of the first workspace. */
  readonly botToken: string;
}

/**
 * Starts the sandbox with the app's own manifest, in a new folder unless one is given. `npm test` builds it. Tests press
 * and kill faster than Slack lets an app call; where they go at a person's pace, `conditions` make it keep Slack's limits.
 */
export async function startSandbox(
  options: Partial<Pick<StartOptions, 'folder' | 'port' | 'conditions' | 'refusals'>> = {},
): Promise<RunningSandbox> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'loyalty-sandbox-'));
  const conditions = { rateLimited: false, ...options.conditions };
  const sandbox = await startIn({ ...options, folder, manifest: 'manifest.yml', conditions });
  return { ...sandbox, botToken: sandbox.workspaces[0]?.botToken ?? '' };
}

/** A person's conversation with the app. */
export async function conversationOf(sandbox: RunningSandbox, id: string): Promise<string> {
  const [workspace] = await sandbox.describe();
  return workspace?.channels.find((one) => one.kind === 'im' && one.members.includes(id))?.id ?? '';
}

/** Longer than anything takes on a machine with much to do, and shorter than a test may: who waits in vain says for what. */
const inVainMs = 200_000;

/** Waits until something holds. @throws saying what was seen last, and from where it was waited for */
export async function until<T>(
  look: () => T | Promise<T>,
  holds: (value: T) => boolean = Boolean,
  pauseMs = 20,
): Promise<T> {
  const inVain = new Error(`What was waited for did not come in ${inVainMs / 1000} s.`);
  const end = Date.now() + inVainMs;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > end) {
      inVain.message += ` Seen last: ${String(JSON.stringify(value)).slice(-2000)}`;
      throw inVain;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
