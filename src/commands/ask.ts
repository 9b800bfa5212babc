import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../facts/reply.ts';
import { toName } from '../flows/customers/read-names.ts';
import { inviteCustomer, surveyPath } from '../flows/surveys/invite-customer.ts';
import { mailSurvey, whereToMail } from '../flows/surveys/mail-survey.ts';
import { terminalActor } from '../loyalty/actor.ts';
import { mayBeAskedFrom, type Survey, surveys } from '../loyalty/survey.ts';
import { localDay } from '../loyalty/time/period.ts';
import { askedLatelyReply, surveyLinkReply } from '../messages/surveys/survey-link.ts';
import type { Customer } from '../store/facts/customers.ts';
import { defineText } from '../text/define-text.ts';
import { type Asking, type Command, reply } from './command.ts';
import { customerGone } from './customer-gone.ts';
import { mayManage } from './may-manage.ts';
import { oneCustomer } from './one-customer.ts';

const words = defineText({
  en: {
    whom: 'Whom? Type a name, an e-mail address or a customer number, for example `/loyalty ask Hansen`, or `/loyalty ask csat Hansen`.',
    nowhere:
      'Customers cannot reach the app yet, so there is no link to send them. Whoever runs the app can set `PUBLIC_URL`: the address at which the app is reached from outside.',
  },
  da: {
    whom: 'Hvem? Skriv et navn, en e-mailadresse eller et kundenummer, for eksempel `/loyalty spørg Hansen` eller `/loyalty spørg csat Hansen`.',
    nowhere:
      'Kunderne kan endnu ikke nå appen, så der er ikke noget link at sende dem. Den, der driver appen, kan sætte `PUBLIC_URL`: adressen, hvor appen kan nås udefra.',
  },
  nb: {
    whom: 'Hvem? Skriv et navn, en e-postadresse eller et kundenummer, for eksempel `/loyalty spør Hansen` eller `/loyalty spør csat Hansen`.',
    nowhere:
      'Kundene kan ikke nå appen ennå, så det finnes ingen lenke å sende dem. Den som drifter appen, kan sette `PUBLIC_URL`: adressen der appen nås utenfra.',
  },
});

/** A link that a customer answers by. */
export const ask = {
  words: ['ask', 'survey', 'spørg', 'spør', 'spørgeskema', 'spørreskjema'],
  group: 'do',
  help: defineText({
    en: { usage: '/loyalty ask Hansen', line: 'A link by which one customer answers NPS; “csat” and “cli”, too' },
    da: { usage: '/loyalty spørg Hansen', line: 'Et link, hvor én kunde svarer på NPS; også ”csat” og ”cli”' },
    nb: { usage: '/loyalty spør Hansen', line: 'En lenke der én kunde svarer på NPS; også «csat» og «cli»' },
  }),
  replies: { 'survey-link': surveyLinkReply, 'asked-lately': askedLatelyReply },
  takes: { text: true },
  async run(asking, { words: typed }) {
    mayManage(asking);
    const { survey, whom, byMail } = readAsked(typed);
    if (whom === '') throw new UserError('customer-missing', (locale) => words(locale).whom, { understood: false });
    const found = await oneCustomer(asking, whom);
    if ('choice' in found) return found.choice;
    const asked = await askCustomer(asking, found.customer, survey);
    const isLink = asked.kind === 'survey-link';
    return reply(byMail && isLink ? await mailAsked(asking, asked.invitationId) : asked, false);
  },
} satisfies Command;

const byMailWords: ReadonlySet<string> = new Set(['mail', 'e-mail', 'email', 'e-post', 'epost']);

/** "csat Hansen", "Hansen csat", "Hansen by mail": what is asked stands before the name or after it; without a word of it it is NPS. */
function readAsked(typed: readonly string[]): {
  readonly survey: Survey;
  readonly whom: string;
  readonly byMail: boolean;
} {
  const isMail = (word = '') => byMailWords.has(word.toLowerCase());
  const said = typed.filter((word, i) => !(byWords.has(word.toLowerCase()) && isMail(typed[i + 1])));
  const isAsked = (word: string) => isMail(word) || surveyCalled(word) !== undefined;
  const from = said.findIndex((word) => !isAsked(word));
  const to = said.findLastIndex((word) => !isAsked(word));
  const around = from < 0 ? said : [...said.slice(0, from), ...said.slice(to + 1)];
  return {
    survey: around.map(surveyCalled).find((one) => one !== undefined) ?? 'nps',
    whom: from < 0 ? '' : said.slice(from, to + 1).join(' '),
    byMail: around.some(isMail),
  };
}

const byWords: ReadonlySet<string> = new Set(['by', 'med', 'på', 'pr.', 'per']);

function surveyCalled(word: string): Survey | undefined {
  return surveys.find((survey) => survey === word.toLowerCase());
}

/** Sends an invitation by mail, or says why not. @throws UserError where the customer is gone */
export async function mailAsked(asking: Context & Pick<Asking, 'memberId'>, invitationId: number): Promise<Reply> {
  const outcome = await mailSurvey(asking, invitationId, asking.memberId ?? terminalActor);
  if (outcome.kind === 'gone') throw customerGone();
  const customer = toName(outcome.customer, 'full');
  if (outcome.kind === 'queued')
    return { kind: 'note', note: { kind: 'mail-queued', customer, address: outcome.address } };
  return { kind: 'note', note: { kind: 'not-mailed', customer, why: outcome.kind } };
}

/**
 * Asks a customer by a link that whoever asks hands on.
 *
 * @throws UserError where customers reach no page, and where the customer is gone
 */
export async function askCustomer(
  asking: Context & Pick<Asking, 'settings' | 'memberId'>,
  { id }: Pick<Customer, 'id'>,
  survey: Survey,
): Promise<Reply> {
  const { surveyUrl, settings, workspaceId, memberId } = asking;
  const url = surveyUrl?.() ?? null;
  if (url === null) throw new UserError('no-survey-address', (locale) => words(locale).nowhere);
  const outcome = await inviteCustomer(asking, { customerId: id, survey }, memberId ?? terminalActor);
  if (outcome.kind === 'gone') throw customerGone();
  const name = toName(outcome.customer, 'full');
  if (outcome.kind === 'asked-lately') return { ...outcome, customer: name };
  const { invitation, asker, asksIn, isNew, customer } = outcome;
  return {
    kind: 'survey-link',
    customer: name,
    survey,
    link: `${url}${surveyPath(workspaceId, invitation)}`,
    asker,
    asksIn,
    invitationId: invitation.id,
    mailTo: await whereToMail(asking, invitation.id, customer.email),
    isNew,
    untilDay: localDay(invitation.expiresAt, settings.timeZone),
    againFrom: mayBeAskedFrom(localDay(invitation.createdAt, settings.timeZone)),
  };
}
