import { mayManage } from '../../commands/may-manage.ts';
import { setTarget } from '../../flows/targets/set-target.ts';
import type { Target } from '../../loyalty/target.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { typedTargetValue } from '../../messages/modals/read-target-value.ts';
import {
  readTarget,
  type TargetProposal,
  targetErrors,
  targetForm,
  targetView,
} from '../../messages/modals/target-form.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { onSubmit } from './form.ts';

/** The modal of a target, filled in with what was said. */
export function openTarget({ today, locale }: Incoming, proposal: TargetProposal): Outcome {
  // A quarter's last day with a month to go at least.
  const untilDay = proposal.untilDay ?? calendarWindow('quarter', today + 30).to - 1;
  return { kind: 'open', view: targetView({ ...proposal, untilDay }, locale) };
}

/** The modal of a target as it is. */
export function openKnownTarget(incoming: Incoming, target: Target): Outcome {
  const { settings, locale } = incoming;
  const value = typedTargetValue(target.figure, target.value, settings.currency, locale);
  return openTarget(incoming, { ...target, value });
}

export const target = onSubmit(
  targetForm,
  (values, { locale, today, settings }, settled) =>
    readTarget(values, settled, { locale, today, currency: settings.currency }),
  async (incoming, entry) => {
    mayManage(incoming);
    const { memberId, locale } = incoming;
    const outcome = await setTarget(incoming, entry, memberId);
    if (outcome.kind === 'refused') return { kind: 'errors', errors: targetErrors(outcome.field, locale) };
    return { kind: 'show', view: noteView({ kind: 'target-saved', target: outcome.target }, locale) };
  },
);
