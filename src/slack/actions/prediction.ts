import { mayManage } from '../../commands/may-manage.ts';
import { UserError } from '../../errors.ts';
import type { Note } from '../../facts/reply.ts';
import { openFollowUp } from '../../flows/follow-ups/open-follow-up.ts';
import { askPrediction } from '../../flows/predictions/ask-prediction.ts';
import { openFollowUpButton, runPredictionButton } from '../../messages/predictions/prediction-buttons.ts';
import type { Outcome } from '../handler-outcome.ts';
import { type ButtonHandler, onPress } from './button.ts';

const run = onPress(runPredictionButton, async (incoming, _, { requestKey }) => {
  mayManage(incoming);
  const { memberId, client, locale, today, nudgePredictions } = incoming;
  const { channel } = await client.conversations.open({ users: memberId });
  if (!channel?.id) throw new Error('Slack opened no conversation');
  const asked = { asOf: today + 1, memberId, locale, channelId: channel.id, requestKey };
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
      throw new UserError('customer-gone', (locale) => gone[locale]);
  }
});

export const predictionButtons: readonly ButtonHandler[] = [run, open];

const gone = {
  en: 'This customer is no longer here.',
  da: 'Kunden findes ikke længere her.',
  nb: 'Kunden finnes ikke lenger her.',
};

function toNote(note: Note): Outcome {
  return { kind: 'reply', reply: { kind: 'note', note }, said: null };
}
