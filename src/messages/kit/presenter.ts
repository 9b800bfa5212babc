import type { ModalView } from '@slack/types';
import type { Reply } from '../../facts/reply.ts';
import type { Locale } from '../../text/define-text.ts';
import type { DrawContext } from './draw-context.ts';
import type { Message } from './message.ts';

export type ReplyKind = Reply['kind'];
export type ReplyOf<Kind extends ReplyKind> = Extract<Reply, { readonly kind: Kind }>;

/** How a kind of reply is told, to people and to programs. */
export type Presenter<Kind extends ReplyKind> = Telling<ReplyOf<Kind>>;

interface Telling<Told extends Reply> {
  /** As it is seen in Slack, within its limits whatever the facts. */
  draw(reply: Told, locale: Locale, context: DrawContext): Message;
  /** What stands behind its "more" button, in a modal; left out: it has none. */
  rest?(reply: Told, locale: Locale): ModalView;
  /** As programs read it: unrounded, `null` where there is nothing. A contract: keys are added, never changed. */
  json(reply: Told): unknown;
  /** Without what only some may mend or run, which is told to them and not to a channel. Left out: there is no such thing. */
  forAll?(reply: Told): Reply;
  /** The exit code of a call in a terminal that it answers; left out: 0, all was done and found as it should be. */
  exitCode?(reply: Told): 0 | 1 | 2;
}

/** How each kind of reply is told. */
export type Presenters = { readonly [Kind in ReplyKind]: Presenter<Kind> };
