import { defineText, type Locale } from '../text/define-text.ts';
import type { ReadyAnnouncement } from './announcement.ts';
import { lines } from './blocks.ts';
import { drawDigest } from './digest.ts';
import type { DrawContext } from './draw-context.ts';
import { drawReply } from './draw-reply.ts';
import { drawFigureAlert } from './figure-alert.ts';
import { drawFollowUpCard } from './follow-up-card.ts';
import { drawFollowUpEvent } from './follow-up-event.ts';
import { drawImportProgress, drawRefusedRows } from './import-progress.ts';
import { type Message, toMessage } from './message.ts';
import { memberPiece, mention } from './names.ts';
import type { Reply } from './reply.ts';
import { drawReview } from './review.ts';

const words = defineText({
  en: { shared: ' shared this' },
  da: { shared: ' har delt dette' },
  nb: { shared: ' har delt dette' },
});

/** What is posted, as it is seen in Slack. It is for all who read the channel: nothing in it is one person's. */
export function drawAnnouncement(
  ready: ReadyAnnouncement,
  locale: Locale,
  context: Pick<DrawContext, 'today' | 'timeZone'>,
): Message {
  switch (ready.kind) {
    case 'follow-up':
      return drawFollowUpCard(ready.followUp, locale);
    case 'follow-up-event':
      return drawFollowUpEvent(ready.event, ready.followUp, locale);
    case 'digest':
      return drawDigest(ready.digest, locale);
    case 'review':
      return drawReview(ready.review, locale);
    case 'figure-alert':
      return drawFigureAlert(ready.alert, locale);
    case 'shared': {
      const shared = drawReply(forAll(ready.reply), locale, { ...context, said: null, memberId: null });
      const who = lines([memberPiece(locale, ready.memberId), words(locale).shared]);
      return toMessage(`${mention(locale, ready.memberId)}${words(locale).shared}: ${shared.text}`, [
        who,
        ...shared.blocks,
      ]);
    }
    case 'import':
      return drawImportProgress(ready.progress, locale);
    case 'refused-rows':
      return drawRefusedRows(ready.progress, locale);
  }
}

/** What did not reach Slack is told to those who can mend it, not to a channel. */
function forAll(reply: Reply): Reply {
  if (reply.kind === 'targets') return { ...reply, mayChange: false };
  return reply.kind === 'overview' ? { ...reply, undelivered: 0 } : reply;
}
