import { explain } from '../errors.ts';
import { drawReply } from '../messages/draw-reply.ts';
import type { Message } from '../messages/message.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { arrive, type Connection, type Incoming } from './incoming.ts';
import type { Outcome } from './outcome.ts';

/** What a member gets for something they did: words for themselves, a modal, or nothing. */
export type Answered =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'message'; readonly message: Message; readonly replace: boolean }
  | Extract<Outcome, { kind: 'open' }>;

const words = defineText({
  en: { outsider: 'Loyalty Ladder is for members of this workspace, not for guests.' },
  da: { outsider: 'Loyalty Ladder er for medlemmer af dette workspace, ikke for gæster.' },
  nb: { outsider: 'Loyalty Ladder er for medlemmer av dette arbeidsområdet, ikke for gjester.' },
});

/**
 * The one try/catch on the way in: finds out who it is, lets `handle` work, and turns what comes of it, whatever was
 * thrown included, into what the member sees.
 */
export async function answer(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<Outcome>,
): Promise<Answered> {
  let locale: Locale = 'en';
  try {
    const incoming = await arrive(connection, memberId);
    if ('outsider' in incoming) return plainWords(words(incoming.outsider).outsider);
    locale = incoming.locale;
    return toAnswered(await handle(incoming), incoming);
  } catch (thrown) {
    return plainWords(explain(thrown, locale, connection.deps.log));
  }
}

function toAnswered(outcome: Outcome, { locale, today, settings, memberId }: Incoming): Answered {
  switch (outcome.kind) {
    case 'nothing':
    case 'open':
      return outcome;
    case 'reply': {
      const context = { today, timeZone: settings.timeZone, said: outcome.said, memberId };
      return { kind: 'message', message: drawReply(outcome.reply, locale, context), replace: outcome.replace ?? false };
    }
  }
}

/** A message that is one paragraph. */
function plainWords(text: string): Answered {
  return {
    kind: 'message',
    message: { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] },
    replace: false,
  };
}
