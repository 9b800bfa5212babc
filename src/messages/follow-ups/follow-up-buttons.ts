import type { Button } from '@slack/types';
import { z } from 'zod';
import type { FollowUpFacts } from '../../facts/customer.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { buttonKind } from '../kit/button.ts';
import { nameOf } from '../words/names.ts';

const followUpSchema = z.object({ followUpId: z.int().positive() });

/** With whom the follow-up was seen: pressed late, or delivered twice, it takes nothing from who has it by then. */
const seenSchema = z.object({ followUpId: z.int().positive(), stewardId: z.string().nullable().default(null) });

/** Pressed in a digest, it says in which one, so that the digest can show who has it. */
export const claimButton = buttonKind(
  'follow-up.claim',
  followUpSchema.extend({ digest: z.string().max(200).optional() }),
);
export const doneButton = buttonKind('follow-up.done', seenSchema);
export const handBackButton = buttonKind('follow-up.hand-back', seenSchema);

const words = defineText({
  en: { claim: 'Claim', done: 'Done', handBack: 'Hand back' },
  da: { claim: 'Tag opgaven', done: 'Løst', handBack: 'Giv tilbage' },
  nb: { claim: 'Ta oppgaven', done: 'Løst', handBack: 'Gi tilbake' },
});

export function claimLabel(locale: Locale): string {
  return words(locale).claim;
}

export function handBackLabel(locale: Locale): string {
  return words(locale).handBack;
}

/** The one thing to do with a follow-up of a list: to take it, or to end one's own. */
export function firstElement(
  locale: Locale,
  { id, customer, status, stewardId }: Pick<FollowUpFacts, 'id' | 'customer' | 'status' | 'stewardId'>,
  { isFirst, memberId }: { readonly isFirst: boolean; readonly memberId: string | null },
): Button | undefined {
  const look = (label: string) => ({
    ...(isFirst && ({ style: 'primary' } as const)),
    spoken: `${label}: ${nameOf(locale, customer)}`,
  });
  const { claim, done } = words(locale);
  if (status === 'open') return claimButton.element(claim, { followUpId: id }, look(claim));
  if (status !== 'claimed' || stewardId === null || stewardId !== memberId) return undefined;
  return doneButton.element(done, { followUpId: id, stewardId }, look(done));
}

/** What can be done with a follow-up as it stands; nothing with one that is done. */
export function followUpButtons(
  locale: Locale,
  { id, status, stewardId }: Pick<FollowUpFacts, 'id' | 'status' | 'stewardId'>,
): Button[] {
  const value = { followUpId: id };
  const seen = { ...value, stewardId };
  const text = words(locale);
  switch (status) {
    case 'open':
      return [claimButton.element(text.claim, value, { style: 'primary' })];
    case 'claimed':
      return [doneButton.element(text.done, seen, { style: 'primary' }), handBackButton.element(text.handBack, seen)];
    case 'done':
      return [];
  }
}
