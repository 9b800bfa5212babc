import type { ModalView } from '@slack/types';
import { drawReply } from '../commands/tell-reply.ts';
import { explain } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import type { Message } from '../messages/kit/message.ts';
import { drawProblem } from '../messages/kit/problem.ts';
import { keptForm, type SentForm } from '../messages/modals/kept-form.ts';
import { failedView } from '../messages/modals/waiting-view.ts';
import type { HomeNotice } from '../sections/home/home.ts';
import type { Locale } from '../text/define-text.ts';
import { guard, hurried } from './guard.ts';
import type { Outcome, Submitted } from './handler-outcome.ts';
import type { Connection, Incoming } from './identify-member.ts';

/** What a member gets for something they did: words for themselves, a modal, or nothing. */
export type Handled =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'message'; readonly message: Message; readonly replace: boolean }
  | OpensModal;

/** A modal, the language that is read in it, and what it says where it is no form. */
export type OpensModal = Extract<Outcome, { kind: 'open' }> & { readonly locale: Locale; readonly words?: string };

/**
 * Handles something that a member did. Whatever is thrown becomes words for the member.
 *
 * @param tell how: in a message, where left out
 */
export function handle(
  connection: Connection,
  memberId: string,
  run: (incoming: Incoming) => Promise<Outcome>,
  tell: (text: string, locale: Locale) => Handled = inMessage,
): Promise<Handled> {
  return guard<Handled>(connection, memberId, async (incoming) => toHandled(await run(incoming), incoming), tell);
}

function inMessage(text: string): Handled {
  return { kind: 'message', message: drawProblem(text), replace: false };
}

/** For a shortcut, which may be used where there is no conversation to answer in. */
export function inModal(text: string, locale: Locale): Handled {
  return { kind: 'open', view: failedView(locale, text), locale, words: text };
}

/** What a press on the Home comes to: a modal, or the Home anew with a notice on it. */
export type HandledOnHome =
  | OpensModal
  | { readonly kind: 'show'; readonly notice: HomeNotice | null; readonly locale: Locale };

/**
 * Handles a press on the Home, which has no place for messages. Short words stand on top of it.
 *
 * @param send takes an answer to the member's conversation with the app
 */
export function handleOnHome(
  connection: Connection,
  memberId: string,
  run: (incoming: Incoming) => Promise<Outcome>,
  send: (incoming: Incoming, reply: Reply) => Promise<void>,
): Promise<HandledOnHome> {
  return guard<HandledOnHome>(
    connection,
    memberId,
    async (incoming) => {
      const outcome = await run(incoming);
      if (outcome.kind === 'open') return toOpening(outcome, incoming);
      const { locale } = incoming;
      if (outcome.kind !== 'reply') return { kind: 'show', notice: null, locale };
      const { reply } = outcome;
      if (reply.kind === 'note') return { kind: 'show', notice: { kind: 'note', note: reply.note }, locale };
      await send(incoming, reply);
      return { kind: 'show', notice: { kind: 'answered' }, locale };
    },
    (words, locale) => ({ kind: 'show', notice: { kind: 'problem', words }, locale }),
  );
}

/** What a submitted modal comes to, and in which language. */
export type HandledForm = Submitted & { readonly locale: Locale };

/**
 * Handles a submitted modal. What goes wrong is told above what was filled in, so that it can be sent again.
 *
 * @param sent null: a form that nobody reads any more
 */
export function handleForm(
  connection: Connection,
  memberId: string,
  sent: SentForm | null,
  run: (incoming: Incoming) => Promise<Submitted>,
): Promise<HandledForm> {
  const refused = (why: string, locale: Locale) => (sent ? keptForm(sent, why, locale) : failedView(locale, why));
  return guard<HandledForm>(
    hurried(connection),
    memberId,
    async (incoming) => {
      const submitted = await run(incoming);
      const { locale } = incoming;
      if (submitted.kind !== 'show' || !submitted.later) return { ...submitted, locale };
      return { ...submitted, later: orElse(refused, submitted.later, incoming), locale };
    },
    (text, locale) => ({ kind: 'show', view: refused(text, locale), locale }),
  );
}

function toHandled(outcome: Outcome, incoming: Incoming): Handled {
  if (outcome.kind === 'open') return toOpening(outcome, incoming);
  if (outcome.kind !== 'reply') return outcome;
  const { locale, today, settings, memberId, docsUrl } = incoming;
  const context = { today, timeZone: settings.timeZone, said: outcome.said, memberId, docsUrl };
  return { kind: 'message', message: drawReply(outcome.reply, locale, context), replace: outcome.replace ?? false };
}

function toOpening(outcome: Extract<Outcome, { kind: 'open' }>, incoming: Incoming): OpensModal {
  const { later, ...opening } = outcome;
  return {
    ...opening,
    locale: incoming.locale,
    ...(later && { later: orElse((why, locale) => failedView(locale, why), later, incoming) }),
  };
}

function orElse(
  refused: (why: string, locale: Locale) => ModalView,
  later: () => Promise<ModalView>,
  { locale, log }: Incoming,
): () => Promise<ModalView> {
  return () => later().catch((thrown) => refused(explain(thrown, locale, log), locale));
}
