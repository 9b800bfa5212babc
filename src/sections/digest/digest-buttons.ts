import type { KnownBlock } from '@slack/types';
import type { DigestFacts, PostedDigest } from '../../facts/report.ts';
import { actions } from '../../messages/kit/blocks.ts';
import { sayButton } from '../../messages/kit/say-button.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';

const words = defineText({
  en: { followUps: (count: string) => `All ${count} follow-ups`, moved: 'Who moved' },
  da: { followUps: (count: string) => `Alle ${count} opfølgninger`, moved: 'Hvem rykkede' },
  nb: { followUps: (count: string) => `Alle ${count} oppfølginger`, moved: 'Hvem rykket' },
});

/** What leads on from a digest. Who moved stands in the thread of one that was posted. */
export function digestButtons(digest: DigestFacts, locale: Locale, posted: PostedDigest | null): KnownBlock[] {
  const text = words(locale);
  const { followUps, ladder, window } = digest;
  const atWork = followUps ? followUps.open + followUps.claimed : 0;
  const hasMore = followUps !== undefined && atWork > followUps.list.length;
  const hasMoved = ladder?.movements.some(({ count }) => count > 0) === true;
  const buttons = [
    ...(hasMore
      ? [sayButton.element(text.followUps(formatNumber(locale, atWork)), { words: 'followups' }, { mark: 'followups' })]
      : []),
    ...(hasMoved && !posted
      ? [sayButton.element(text.moved, { words: `ladder ${window.to - window.from}` }, { mark: 'ladder' })]
      : []),
  ];
  return buttons.length > 0 ? [actions(...buttons)] : [];
}
