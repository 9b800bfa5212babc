import type { Reply } from '../facts/reply.ts';
import type { DrawContext } from '../messages/kit/draw-context.ts';
import type { Message } from '../messages/kit/message.ts';
import type { Presenter, ReplyKind } from '../messages/kit/presenter.ts';
import type { Locale } from '../text/define-text.ts';
import { presenters } from './index.ts';

/** An answer as it is seen in Slack. */
export function drawReply(reply: Reply, locale: Locale, context: DrawContext): Message {
  return presenterOf(reply).draw(reply, locale, context);
}

/** What stands behind the "more" button of an answer; null: nothing. */
export function restOf(reply: Reply, locale: Locale) {
  return presenterOf(reply).rest?.(reply, locale) ?? null;
}

/** An answer as programs read it. */
export function toJson(reply: Reply): unknown {
  return presenterOf(reply).json(reply);
}

/** What only some may mend or run is told to them, not to a channel. */
export function forAll(reply: Reply): Reply {
  return presenterOf(reply).forAll?.(reply) ?? reply;
}

/** The exit code of a call in a terminal. */
export function exitCodeOf(reply: Reply): 0 | 1 | 2 {
  return presenterOf(reply).exitCode?.(reply) ?? 0;
}

/** Each is asked about the kind of reply that it stands for. */
function presenterOf(reply: Reply): Presenter<ReplyKind> {
  return presenters[reply.kind];
}
