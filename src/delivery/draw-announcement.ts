import { drawReply, forAll } from '../commands/tell-reply.ts';
import type { ReadyAnnouncement } from '../facts/announcement.ts';
import { drawCustomerFile } from '../messages/customers/customer-file.ts';
import { drawObstacle } from '../messages/delivery/obstacle.ts';
import { drawVoiceFile } from '../messages/feedback/voice-file.ts';
import { drawFigureAlert } from '../messages/figures/figure-alert.ts';
import { drawFollowUpCard, drawWithdrawnCard } from '../messages/follow-ups/follow-up-card.ts';
import { drawFollowUpEvent } from '../messages/follow-ups/follow-up-event.ts';
import { drawSharedAlerts } from '../messages/follow-ups/shared-alerts.ts';
import { drawImportProgress, drawRefusedRows } from '../messages/imports/import-progress.ts';
import { lines } from '../messages/kit/blocks.ts';
import { withDefinition } from '../messages/kit/docs-link.ts';
import type { DrawContext } from '../messages/kit/draw-context.ts';
import { type Message, partsOf, toMessage } from '../messages/kit/message.ts';
import { drawPredictionProgress } from '../messages/predictions/prediction-progress.ts';
import { memberPiece, mention } from '../messages/words/names.ts';
import { drawDigest, drawDigestDetails } from '../sections/digest/digest.ts';
import { drawReview } from '../sections/review/review.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { drawMessageAnswer } from './message-answer.ts';

const words = defineText({
  en: { shared: ' shared this' },
  da: { shared: ' har delt dette' },
  nb: { shared: ' har delt dette' },
});

/** What is posted, as it is seen in Slack. It is for all who read the channel: nothing in it is one person's. */
export function drawAnnouncement(
  ready: ReadyAnnouncement,
  locale: Locale,
  context: Pick<DrawContext, 'today' | 'timeZone' | 'docsUrl'>,
): Message {
  switch (ready.kind) {
    case 'follow-up':
      return drawFollowUpCard(ready.followUp, locale);
    case 'follow-up-event':
      return drawFollowUpEvent(ready.event, ready.followUp, locale, ready.isShared);
    case 'follow-up-withdrawn':
      return drawWithdrawnCard(locale);
    case 'alerts':
      return drawSharedAlerts(ready.alerts, locale);
    case 'digest':
      return drawDigest(ready.digest, locale, { ...context, posted: ready.posted });
    case 'digest-details':
      return drawDigestDetails(ready.digest, locale, context);
    case 'review':
      return withDefinition(
        drawReview(ready.review, locale, { ...context, canvasUrl: ready.canvasUrl }),
        locale,
        context.docsUrl,
        null,
      );
    case 'figure-alert':
      return withDefinition(drawFigureAlert(ready.alert, locale), locale, context.docsUrl, ready.alert.report.figure);
    case 'shared': {
      const shared = drawReply(forAll(ready.reply), locale, {
        ...context,
        said: null,
        memberId: null,
        canvasUrl: ready.canvasUrl,
      });
      const who = lines([memberPiece(locale, ready.memberId), words(locale).shared]);
      const told = `${mention(locale, ready.memberId)}${words(locale).shared}: ${shared.text}`;
      const { sortable } = shared;
      return {
        ...toMessage(told, [who, ...partsOf(shared)]),
        ...(sortable && { sortable: toMessage(told, [who, ...sortable.blocks]) }),
      };
    }
    case 'answer':
      return drawMessageAnswer(ready.answer, ready.memberId, locale, context);
    case 'obstacle':
      return drawObstacle(ready.obstacle, locale);
    case 'import':
      return drawImportProgress(ready.progress, locale);
    case 'prediction':
      return drawPredictionProgress(ready.progress, locale, { ...context, said: null, memberId: null });
    case 'customer-file':
      return drawCustomerFile(ready, locale);
    case 'voice-file':
      return drawVoiceFile(ready, locale);
    case 'refused-rows':
      return drawRefusedRows(ready.progress, locale);
  }
}
