import { listCustomers } from '../flows/customers/list-customers.ts';
import { allCustomers, type CustomerQuery, inBoth } from '../loyalty/customer-query.ts';
import { minorDigits } from '../loyalty/facts/money.ts';
import type { Part } from '../loyalty/figures/figure.ts';
import { rungs } from '../loyalty/ladder/rung-rules.ts';
import { localDay } from '../loyalty/time/period.ts';
import { customerListReply } from '../messages/customers/customer-list.ts';
import { defineText } from '../text/define-text.ts';
import { type Asking, type Command, reply } from './command.ts';
import { type Condition, toRange } from './condition-words.ts';
import { feedback } from './feedback.ts';
import { findContacts } from './find-contacts.ts';
import { type Divided, findParts } from './find-parts.ts';
import { didYouMean, notUnderstood } from './not-understood.ts';
import type { Understood } from './takes.ts';
import { givenWindow } from './window.ts';

const list = defineText({
  en: { name: 'list of customers' },
  da: { name: 'listen over kunder' },
  nb: { name: 'listen over kunder' },
});
const divided: Divided = {
  dimensions: ['rung', 'country', 'segment', 'source'],
  name: (locale) => list(locale).name,
};
/** Who is new, where no period is named: known for 30 days with today, and so since at most 29 days. */
const newDays = 29;

export const customerList = {
  words: ['customers', 'kunder', 'list', 'liste', 'kundeliste'],
  help: defineText({
    en: { usage: '/loyalty customers ambassadors country:NO', line: 'Who they are: the list behind a number' },
    da: { usage: '/loyalty kunder ambassadører land:NO', line: 'Hvem det er: listen bag et tal' },
    nb: { usage: '/loyalty kunder ambassadører land:NO', line: 'Hvem det er: listen bak et tall' },
  }),
  replies: { 'customer-list': customerListReply },
  takes: { parts: divided.dimensions, conditions: 'customers', period: true },
  async run(asking, said) {
    const query = await toQuery(asking, said);
    const today = localDay(asking.now(), asking.settings.timeZone);
    const facts = await listCustomers(asking, query, { after: null, before: 0 }, today);
    const { currency } = asking.settings;
    return reply({ kind: 'customer-list', list: facts, currency, mayExport: asking.role !== 'member' }, false);
  },
} satisfies Command;

/** @throws UserError for a period where nobody is to be new, and for a part or a campaign that nobody knows */
async function toQuery(asking: Asking, said: Understood): Promise<CustomerQuery> {
  const { conditions, period } = said;
  const isNew = conditions.some(({ of }) => of === 'new');
  const window = givenWindow(asking, period);
  if (window && !isNew) {
    // Which scores they gave in a period, a list of answers tells.
    if (period && conditions.length > 0 && conditions.every(({ of }) => of === 'nps'))
      throw didYouMean(customerList, period.typed, { command: feedback, words: said.words });
    throw notUnderstood(customerList, [period?.typed ?? `--window ${asking.windowDays ?? ''}`]);
  }
  const parts = await findParts(asking, divided, said.parts);
  const known = isNew && window ? { from: window.from, to: window.to } : null;
  const knownFor = isNew && !window ? { least: null, most: newDays } : null;
  const campaign = await findContacts(asking, conditions);
  const asked: CustomerQuery = { ...allCustomers, ...partsOf(parts), known, knownFor, campaign };
  return conditions.reduce((query, condition) => withCondition(asking, query, condition), asked);
}

function partsOf(parts: readonly Part[]): Partial<CustomerQuery> {
  const of = (dimension: Part['dimension']) => parts.find((part) => part.dimension === dimension)?.value ?? null;
  const [country, segment, source, rung] = [of('country'), of('segment'), of('source'), of('rung')];
  return { country, segment, source, rung: rungs.find((one) => one === rung) ?? null };
}

function withCondition(asking: Asking, query: CustomerQuery, condition: Condition): CustomerQuery {
  switch (condition.of) {
    case 'lapsed':
      return { ...query, lapsed: true };
    case 'owner':
      return { ...query, owner: ownerOf(asking, condition.who) };
    case 'value': {
      const minor = condition.amount * 10 ** minorDigits(asking.settings.currency);
      return { ...query, value: inBoth(query.value, toRange(condition.sign, minor, Number.MAX_SAFE_INTEGER)) };
    }
    case 'orders':
    case 'last':
    case 'nps':
      return { ...query, [condition.of]: inBoth(query[condition.of], condition.range) };
    // These stand in the query already.
    case 'campaign':
    case 'new':
    case 'responded':
    case 'variant':
      return query;
    // What has to hold of answers is not taken here.
    case 'kind':
    case 'negative':
    case 'worded':
      return query;
  }
}

/** Where nobody in particular asks `understand` has refused "mine". */
function ownerOf({ memberId }: Asking, who: Extract<Condition, { of: 'owner' }>['who']): string | null {
  if (who === 'nobody') return '';
  return who === 'me' ? memberId : who.memberId;
}
