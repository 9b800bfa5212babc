import type { Reply } from '../facts/reply.ts';
import { answerMember } from '../flows/requests/answer-member.ts';
import type { Incoming } from './identify-member.ts';

/** Takes an answer to the conversation of who asked with the app. */
export function sendTo(requestKey: string): (incoming: Incoming, reply: Reply) => Promise<void> {
  return async (incoming, reply) => {
    const { client, memberId, locale } = incoming;
    const { channel } = await client.conversations.open({ users: memberId });
    if (!channel?.id) throw new Error('Slack opened no conversation');
    await answerMember(incoming, { channelId: channel.id, memberId, locale, reply, requestKey });
  };
}
