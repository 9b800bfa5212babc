import { askCustomer, mailAsked } from '../../commands/ask.ts';
import { mayManage } from '../../commands/may-manage.ts';
import { takeInvitationBack } from '../../flows/surveys/invite-customer.ts';
import { askCustomerButton } from '../../messages/customers/customer-buttons.ts';
import { mailSurveyButton, takeLinkBackButton } from '../../messages/surveys/survey-link.ts';
import { toNote } from '../handler-outcome.ts';
import { type ButtonHandler, onPress } from './button.ts';

const ask = onPress(askCustomerButton, async (incoming, { customerId: id }) => {
  mayManage(incoming);
  return { kind: 'reply', reply: await askCustomer(incoming, { id }, 'nps'), said: null };
});

const mail = onPress(mailSurveyButton, async (incoming, { invitationId }) => {
  mayManage(incoming);
  return { kind: 'reply', reply: await mailAsked(incoming, invitationId), said: null };
});

const takeBack = onPress(takeLinkBackButton, async (incoming, { invitationId }) => {
  mayManage(incoming);
  const done = await takeInvitationBack(incoming, invitationId, incoming.memberId);
  return { ...toNote({ kind: 'link-taken-back', done }), replace: true };
});

export const surveyButtons: readonly ButtonHandler[] = [ask, mail, takeBack];
