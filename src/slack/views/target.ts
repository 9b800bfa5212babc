import { mayManage } from '../../commands/may-manage.ts';
import { marksOfTarget, setTarget } from '../../flows/targets/set-target.ts';
import type { Target } from '../../loyalty/target.ts';
import { calendarWindow } from '../../loyalty/time/calendar.ts';
import { noteView } from '../../messages/modals/note-view.ts';
import { typedTargetValue } from '../../messages/modals/read-target-value.ts';
import {
  readTarget,
  type TargetProposal,
  targetChangedMeanwhile,
  targetErrors,
  targetForm,
  targetSetAlready,
  targetView,
} from '../../messages/modals/target-form.ts';
import type { Outcome } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { onSubmit } from './form.ts';

/** The modal of a target, filled in with what was said. */
export async function openTarget(incoming: Incoming, proposal: TargetProposal): Promise<Outcome> {
  const { figure, part } = proposal;
  const known = figure === null ? null : await incoming.store.targets.of({ figure, part });
  return drawn(incoming, proposal, known);
}

/** The modal of a target as it is. */
export function openKnownTarget(incoming: Incoming, target: Target): Outcome {
  const { settings, locale } = incoming;
  const value = typedTargetValue(target.figure, target.value, settings.currency, locale);
  return drawn(incoming, { ...target, value }, target);
}

function drawn({ today, locale }: Incoming, proposal: TargetProposal, known: Target | null): Outcome {
  // A quarter's last day with a month to go at least.
  const untilDay = proposal.untilDay ?? calendarWindow('quarter', today + 30).to - 1;
  return { kind: 'open', view: targetView({ ...proposal, untilDay }, marksOfTarget(known), locale) };
}

export const target = onSubmit(
  targetForm,
  (values, { locale, today, settings }, settled) =>
    readTarget(values, settled, { locale, today, currency: settings.currency }),
  async (incoming, entry, { figure, seen }) => {
    mayManage(incoming);
    const { memberId, locale, settings } = incoming;
    const outcome = await setTarget(incoming, { ...entry, ...(seen && { seen }) }, memberId);
    switch (outcome.kind) {
      case 'refused':
        return { kind: 'errors', errors: targetErrors(outcome.field, locale) };
      case 'set-already':
        return {
          kind: 'errors',
          errors: targetSetAlready(outcome.target, figure === null, settings.currency, locale),
        };
      case 'changed-meanwhile':
        return { kind: 'errors', errors: targetChangedMeanwhile(outcome.names, locale) };
      case 'saved':
        return { kind: 'show', view: noteView({ kind: 'target-saved', target: outcome.target }, locale) };
    }
  },
);
