import type { ModalView } from '@slack/types';
import { restOf } from '../../src/commands/tell-reply.ts';
import type { Reply } from '../../src/facts/reply.ts';
import type { Locale } from '../../src/text/define-text.ts';

/** The modals behind the "more" buttons of answers. */
export function restViews(replies: Readonly<Record<string, Reply>>, locale: Locale): Record<string, ModalView> {
  const named = ['ladder', 'figure-by-segment', 'figure-by-rung', 'cohorts', 'targets'].map((name) => {
    const view = replies[name] && restOf(replies[name], locale);
    if (!view) throw new Error(`Nothing stands behind ${name}.`);
    return [`rest-${name}`, view] as const;
  });
  return Object.fromEntries(named);
}
