import type { Reply } from '../facts/reply.ts';
import { drawCampaign, drawCampaigns } from '../messages/acquisition/campaign.ts';
import { drawRates } from '../messages/acquisition/rates.ts';
import { drawSpend } from '../messages/acquisition/spend.ts';
import { drawCustomer } from '../messages/customers/customer-card.ts';
import { drawCustomerValue } from '../messages/customers/customer-value.ts';
import { drawCustomers } from '../messages/customers/customers.ts';
import { drawCohorts } from '../messages/figures/cohorts.ts';
import { drawDefinition } from '../messages/figures/definition.ts';
import { drawFigure } from '../messages/figures/figure.ts';
import { drawFigureBy } from '../messages/figures/figure-by.ts';
import { drawTargets } from '../messages/figures/targets.ts';
import { drawTrend } from '../messages/figures/trend.ts';
import { drawFollowUps } from '../messages/follow-ups/follow-ups.ts';
import { drawHelp } from '../messages/help.ts';
import { drawImportResult } from '../messages/imports/import-result.ts';
import { withDefinition } from '../messages/kit/docs-link.ts';
import type { DrawContext } from '../messages/kit/draw-context.ts';
import type { Message } from '../messages/kit/message.ts';
import { drawLadder } from '../messages/ladder/ladder.ts';
import { drawNote } from '../messages/note.ts';
import { drawOverview } from '../messages/overview.ts';
import { drawAtRisk } from '../messages/predictions/at-risk.ts';
import { drawPrediction } from '../messages/predictions/prediction.ts';
import { drawSettings } from '../messages/settings.ts';
import { drawVerification } from '../messages/verification.ts';
import { drawDigest } from '../sections/digest/digest.ts';
import { drawDigestSettings } from '../sections/digest/digest-settings.ts';
import { drawReview } from '../sections/review/review.ts';
import type { Locale } from '../text/define-text.ts';

/** An answer as it is seen in Slack, within its limits whatever the facts. */
export function drawReply(reply: Reply, locale: Locale, context: DrawContext): Message {
  switch (reply.kind) {
    case 'overview':
      return drawOverview(reply, locale, context);
    case 'ladder':
      return withDefinition(drawLadder(reply, locale, context), locale, context.docsUrl, 'rungs');
    case 'figure':
    case 'clv':
      return drawFigure(reply, locale, context);
    case 'figure-by':
      return drawFigureBy(reply, locale, context);
    case 'trend':
      return withDefinition(drawTrend(reply, locale, context), locale, context.docsUrl, reply.series.figure);
    case 'cohorts':
      return drawCohorts(reply, locale, context);
    case 'definition':
      return drawDefinition(reply, locale, context);
    case 'customer-value':
      return drawCustomerValue(reply, locale, context);
    case 'customer':
      return drawCustomer(reply, locale);
    case 'customers':
      return drawCustomers(reply, locale);
    case 'follow-ups':
      return drawFollowUps(reply, locale, context);
    case 'help':
      return drawHelp(reply, locale);
    case 'import':
      return drawImportResult(reply, locale);
    case 'digest-settings':
      return drawDigestSettings(reply, locale);
    case 'digest':
      return drawDigest(reply.digest, locale, context);
    case 'campaign':
      return withDefinition(drawCampaign(reply, locale, context), locale, context.docsUrl, 'campaign');
    case 'campaigns':
      return withDefinition(drawCampaigns(reply, locale), locale, context.docsUrl, 'campaign');
    case 'spend':
      return drawSpend(reply, locale);
    case 'rates':
      return drawRates(reply, locale);
    case 'settings':
      return drawSettings(reply, locale);
    case 'prediction':
      return withDefinition(drawPrediction(reply, locale, context), locale, context.docsUrl, 'prediction');
    case 'at-risk':
      return withDefinition(drawAtRisk(reply, locale, context), locale, context.docsUrl, 'at-risk');
    case 'review':
      return withDefinition(drawReview(reply.review, locale, context), locale, context.docsUrl, null);
    case 'targets':
      return withDefinition(drawTargets(reply, locale, context), locale, context.docsUrl, 'targets');
    case 'note':
      return drawNote(reply.note, locale);
    case 'verification':
      return drawVerification(reply, locale);
  }
}
