import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { DigestFacts, PostedDigest } from '../../facts/report.ts';
import { customerMenuElements } from '../../messages/customers/list-elements.ts';
import { actions } from '../../messages/kit/blocks.ts';
import { buttonKind } from '../../messages/kit/button.ts';
import { sayButton } from '../../messages/kit/say-button.ts';
import { moversElements } from '../../messages/ladder/ladder.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';

/** The next one is that which was next when the message was sent: pressed later, no other is skipped. */
export const skipDigestButton = buttonKind('digest.skip', z.object({ dueAt: z.iso.datetime() }));
export const pauseDigestButton = buttonKind('digest.pause', z.object({}));

const words = defineText({
  en: {
    followUps: (count: string) => `All ${count} follow-ups`,
    skip: 'Skip the next',
    pause: 'Pause',
  },
  da: {
    followUps: (count: string) => `Alle ${count} opfølgninger`,
    skip: 'Spring over',
    pause: 'Sæt på pause',
  },
  nb: {
    followUps: (count: string) => `Alle ${count} oppfølginger`,
    skip: 'Hopp over',
    pause: 'Sett på pause',
  },
});

/** What leads on from a digest. Who moved stands in the thread of one that was posted. */
export function digestButtons(digest: DigestFacts, locale: Locale, posted: PostedDigest | null): KnownBlock[] {
  const text = words(locale);
  const { followUps, ladder } = digest;
  const atWork = followUps ? followUps.open + followUps.claimed : 0;
  const hasMore = followUps !== undefined && atWork > followUps.list.length;
  const buttons = [
    ...(hasMore
      ? [sayButton.element(text.followUps(formatNumber(locale, atWork)), { words: 'followups' }, { mark: 'followups' })]
      : []),
    ...(ladder && !posted ? moversElements(locale, ladder) : []),
    ...customerMenuElements(locale, namedIn(digest)),
  ];
  const { nextDueAt = null } = posted ?? {};
  if (nextDueAt !== null)
    buttons.push(skipDigestButton.element(text.skip, { dueAt: nextDueAt }), pauseDigestButton.element(text.pause, {}));
  return buttons.length > 0 ? [actions(...buttons)] : [];
}

/** The customers whom it names. */
function namedIn({ followUps, goodVoices = [], badVoices = [] }: DigestFacts) {
  return [...(followUps?.list ?? []), ...goodVoices, ...badVoices].map(({ customer }) => customer);
}
