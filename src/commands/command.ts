import type { Context } from '../context.ts';
import type { Reply } from '../facts/reply.ts';
import type { PredictedNow } from '../flows/predictions/predict-customers.ts';
import type { Role, Settings } from '../loyalty/settings.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { TargetProposal } from '../messages/modals/target-form.ts';
import type { CommandName } from '../messages/words/command-words.ts';

/** Who asks, and about when. */
export interface Asking extends Context {
  readonly settings: Settings;
  /** Slack's user id; null: the shell. */
  readonly memberId: string | null;
  readonly role: Role;
  /** Facts before this day count; without one asked for it is tomorrow, so that today counts. */
  readonly asOf: Day;
  /** The length of the window in days, where it was given apart from the words. */
  readonly windowDays: number | null;
  /** Predicts as of the day asked for; left out where nobody waits that long: what is stored is told. */
  readonly predictNow?: () => Promise<PredictedNow>;
}

/** What a command comes to: an answer, or a modal to open. */
export type Answer =
  | {
      readonly kind: 'reply';
      readonly reply: Reply;
      /** May be shown to a whole channel. */
      readonly shareable: boolean;
    }
  | { readonly kind: 'modal'; readonly modal: ModalName }
  /** Set a target: in Slack by the modal, filled in with what was said. */
  | { readonly kind: 'set-target'; readonly proposal: TargetProposal }
  /** Post a digest in the channel where it was asked for. */
  | { readonly kind: 'digest-now' };

export type ModalName = 'feedback' | 'import' | 'settings' | 'digest' | 'review';

export interface Command {
  readonly name: CommandName;
  /** @param words what was typed after the command's own word, lower case, in order */
  run(asking: Asking, words: readonly string[]): Promise<Answer>;
}

export function reply(reply: Reply, shareable = true): Answer {
  return { kind: 'reply', reply, shareable };
}
