import { customerGone } from '../../commands/customer-gone.ts';
import { mayManage } from '../../commands/may-manage.ts';
import { openFollowUp } from '../../flows/follow-ups/open-follow-up.ts';
import { askPrediction } from '../../flows/predictions/ask-prediction.ts';
import { readNewestRun, toToldPrediction } from '../../flows/predictions/read-prediction.ts';
import {
  chooseAtRiskMenu,
  openFollowUpButton,
  predictionTestButton,
  runPredictionButton,
} from '../../messages/predictions/prediction-buttons.ts';
import { predictionTestView } from '../../messages/predictions/prediction-test.ts';
import { nothing, type Outcome, toNote } from '../handler-outcome.ts';
import type { Incoming } from '../identify-member.ts';
import { conversationWith } from '../send-to-member.ts';
import { type ButtonHandler, onPress } from './button.ts';
import { showCustomer } from './customer.ts';

const run = onPress(runPredictionButton, async (incoming, _, { requestKey }) => {
  mayManage(incoming);
  const { memberId, locale, today, nudgePredictions } = incoming;
  const channelId = await conversationWith(incoming);
  const asked = { asOf: today + 1, memberId, locale, channelId, requestKey };
  const outcome = await askPrediction(incoming, asked);
  nudgePredictions();
  return toNote({ kind: 'prediction-asked', atWork: outcome === 'at-work' });
});

const open = onPress(openFollowUpButton, (incoming, { customerId }) => openFor(incoming, customerId));

const choose = onPress(chooseAtRiskMenu, (incoming, { customerId, act }): Promise<Outcome> => {
  return act === 'show' ? showCustomer(incoming, customerId) : openFor(incoming, customerId);
});

const test = onPress(predictionTestButton, async ({ store, locale }) => {
  const { run: newest } = await readNewestRun(store);
  return newest ? { kind: 'open', view: predictionTestView(locale, toToldPrediction(newest)) } : nothing;
});

async function openFor(incoming: Incoming, customerId: number): Promise<Outcome> {
  const outcome = await openFollowUp(incoming, customerId, incoming.memberId);
  switch (outcome.kind) {
    case 'opened':
      return toNote({ kind: 'follow-up-opened', announced: outcome.announced });
    case 'at-work':
      return toNote({ kind: 'follow-up-at-work', stewardId: outcome.stewardId });
    case 'gone':
      throw customerGone();
  }
}

export const predictionButtons: readonly ButtonHandler[] = [run, open, choose, test];
