import type { ModalView } from '@slack/types';
import type { ObstacleFacts, ReadyAnnouncement } from '../../src/facts/announcement.ts';
import type { Note } from '../../src/facts/reply.ts';
import { replaceChannelView } from '../../src/messages/modals/replace-channel-form.ts';
import type { Locale } from '../../src/text/define-text.ts';

const facts: ObstacleFacts = {
  channelId: 'C0ALERTS',
  reason: 'not_in_channel',
  waiting: 3,
  isMended: false,
  isAlertChannel: true,
};

const obstacle = (more: Partial<ObstacleFacts> = {}) =>
  ({ kind: 'obstacle', obstacle: { ...facts, ...more } }) as const;

/** What admins are told of a channel that takes no messages. */
export const obstaclePosts: Readonly<Record<string, ReadyAnnouncement>> = {
  obstacle: obstacle(),
  'obstacle-archived': obstacle({ reason: 'is_archived', waiting: 1, isAlertChannel: false }),
  'obstacle-missing': obstacle({ reason: 'channel_not_found' }),
  'obstacle-restricted': obstacle({ reason: 'restricted_action' }),
  'obstacle-scope': obstacle({ reason: 'missing_scope' }),
  'obstacle-forbidden': obstacle({ reason: 'ekm_access_denied' }),
  'obstacle-content': obstacle({ reason: 'msg_too_long', waiting: 1 }),
  'obstacle-unknown': obstacle({ reason: 'a_word_of_tomorrow', waiting: 1200 }),
  'obstacle-mended': obstacle({ waiting: null, isMended: true }),
  'obstacle-over': obstacle({ waiting: null }),
};

export const obstacleNotes: readonly Note[] = [
  { kind: 'channel-tried', channelId: 'C0ALERTS', waiting: true },
  { kind: 'channel-tried', channelId: 'C0ALERTS', waiting: false },
  { kind: 'channel-replaced', from: 'C0ALERTS', to: 'C0ALERTS' },
  ...([{ kind: 'shown' }, { kind: 'soon' }, { kind: 'none' }, { kind: 'refused', reason: 'is_archived' }] as const).map(
    (card) => ({ kind: 'claimed', card }) as const,
  ),
  { kind: 'claimed', card: { kind: 'given-up', reason: 'edit_window_closed' } },
  { kind: 'handed-back', stewardId: null, card: { kind: 'shown' } },
  { kind: 'handed-back', stewardId: 'U0ASTEWARD', card: { kind: 'shown' } },
  { kind: 'handed-back', stewardId: null, card: { kind: 'refused', reason: 'not_in_channel' } },
  { kind: 'closed', card: { kind: 'refused', reason: 'restricted_action' } },
];

export function obstacleViews(locale: Locale): Readonly<Record<string, ModalView>> {
  return { 'replace-channel': replaceChannelView('C0ALERTS', locale) };
}
