import type { Clock } from '../../context.ts';
import type { FollowUpChoice, ImportRows, SameNumber } from '../../facts/import.ts';
import type { ImportKind } from '../../loyalty/facts/import-kind.ts';
import type { HeldSettings, WorkspaceStore } from '../../store/store.ts';
import type { AnswersMet } from './alike-answers.ts';
import { answerRecorder } from './record-answers.ts';
import { contactRecorder } from './record-contacts.ts';
import { customerRecorder } from './record-customers.ts';
import { type OrderOptions, orderRecorder } from './record-orders.ts';
import { rateRecorder } from './record-rates.ts';
import { recommendationRecorder } from './record-recommendations.ts';
import { spendRecorder } from './record-spend.ts';
import type { Recorder } from './recorder.ts';
import type { ChangedPeople } from './told-of-rows.ts';

/** What a person chose for the rows of a file. */
export interface RecordChoices {
  /** Makes customers whom only the file names; otherwise their rows are refused. */
  readonly makeCustomers: boolean;
  readonly followUps: FollowUpChoice;
  /** What an order is whose number is known as another's; null: refused. */
  readonly sameNumber?: SameNumber | null;
}

/** What takes the rows of a kind of file. */
export function recorderOf<K extends ImportKind>(
  clock: Clock,
  tx: WorkspaceStore,
  kind: K,
  options: RecordChoices &
    Pick<OrderOptions, 'refuse' | 'onChange'> & {
      readonly settings: HeldSettings;
      readonly answers: AnswersMet;
      readonly people: Pick<ChangedPeople, 'add'>;
    },
): Recorder<ImportRows[K]> {
  const { settings } = options;
  const recorders: { [Kind in ImportKind]: () => Recorder<ImportRows[Kind]> } = {
    customers: () => customerRecorder(clock, tx, settings.ladderRules, options.people),
    orders: () =>
      orderRecorder(clock, tx, settings.ladderRules, { ...options, sameNumber: options.sameNumber ?? null }),
    feedback: () => answerRecorder(clock, tx, settings, { ...options, rewrites: true }),
    recommendations: () => recommendationRecorder(clock, tx, settings.ladderRules, options.makeCustomers),
    spend: () => spendRecorder(tx),
    rates: () => rateRecorder(tx, settings.ladderRules),
    campaign: () => contactRecorder(clock, tx, settings.ladderRules, options.makeCustomers),
  };
  return recorders[kind]();
}
