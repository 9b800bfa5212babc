import { section } from '../messages/kit/blocks.ts';
import { type Message, toMessage } from '../messages/kit/message.ts';
import { respondToUrl } from './respond-to-url.ts';

/** For who acts in a workspace that the app does not serve; whose language they read is not known there. */
export const elsewhereWords = 'Loyalty Ladder is for members of the workspace that it is installed in.';

export function drawElsewhere(): Message {
  return toMessage(elsewhereWords, [section(elsewhereWords)]);
}

/** @param responseUrl where Slack gave one: there is no other way to a member of a workspace that is not served */
export async function sayElsewhere(responseUrl: string | undefined): Promise<void> {
  if (responseUrl) await respondToUrl(responseUrl, { ...drawElsewhere(), replace_original: false });
}
