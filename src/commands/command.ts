import type { Context } from '../context.ts';
import type { DefinedName } from '../facts/defined.ts';
import type { Reply } from '../facts/reply.ts';
import type { DigestTurn } from '../facts/report.ts';
import type { PredictedNow } from '../flows/predictions/predict-customers.ts';
import type { Role, Settings } from '../loyalty/settings.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { CommandGroup } from '../messages/help.ts';
import type { Presenters } from '../messages/kit/presenter.ts';
import type { TargetProposal } from '../messages/modals/target-form.ts';
import type { Locale } from '../text/define-text.ts';
import type { OptionName } from './option-words.ts';
import type { Takes, Understood } from './takes.ts';

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
  /** A period, where it was given apart from the words. */
  readonly windowWords?: string | null;
  /** Predicts as of the day asked for; left out where nobody waits that long: what is stored is told. */
  readonly predictNow?: () => Promise<PredictedNow>;
}

/** What a command comes to. */
export type Answer =
  | {
      readonly kind: 'reply';
      readonly reply: Reply;
      /** May be shown to a whole channel. */
      readonly shareable: boolean;
    }
  | Form
  /** Post a digest in the channel where it was asked for. */
  | { readonly kind: 'digest-now' }
  /** Pause it there, resume it or skip the next. */
  | { readonly kind: 'digest-turn'; readonly turn: DigestTurn };

/** Something to be filled in: in Slack a modal, in a terminal options. Or all commands, which are too long for a message. */
export type Form = { readonly kind: 'form' } & (
  | { readonly form: 'feedback' | 'import' | 'settings' | 'digest' | 'review' | 'commands' }
  /** With what was looked for; empty: nothing. */
  | { readonly form: 'customer-new'; readonly typed: string }
  /** With what was said already. */
  | { readonly form: 'target'; readonly proposal: TargetProposal }
);

export interface Command {
  /** The words that say it, lower case, in any of the languages; the first is an English one, by which it is known. */
  readonly words: readonly [name: string, ...others: string[]];
  /** What to type, and what comes of it. */
  readonly help: (locale: Locale) => CommandHelp;
  /** How the kinds of reply that are its own are told. */
  readonly replies?: Partial<Presenters>;
  /** What "why" after it asks about; left out: nothing. */
  readonly explains?: DefinedName;
  /** What may stand after its word; left out: nothing. Anything else is refused by its name before it runs. */
  readonly takes?: Takes;
  /** Options that say it by themselves, too. */
  readonly alone?: readonly OptionName[];
  /** Where help lists it; left out: among what one sees. */
  readonly group?: Exclude<CommandGroup, 'see'>;
  /** A whole workspace looks at it many times a day, and it changes nothing. */
  readonly isOften?: boolean;
  run(asking: Asking, said: Understood): Promise<Answer>;
}

export interface CommandHelp {
  readonly usage: string;
  readonly line: string;
}

export function reply(reply: Reply, shareable = true): Answer {
  return { kind: 'reply', reply, shareable };
}
