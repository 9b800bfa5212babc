import { findCommand } from '../commands/index.ts';
import { type Context, contextOf, type Deps } from '../context.ts';
import { UserError } from '../errors.ts';
import { saveFirstSettings } from '../flows/settings/save-settings.ts';
import { changeTimeZone } from '../flows/upkeep/change-time-zone.ts';
import { openWorkspace } from '../flows/workspaces/open-workspace.ts';
import { terminalActor } from '../loyalty/actor.ts';
import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import type { Settings } from '../loyalty/settings.ts';
import type { Workspace } from '../store/desk/workspaces.ts';
import type { Locale } from '../text/define-text.ts';
import { formatNumber } from '../text/number.ts';
import { placeOf } from './call-place.ts';
import type { ShellOptions, TypedOptions } from './options.ts';
import type { ShellOutput } from './terminal-output.ts';
import { usage } from './usage.ts';
import { usageWords } from './usage-words.ts';

/** A call of the shell. */
export interface ShellRequest extends Context {
  readonly settings: Settings;
  readonly options: ShellOptions;
  /** Says something on the way. */
  readonly tell: (words: string) => void;
  readonly progress: ShellOutput['progress'];
  readonly isStopped: () => boolean;
}

/** What a call is about: its workspace, and the settings that hold there. */
export async function toRequest(
  deps: Deps,
  options: TypedOptions,
  output: Pick<ShellOutput, 'err' | 'progress'>,
  isStopped: () => boolean,
): Promise<ShellRequest> {
  const { id } = await findWorkspace(deps, options);
  const context = contextOf(deps, id);
  const settings = await context.store.settings.read();
  return {
    ...context,
    settings,
    options: { ...options, language: options.language ?? settings.locale },
    tell: (words) => output.err(`${words}\n`),
    progress: output.progress,
    isStopped,
  };
}

/** The language of a call that cannot be read: that of the workspace, where there is one only. */
export async function languageOf({ store }: Deps): Promise<Locale> {
  const all = await store.workspaces.list();
  const real = all.filter(({ sandbox }) => !sandbox);
  const [only, ...others] = real.length > 0 ? real : all;
  return only && others.length === 0 ? (await store.of(only.id).settings.read()).locale : 'en';
}

/** The workspace asked for, else the only real one, else the sandbox's, which is made where there is none. */
async function findWorkspace(deps: Deps, { workspace: asked }: TypedOptions): Promise<Workspace> {
  const all = await deps.store.workspaces.list();
  if (asked !== null) {
    const found = all.filter(({ teamId, name }) => teamId === asked || name.toLowerCase() === asked.toLowerCase());
    if (found[0] && found.length === 1) return found[0];
    throw usage((locale) =>
      usageWords(locale).workspaceUnknown(asked, all.map(nameOf).join(', ') || usageWords(locale).nobody),
    );
  }
  const real = all.filter(({ sandbox }) => !sandbox);
  if (real.length > 1) {
    throw usage((locale) => usageWords(locale).severalWorkspaces(real.map(nameOf).join(', ')));
  }
  return real[0] ?? all[0] ?? openWorkspace(deps, sandboxWorkspace);
}

function nameOf({ teamId, name }: Workspace): string {
  return `${teamId} (${name})`;
}

/** The workspace that the sandbox is born with. */
const sandboxWorkspace = { teamId: 'T0NORDLYS01', name: 'Nordlys Kaffe', sandbox: true };

/**
 * Settings given with a call hold for an empty workspace; of one with customers they would change every day's figures.
 *
 * @throws UserError where they no longer can be given; the currency of a file's amounts always can
 */
export async function withGivenSettings(request: ShellRequest): Promise<ShellRequest> {
  const { settings, options } = request;
  const timeZone = options.timeZone ?? settings.timeZone;
  const currency = options.currency ?? settings.currency;
  const command = findCommand(options.words[0] ?? '')?.words[0];
  const brings = command === 'import' && options.words.length > 2;
  if (brings && options.timeZone === null && !(await request.store.customers.exist()))
    request.tell(usageWords(options.language).daysIn(settings.timeZone));
  if (timeZone === settings.timeZone && currency === settings.currency) return request;
  const next = { ...settings, timeZone, currency };
  if (await saveFirstSettings(request, next)) return { ...request, settings: next };
  if (timeZone !== settings.timeZone) {
    if (command !== 'settings' || !options.yes || options.words.length > 1)
      throw usage((locale) => usageWords(locale).zoneKept(settings.timeZone, timeZone));
    await moveTo(request, timeZone);
  }
  if (currency !== settings.currency && !bringsAmounts(options.words))
    throw usage((locale) => usageWords(locale).currencyKept(settings.currency));
  return { ...request, settings: { ...settings, timeZone } };
}

/** Whether a call holds amounts of its own, which may be in any currency. */
function bringsAmounts(words: readonly string[]): boolean {
  const place = placeOf({ words, given: ['amount'] });
  return place === 'correct order --amount' || withAmounts.some((kind) => place === `import ${kind}`);
}

const withAmounts: readonly ImportKind[] = ['orders', 'customers', 'recommendations', 'spend', 'rates'];

/** Puts the workspace into another time zone, and says what that moved. */
async function moveTo(request: ShellRequest, timeZone: string): Promise<void> {
  const outcome = await changeTimeZone(request, timeZone, terminalActor);
  if (outcome.kind === 'import-at-work')
    throw new UserError('import-at-work', (locale) => usageWords(locale).importAtWork);
  const { language } = request.options;
  if (outcome.kind === 'changed') request.tell(usageWords(language).zoneMoved(formatNumber(language, outcome.moved)));
}
