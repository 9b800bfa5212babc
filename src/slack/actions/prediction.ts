import { mayManage } from '../../commands/may-manage.ts';
import { openFollowUp } from '../../flows/follow-ups/open-follow-up.ts';
import { askPrediction } from '../../flows/predictions/ask-prediction.ts';
import { openFollowUpButton, runPredictionButton } from '../../messages/predictions/prediction-buttons.ts';
import { toNote } from '../handler-outcome.ts';
import { conversationWith } from '../send-to-member.ts';
import { type ButtonHandler, onPress } from './button.ts';
import { customerGone } from './customer.ts';

const run = onPress(runPredictionButton, async (incoming, _, { requestKey }) => {
  mayManage(incoming);
  const { memberId, locale, today, nudgePredictions } = incoming;
  const channelId = await conversationWith(incoming);
  const asked = { asOf: today + 1, memberId, locale, channelId, requestKey };
  const outcome = await askPrediction(incoming, asked);
  nudgePredictions();
  return toNote({ kind: 'prediction-asked', atWork: outcome === 'at-work' });
});

const open = onPress(openFollowUpButton, async (incoming, { customerId }) => {
  const outcome = await openFollowUp(incoming, customerId, incoming.memberId);
  switch (outcome.kind) {
    case 'opened':
      return toNote({ kind: 'follow-up-opened', announced: outcome.announced });
    case 'at-work':
      return toNote({ kind: 'follow-up-at-work', stewardId: outcome.stewardId });
    case 'gone':
      throw customerGone();
  }
});

export const predictionButtons: readonly ButtonHandler[] = [run, open];
