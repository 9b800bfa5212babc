import type { ModalView } from '@slack/types';
import { UserError } from '../../errors.ts';
import {
  changesRules,
  type SaveSettingsOutcome,
  type SettingsChange,
  saveSettings,
} from '../../flows/settings/save-settings.ts';
import { tellSettings } from '../../flows/settings/tell-settings.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { readSettings, type SettingsEntry, settingsForm, settingsView } from '../../messages/modals/settings-form.ts';
import { changedMeanwhile, recounting, timeZoneInUse } from '../../messages/modals/settings-saving.ts';
import { waitingView } from '../../messages/modals/waiting-view.ts';
import type { Locale } from '../../text/define-text.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { joinChannel, notJoinedWords } from '../join-channel.ts';
import { onSubmit } from './form.ts';

/** Everybody's own language; for those who may change it, what applies to the workspace too. */
export async function openSettings(incoming: Incoming): Promise<Outcome> {
  const { memberId, role, locale } = incoming;
  const facts = await tellSettings(incoming, { id: memberId, mayChange: role !== 'member' });
  return { kind: 'open', view: settingsView(facts, locale) };
}

export const settings = onSubmit(
  settingsForm,
  (values, { locale, role }) => readSettings(values, locale, role !== 'member'),
  async (incoming, filled, { seen }) => {
    const { settings: before, locale, store } = incoming;
    const entry = { ...filled, ...(seen && { seen }) };
    const channel = entry.workspace?.alertChannelId ?? null;
    const refused = channel === null ? null : await joinChannel(incoming, channel);
    if (refused) return { kind: 'errors', errors: { 'alert-channel': notJoinedWords(locale, refused) } };
    const first = entry.workspace?.timeZone !== before.timeZone && !(await store.customers.exist());
    if (entry.workspace && (changesRules(before, entry.workspace) || first)) {
      // All customers are counted anew, or an import at work is waited for: both may take longer than Slack waits.
      return { kind: 'show', view: waitingView(locale, recounting(locale)), later: async () => saved(incoming, entry) };
    }
    const outcome = await saveSettings(incoming, incoming.memberId, entry);
    if (outcome.kind === 'saved') return { kind: 'show', view: savedView(entry, locale) };
    return { kind: 'errors', errors: refusalsOf(outcome, locale) };
  },
);

async function saved(incoming: Incoming, entry: SettingsEntry & Pick<SettingsChange, 'seen'>): Promise<ModalView> {
  const { memberId, locale } = incoming;
  const outcome = await saveSettings(incoming, memberId, entry);
  if (outcome.kind === 'saved') return savedView(entry, locale);
  // The form comes back with what was filled in.
  throw new UserError(outcome.kind, (told) => Object.values(refusalsOf(outcome, told)).join(' '));
}

/** Words by field. */
function refusalsOf(
  outcome: Exclude<SaveSettingsOutcome, { kind: 'saved' }>,
  locale: Locale,
): Readonly<Record<string, string>> {
  switch (outcome.kind) {
    case 'time-zone-in-use':
      return { 'time-zone': timeZoneInUse(outcome.timeZone, locale) };
    case 'changed-meanwhile':
      return changedMeanwhile(outcome.names, locale);
  }
}

function savedView({ ownLocale }: SettingsEntry, locale: Locale): ModalView {
  return noteView({ kind: 'settings-saved' }, ownLocale ?? locale);
}
