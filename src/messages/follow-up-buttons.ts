import type { Button } from '@slack/types';
import { z } from 'zod';
import { defineText, type Locale } from '../text/define-text.ts';
import { buttonKind } from './button.ts';
import type { FollowUpFacts } from './reply.ts';

const followUpSchema = z.object({ followUpId: z.int().positive() });

export const claimButton = buttonKind('follow-up.claim', followUpSchema);
export const doneButton = buttonKind('follow-up.done', followUpSchema);
export const handBackButton = buttonKind('follow-up.hand-back', followUpSchema);

const words = defineText({
  en: { claim: 'Claim', done: 'Done', handBack: 'Hand back' },
  da: { claim: 'Tag opgaven', done: 'Løst', handBack: 'Giv tilbage' },
  nb: { claim: 'Ta oppgaven', done: 'Løst', handBack: 'Gi tilbake' },
});

/** What can be done with a follow-up as it stands; nothing with one that is done. */
export function followUpButtons(locale: Locale, { id, status }: Pick<FollowUpFacts, 'id' | 'status'>): Button[] {
  const value = { followUpId: id };
  const text = words(locale);
  switch (status) {
    case 'open':
      return [claimButton.element(text.claim, value, { style: 'primary' })];
    case 'claimed':
      return [doneButton.element(text.done, value, { style: 'primary' }), handBackButton.element(text.handBack, value)];
    case 'done':
      return [];
  }
}
