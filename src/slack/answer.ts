import type { ModalView } from '@slack/types';
import { drawReply } from '../commands/draw-reply.ts';
import { explain } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import type { Message } from '../messages/kit/message.ts';
import { drawProblem } from '../messages/kit/problem.ts';
import { failedView } from '../messages/modals/waiting-view.ts';
import type { HomeNotice } from '../sections/home/home.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { arrive, type Connection, type Incoming } from './incoming.ts';
import type { Outcome, Submitted } from './outcome.ts';

/** What a member gets for something they did: words for themselves, a modal, or nothing. */
export type Answered =
  | { readonly kind: 'message'; readonly message: Message; readonly replace: boolean }
  | Exclude<Outcome, { kind: 'reply' }>;

const words = defineText({
  en: { outsider: 'Loyalty Ladder is for members of this workspace, not for guests.' },
  da: { outsider: 'Loyalty Ladder er for medlemmer af dette workspace, ikke for gæster.' },
  nb: { outsider: 'Loyalty Ladder er for medlemmer av dette arbeidsområdet, ikke for gjester.' },
});

/**
 * Answers something that a member did. Whatever is thrown becomes words for the member.
 *
 * @param tell how: in a message, where left out
 */
export function answer(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<Outcome>,
  tell: (text: string, locale: Locale) => Answered = inMessage,
): Promise<Answered> {
  return carefully<Answered>(
    connection,
    memberId,
    async (incoming) => toAnswered(await handle(incoming), incoming, (thrown) => failed(thrown, incoming)),
    tell,
  );
}

function inMessage(text: string): Answered {
  return { kind: 'message', message: drawProblem(text), replace: false };
}

/** For a shortcut, which may be used where there is no conversation to answer in. */
export function inModal(text: string, locale: Locale): Answered {
  return { kind: 'open', view: failedView(locale, text) };
}

/** What a press on the Home comes to: a modal, or the Home anew with a notice on it. */
export type AnsweredOnHome =
  | Extract<Outcome, { kind: 'open' }>
  | { readonly kind: 'show'; readonly notice: HomeNotice | null };

/**
 * Answers a press on the Home, which has no place for messages. Short words stand on top of it.
 *
 * @param send takes an answer to the member's conversation with the app
 */
export function answerOnHome(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<Outcome>,
  send: (incoming: Incoming, reply: Reply) => Promise<void>,
): Promise<AnsweredOnHome> {
  return carefully<AnsweredOnHome>(
    connection,
    memberId,
    async (incoming) => {
      const outcome = await handle(incoming);
      if (outcome.kind === 'open')
        return outcome.later ? { ...outcome, later: orFailed(outcome.later, incoming) } : outcome;
      if (outcome.kind !== 'reply') return { kind: 'show', notice: null };
      if (outcome.reply.kind === 'note') return { kind: 'show', notice: { kind: 'note', note: outcome.reply.note } };
      await send(incoming, outcome.reply);
      return { kind: 'show', notice: { kind: 'answered' } };
    },
    (words) => ({ kind: 'show', notice: { kind: 'problem', words } }),
  );
}

/** Answers a submitted modal; what goes wrong is told in its place. */
export function answerForm(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<Submitted>,
): Promise<Submitted> {
  return carefully<Submitted>(
    connection,
    memberId,
    async (incoming) => {
      const submitted = await handle(incoming);
      if (submitted.kind !== 'show' || !submitted.later) return submitted;
      return { ...submitted, later: orFailed(submitted.later, incoming) };
    },
    (text, locale) => ({ kind: 'show', view: failedView(locale, text) }),
  );
}

/** For what nobody waits for: a fault is logged and that is all. */
export async function attend<T>(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<T>,
): Promise<T | null> {
  return carefully<T | null>(connection, memberId, handle, () => null);
}

/** The one try/catch on the way in: finds out who it is, keeps guests out, and explains whatever was thrown. */
export async function carefully<T>(
  connection: Connection,
  memberId: string,
  handle: (incoming: Incoming) => Promise<T>,
  say: (text: string, locale: Locale) => T,
): Promise<T> {
  let locale: Locale = 'en';
  try {
    const incoming = await arrive(connection, memberId);
    if ('outsider' in incoming) return say(words(incoming.outsider).outsider, incoming.outsider);
    locale = incoming.locale;
    return await handle(incoming);
  } catch (thrown) {
    return say(explain(thrown, locale, connection.log), locale);
  }
}

function toAnswered(outcome: Outcome, incoming: Incoming, fail: (thrown: unknown) => ModalView): Answered {
  if (outcome.kind === 'open' && outcome.later) return { ...outcome, later: orFailed(outcome.later, incoming, fail) };
  if (outcome.kind !== 'reply') return outcome;
  const { locale, today, settings, memberId, docsUrl } = incoming;
  const context = { today, timeZone: settings.timeZone, said: outcome.said, memberId, docsUrl };
  return { kind: 'message', message: drawReply(outcome.reply, locale, context), replace: outcome.replace ?? false };
}

function orFailed(
  later: () => Promise<ModalView>,
  incoming: Incoming,
  fail = (thrown: unknown) => failed(thrown, incoming),
): () => Promise<ModalView> {
  return () => later().catch(fail);
}

function failed(thrown: unknown, { locale, log }: Incoming): ModalView {
  return failedView(locale, explain(thrown, locale, log));
}
