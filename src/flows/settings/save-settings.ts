import type { Context } from '../../context.ts';
import { type Marks, mergeChanges } from '../../loyalty/changed-meanwhile.ts';
import type { CustomerLink } from '../../loyalty/customer-links.ts';
import type { LadderRules } from '../../loyalty/ladder/rung-rules.ts';
import type { Settings } from '../../loyalty/settings.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { recount } from '../upkeep/recount.ts';
import { weighAnew } from '../upkeep/weigh-anew.ts';
import { rolesOf } from './tell-settings.ts';

export interface SettingsChange {
  /** The member's own language; null follows Slack, then the workspace. */
  readonly ownLocale: Settings['locale'] | null;
  /** Null: only the own language is set. */
  readonly workspace: (Settings & { readonly admins: readonly string[]; readonly stewards: readonly string[] }) | null;
  /** What the form was drawn from; left out: whoever saves has just read it. */
  readonly seen?: Marks;
}

export type SaveSettingsOutcome =
  | { readonly kind: 'saved' }
  /** Days have been counted in this time zone; another one would need all of them counted anew. */
  | { readonly kind: 'time-zone-in-use'; readonly timeZone: string }
  /** Somebody else changed the same meanwhile, each by its name; nothing was saved. */
  | { readonly kind: 'changed-meanwhile'; readonly names: readonly string[] };

/** Saves what a member chose for themselves and, where given, for the workspace. */
export async function saveSettings(
  context: Context,
  memberId: string,
  { ownLocale, workspace, seen }: SettingsChange,
): Promise<SaveSettingsOutcome> {
  return context.transaction(async (tx): Promise<SaveSettingsOutcome> => {
    if (workspace) {
      const before = await tx.settings.readToChange();
      const now = { ...before, ...rolesOf(await tx.members.list()) };
      const { merged, both } = mergeChanges(seen ?? null, now, workspace);
      if (both.length > 0) return { kind: 'changed-meanwhile', names: both };
      const { admins, stewards, ...settings } = merged;
      if (settings.timeZone !== before.timeZone && (await daysAreCounted(tx, context.now()))) {
        return { kind: 'time-zone-in-use', timeZone: before.timeZone };
      }
      await tx.settings.save(settings);
      await moveAlerts(tx, before, settings, context.now());
      if (changesRules(before, settings)) await recount(tx);
      else if (settings.currency !== before.currency) {
        await weighAnew(tx, (await tx.settings.holdAlone()).ladderRules);
      }
      await tx.members.setRoles(admins, stewards);
      await tx.audit.add(context.now(), memberId, 'settings.saved', 'workspace', { ...settings, admins, stewards });
    }
    await tx.members.setLocale(memberId, ownLocale);
    return { kind: 'saved' };
  });
}

/** Alerts that the channel did not take so far go to the one that takes its place. */
async function moveAlerts(tx: WorkspaceStore, before: Settings, after: Settings, now: Date): Promise<void> {
  const [from, to] = [before.alertChannelId, after.alertChannelId];
  if (from !== null && to !== null && from !== to) await tx.obstacles.moveWaiting(from, to, now, 'alerts');
}

/** Sets how many alerts an hour get a card of their own. */
export async function limitAlerts(context: Context, actor: string, alertsPerHour: number): Promise<void> {
  await context.transaction(async (tx) => {
    await tx.settings.limitAlerts(alertsPerHour);
    await tx.audit.add(context.now(), actor, 'settings.saved', 'workspace', { alertsPerHour });
  });
}

/** Sets where the company looks customers up. */
export async function setCustomerLinks(
  context: Context,
  actor: string,
  customerLinks: readonly CustomerLink[],
): Promise<void> {
  await context.transaction(async (tx) => {
    const before = await tx.settings.readToChange();
    await tx.settings.save({ ...before, customerLinks });
    await tx.audit.add(context.now(), actor, 'settings.saved', 'workspace', { customerLinks });
  });
}

/** Whether days are counted in the time zone, or are about to be. Who is at work on that is waited for. */
async function daysAreCounted(tx: WorkspaceStore, now: Date): Promise<boolean> {
  if (await tx.customers.exist()) return true;
  await tx.settings.holdAlone();
  return (await tx.customers.exist()) || (await tx.answers.exist()) || tx.imports.anyRunning(now);
}

/** Whether the rules of the ladder change, so that all customers are to be counted anew. */
export function changesRules(before: Settings, after: Settings): boolean {
  const names = Object.keys(after.ladderRules) as (keyof LadderRules)[];
  return names.some((name) => after.ladderRules[name] !== before.ladderRules[name]);
}

/**
 * Saves settings of an empty workspace; in one with customers they would change every day's figures.
 *
 * @returns whether they are saved
 */
export async function saveFirstSettings(
  { transaction, now }: Pick<Context, 'now' | 'transaction'>,
  first: Partial<Pick<Settings, 'timeZone' | 'currency'>>,
): Promise<boolean> {
  return transaction(async (tx) => {
    const before = await tx.settings.readToChange();
    if (await daysAreCounted(tx, now())) return false;
    await tx.settings.save({ ...before, ...first });
    return true;
  });
}
