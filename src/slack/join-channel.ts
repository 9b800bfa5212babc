import { slackRefusal } from '../delivery/slack-refusal.ts';
import { UserError } from '../errors.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import type { Incoming } from './identify-member.ts';

/**
 * Makes sure that the app is in a channel before something is to be posted there: a public one is joined, into a private
 * one the app must have been invited. Of the conversations of two it is in those with itself alone.
 *
 * @returns whether it is in
 */
export async function joinChannel(
  { client, memberId }: Pick<Incoming, 'client' | 'memberId'>,
  channel: string,
): Promise<boolean> {
  try {
    if (channel.startsWith('D')) return (await client.conversations.open({ users: memberId })).channel?.id === channel;
    const { channel: found } = await client.conversations.info({ channel });
    if (found?.is_member) return true;
    if (found?.is_private) return false;
    await client.conversations.join({ channel });
    return true;
  } catch (cause) {
    if (slackRefusal(cause) !== null) return false;
    throw cause;
  }
}

/** @throws UserError where the app is not in the channel and cannot join it */
export async function mustJoinChannel(incoming: Incoming, channel: string): Promise<void> {
  if (!(await joinChannel(incoming, channel))) throw new UserError('not-in-channel', notInChannelWords);
}

const words = defineText({
  en: { invite: 'Loyalty Ladder is not in this channel. Type /invite @Loyalty Ladder there and try again.' },
  da: { invite: 'Loyalty Ladder er ikke med i kanalen. Skriv /invite @Loyalty Ladder i den, og prøv igen.' },
  nb: { invite: 'Loyalty Ladder er ikke med i kanalen. Skriv /invite @Loyalty Ladder i den, og prøv på nytt.' },
});

/** What to do when the app is not in a channel and cannot join it. */
export function notInChannelWords(locale: Locale): string {
  return words(locale).invite;
}
