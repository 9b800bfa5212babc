import { mayManage } from '../../commands/may-manage.ts';
import { removeRate } from '../../flows/acquisition/keep-rates.ts';
import { removeSpend } from '../../flows/acquisition/keep-spend.ts';
import { readRateList, readSpendList } from '../../flows/acquisition/read-acquisition.ts';
import { removeCampaign } from '../../flows/acquisition/remove-campaign.ts';
import { removeCampaignButton } from '../../messages/acquisition/campaign.ts';
import { addRateButton, removeRateButton } from '../../messages/acquisition/rates.ts';
import { addSpendButton, removeSpendButton } from '../../messages/acquisition/spend.ts';
import { rateView } from '../../messages/modals/rate-form.ts';
import { spendView } from '../../messages/modals/spend-form.ts';
import { toNote } from '../handler-outcome.ts';
import { type ButtonHandler, onPress } from './button.ts';

const addSpend = onPress(addSpendButton, async (incoming) => {
  mayManage(incoming);
  const { today, settings, locale } = incoming;
  return { kind: 'open', view: spendView({ today, currency: settings.currency }, locale) };
});

const takeSpendBack = onPress(removeSpendButton, async (incoming, { spendId }) => {
  mayManage(incoming);
  const { memberId, store } = incoming;
  await removeSpend(incoming, spendId, memberId);
  return { kind: 'reply', reply: await readSpendList(store, true), said: null, replace: true };
});

const addRate = onPress(addRateButton, async (incoming) => {
  mayManage(incoming);
  const { today, settings, locale } = incoming;
  return { kind: 'open', view: rateView({ today, base: settings.currency }, locale) };
});

const takeRateBack = onPress(removeRateButton, async (incoming, rate) => {
  mayManage(incoming);
  await removeRate(incoming, rate, incoming.memberId);
  return { kind: 'reply', reply: await readRateList(incoming, true), said: null, replace: true };
});

const takeCampaignBack = onPress(removeCampaignButton, async (incoming, { campaignId }) => {
  mayManage(incoming);
  const { memberId, store } = incoming;
  const name = (await store.campaigns.list()).find(({ id }) => id === campaignId)?.name ?? '';
  await removeCampaign(incoming, campaignId, memberId);
  return { ...toNote({ kind: 'campaign-removed', name }), replace: true };
});

export const acquisitionButtons: readonly ButtonHandler[] = [
  addSpend,
  takeSpendBack,
  addRate,
  takeRateBack,
  takeCampaignBack,
];
