import type { Asking } from '../commands/command.ts';
import { drawReply } from '../commands/draw-reply.ts';
import { answerWords } from '../commands/index.ts';
import { type Context, contextOf, type Deps } from '../context.ts';
import { explain, UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { predictAsOf } from '../flows/predictions/predict-customers.ts';
import { saveFirstSettings } from '../flows/settings/first-settings.ts';
import { tellSettings } from '../flows/settings/tell-settings.ts';
import { openWorkspace } from '../flows/workspaces/open-workspace.ts';
import { differenceCount } from '../loyalty/counts/verification.ts';
import { defaultSettings, type Settings } from '../loyalty/settings.ts';
import { localDay } from '../loyalty/time/period.ts';
import type { Workspace } from '../store/desk/workspaces.ts';
import { addFeedback } from './add-feedback.ts';
import { databaseFaultWords } from './database-fault.ts';
import { shellHelp } from './help.ts';
import { importFile, importUsage } from './import-file.ts';
import { readOptions, type ShellOptions, usage } from './options.ts';
import { postDigest } from './post-digest.ts';
import { toText } from './print.ts';
import { setTarget } from './set-target.ts';
import { toJson } from './to-json.ts';
import { verifyKept } from './verify.ts';

/** What a call in a terminal says, and where it goes. */
export interface ShellOutput {
  out(text: string): void;
  /** Progress and refusals, apart from the answer. */
  err(text: string): void;
}

export interface ShellRequest extends Context {
  readonly settings: Settings;
  readonly options: ShellOptions;
  /** Tells how far long work is. */
  readonly tell: (progress: string) => void;
  readonly isStopped: () => boolean;
}

/**
 * Runs one call of the shell.
 *
 * @returns the exit code: 0 done, 1 not or not wholly (refused rows too), 2 wrongly called
 */
export async function runShell(
  deps: Deps,
  argv: readonly string[],
  output: ShellOutput,
  isStopped: () => boolean,
): Promise<0 | 1 | 2> {
  let options: ShellOptions | null = null;
  try {
    options = readOptions(argv);
    const request = await toRequest(deps, options, output, isStopped);
    const reply = await answer(request);
    output.out(options.json ? `${JSON.stringify(toJson(reply), null, 2)}\n` : toTerminal(reply, request));
    if (reply.kind === 'help' && reply.unknown) return 2;
    return isWhole(reply) ? 0 : 1;
  } catch (thrown) {
    const mendable = databaseFaultWords(thrown);
    if (mendable) {
      output.err(`${mendable}\n`);
      return 1;
    }
    output.err(`${explain(thrown, options?.language ?? 'en', deps.log).replaceAll('`', '')}\n`);
    return thrown instanceof UserError && wrongCalls.has(thrown.code) ? 2 : 1;
  }
}

/** Refusals of how something was asked, not of what. */
const wrongCalls = new Set([
  'usage',
  'bad-window',
  'window-ahead',
  'bad-filter',
  'bad-digest',
  'bad-target',
  'bad-review',
  'customer-missing',
]);

/** In the languages of the product. */
const verifyWords = new Set(['verify', 'kontroller', 'efterprøv', 'etterprøv']);

/** Whether all was done and found as it should be. */
function isWhole(reply: Reply): boolean {
  if (reply.kind === 'import') return reply.result.refused === 0;
  return reply.kind !== 'verification' || differenceCount(reply.afterRepair ?? reply.found) === 0;
}

async function answer(request: ShellRequest): Promise<Reply> {
  const { options, settings } = request;
  const asOf = options.asOf ?? localDay(request.now(), settings.timeZone) + 1;
  const asking: Asking = {
    ...request,
    memberId: null,
    role: 'admin',
    asOf,
    windowDays: options.windowDays,
    predictNow: () => predictAsOf(request, asOf, settings.currency),
  };
  if (verifyWords.has(options.words[0]?.toLowerCase() ?? '')) return verifyKept(request);
  if (options.words[0] === 'import') return { kind: 'import', result: await importFile(request) };
  const answered = await answerWords(asking, typedWords(options));
  switch (answered.kind) {
    case 'reply':
      return answered.reply;
    case 'set-target':
      return setTarget(request, answered.proposal);
    case 'digest-now':
      return postDigest(request);
    case 'modal':
      switch (answered.modal) {
        case 'feedback':
          return addFeedback(request);
        case 'import':
          throw usage(importUsage);
        case 'settings':
          return {
            kind: 'settings',
            settings: await tellSettings(request, { id: 'shell', mayChange: true }),
          };
        case 'digest':
        case 'review':
          return { kind: 'digest-settings', schedules: await asking.store.schedules.list() };
      }
  }
}

/** The words of the call, with those of `--window` where they would be typed. */
function typedWords({ words, windowWords }: ShellOptions): string {
  if (windowWords === null) return words.join(' ');
  return [...(words.length > 0 ? words : ['overview']), windowWords].join(' ');
}

async function toRequest(
  deps: Deps,
  options: ShellOptions,
  output: ShellOutput,
  isStopped: () => boolean,
): Promise<ShellRequest> {
  const { id } = await findWorkspace(deps, options);
  const context = contextOf(deps, id);
  const settings = await settle(context, options);
  const tell = (progress: string) => output.err(`${progress}\n`);
  return { ...context, settings, options, tell, isStopped };
}

/** The workspace asked for, else the only real one, else the sandbox's, which is made where there is none. */
async function findWorkspace({ store }: Deps, { workspace: asked }: ShellOptions): Promise<Workspace> {
  const all = await store.workspaces.list();
  if (asked !== null) {
    const found = all.filter(({ teamId, name }) => teamId === asked || name.toLowerCase() === asked.toLowerCase());
    if (found[0] && found.length === 1) return found[0];
    throw usage(
      `--workspace ${asked} is not known. There are: ${all.map(({ teamId, name }) => `${teamId} (${name})`).join(', ') || 'none'}.`,
    );
  }
  const real = all.filter(({ sandbox }) => !sandbox);
  if (real.length > 1) {
    throw usage(
      `There are several workspaces; choose one with --workspace: ${real.map(({ teamId, name }) => `${teamId} (${name})`).join(', ')}.`,
    );
  }
  return real[0] ?? all[0] ?? openWorkspace({ store }, sandboxWorkspace);
}

/** The workspace that the sandbox is born with. */
const sandboxWorkspace = { teamId: 'T0NORDLYS01', name: 'Nordlys Kaffe', sandbox: true };

/** Settings given with a call hold for an empty workspace; of one with customers they would change every day's figures. */
async function settle(context: Context, { timeZone, currency }: ShellOptions): Promise<Settings> {
  const settings = await context.store.settings.read();
  const next = { ...settings, timeZone: timeZone ?? settings.timeZone, currency: currency ?? settings.currency };
  if (next.timeZone === settings.timeZone && next.currency === settings.currency) return settings;
  if (await saveFirstSettings(context, next)) return next;
  if (next.timeZone !== settings.timeZone) {
    throw usage(
      `This workspace keeps its days in ${settings.timeZone}; --time-zone can only be given before the first customer.`,
    );
  }
  return settings;
}

function toTerminal(reply: Reply, { settings, now, docsUrl, options }: ShellRequest): string {
  const { timeZone } = { ...defaultSettings, ...settings };
  const today = localDay(now(), timeZone);
  const context = { today, timeZone, said: null, memberId: null, docsUrl };
  const text = toText(drawReply(reply, options.language, context));
  return reply.kind === 'help' ? `${text}\n${shellHelp(options.language)}` : text;
}
