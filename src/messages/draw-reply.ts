import type { Locale } from '../text/define-text.ts';
import { drawAtRisk } from './at-risk.ts';
import { drawCampaign, drawCampaigns } from './campaign.ts';
import { drawClv } from './clv.ts';
import { drawCohorts } from './cohorts.ts';
import { drawCustomer } from './customer-card.ts';
import { drawCustomerValue } from './customer-value.ts';
import { drawCustomers } from './customers.ts';
import { drawDefinition } from './definition.ts';
import { drawDigest } from './digest.ts';
import { drawDigestSettings } from './digest-settings.ts';
import { withDefinition } from './docs-link.ts';
import type { DrawContext } from './draw-context.ts';
import { drawFigure } from './figure.ts';
import { drawFigureBy } from './figure-by.ts';
import { drawFollowUps } from './follow-ups.ts';
import { drawHelp } from './help.ts';
import { drawImportResult } from './import-result.ts';
import { drawLadder } from './ladder.ts';
import type { Message } from './message.ts';
import { drawNote } from './note.ts';
import { drawOverview } from './overview.ts';
import { drawPrediction } from './prediction.ts';
import { drawRates } from './rates.ts';
import type { Reply } from './reply.ts';
import { drawReview } from './review.ts';
import { drawSettings } from './settings.ts';
import { drawSpend } from './spend.ts';
import { drawTargets } from './targets.ts';
import { drawTrend } from './trend.ts';
import { drawVerification } from './verification.ts';

/** An answer as it is seen in Slack, within its limits whatever the facts. */
export function drawReply(reply: Reply, locale: Locale, context: DrawContext): Message {
  switch (reply.kind) {
    case 'overview':
      return drawOverview(reply, locale, context);
    case 'ladder':
      return withDefinition(drawLadder(reply, locale, context), locale, context.docsUrl, 'rungs');
    case 'figure':
      return drawFigure(reply, locale, context);
    case 'figure-by':
      return drawFigureBy(reply, locale, context);
    case 'trend':
      return withDefinition(drawTrend(reply, locale, context), locale, context.docsUrl, reply.series.figure);
    case 'cohorts':
      return drawCohorts(reply, locale, context);
    case 'definition':
      return drawDefinition(reply, locale, context);
    case 'clv':
      return drawClv(reply, locale, context);
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
      return withDefinition(drawReview(reply.review, locale), locale, context.docsUrl, null);
    case 'targets':
      return withDefinition(drawTargets(reply, locale, context), locale, context.docsUrl, 'targets');
    case 'note':
      return drawNote(reply.note, locale);
    case 'verification':
      return drawVerification(reply, locale);
  }
}
