import { saveSettings } from '../../flows/save-settings.ts';
import { tellSettings } from '../../flows/tell-settings.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { readSettings, settingsForm, settingsView, timeZoneInUse } from '../../messages/modals/settings-form.ts';
import { toLocale } from '../../text/define-text.ts';
import type { Incoming } from '../incoming.ts';
import { joinChannel, notInChannelWords } from '../join-channel.ts';
import type { Outcome } from '../outcome.ts';
import { onSubmit } from './form.ts';

/** Everybody's own language; for those who may change it, what applies to the workspace too. */
export async function openSettings({ store, settings, memberId, role, locale }: Incoming): Promise<Outcome> {
  const facts = await tellSettings(store, settings, { id: memberId, mayChange: role !== 'member' });
  return { kind: 'open', view: settingsView(facts, locale) };
}

export const settings = onSubmit(
  settingsForm,
  (values, { locale, role }) => readSettings(values, locale, role !== 'member'),
  async (incoming, entry) => {
    const { deps, workspaceId, memberId, locale } = incoming;
    const channel = entry.workspace?.alertChannelId ?? null;
    if (channel !== null && !(await joinChannel(incoming, channel))) {
      return { kind: 'errors', errors: { 'alert-channel': notInChannelWords(locale) } };
    }
    const outcome = await saveSettings(deps, workspaceId, memberId, entry);
    if (outcome.kind === 'time-zone-in-use') {
      return { kind: 'errors', errors: { 'time-zone': timeZoneInUse(outcome.timeZone, locale) } };
    }
    return { kind: 'show', view: noteView({ kind: 'settings-saved' }, toLocale(entry.ownLocale) ?? locale) };
  },
);
