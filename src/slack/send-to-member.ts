import type { Reply } from '../facts/reply.ts';
import { answerMember } from '../flows/requests/answer-member.ts';
import type { Incoming } from './identify-member.ts';

/** Takes an answer to the conversation of who asked with the app. */
export function sendTo(requestKey: string): (incoming: Incoming, reply: Reply) => Promise<void> {
  return async (incoming, reply) => {
    const { memberId, locale } = incoming;
    await answerMember(incoming, { channelId: await conversationWith(incoming), memberId, locale, reply, requestKey });
  };
}

/** The id of a member's conversation with the app. */
export async function conversationWith({ client, memberId }: Pick<Incoming, 'client' | 'memberId'>): Promise<string> {
  const { channel } = await client.conversations.open({ users: memberId });
  if (!channel?.id) throw new Error('Slack opened no conversation');
  return channel.id;
}
