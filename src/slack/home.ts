import type { HomeView } from '@slack/types';
import { help } from '../commands/help.ts';
import { overview } from '../commands/overview.ts';
import { drawReply } from '../messages/draw-reply.ts';
import { toAsking } from './command.ts';
import type { Incoming } from './incoming.ts';

/** The app's Home: where the customers stand, and what one can type. */
export async function homeView(incoming: Incoming): Promise<HomeView> {
  const { locale, today, settings, memberId, deps } = incoming;
  const context = { today, timeZone: settings.timeZone, said: null, memberId, docsUrl: deps.docsUrl };
  const blocks = [];
  for (const command of [overview, help]) {
    const answered = await command.run(toAsking(incoming), []);
    if (answered.kind === 'reply') blocks.push(...drawReply(answered.reply, locale, context).blocks);
  }
  return { type: 'home', blocks };
}
