import type { NewContact } from '../loyalty/facts/campaign.ts';
import { limits } from './cells.ts';
import { toMoment } from './dates.ts';
import { readCustomer } from './email.ts';
import { dateOf, refuse, rowReader } from './row-reader.ts';
import type { RowRules } from './row-rules.ts';
import { toBoolean } from './words.ts';

/** Turns the cells of one record into a customer who was contacted in a campaign, or says what is wrong with it. */
export function createContactReader(rules: RowRules) {
  return rowReader<NewContact>(rules, (row) => {
    const campaign = row.needed('campaign', limits.campaign);
    const variant = row.text('variant', limits.variant) ?? '';
    const { customer, email } = readCustomer(row);
    const contactedDay = toMoment(row.date('contacted'), rules.zone).day;
    const said = row.cell('delivered');
    const delivered = said === '' ? true : (toBoolean(said) ?? refuse('delivered', { code: 'not-yes-or-no' }));
    const { responded, respondedDay } = readResponse(row.cell('responded'), rules);
    if (responded && !delivered) refuse('delivered', { code: 'not-delivered' });
    if (respondedDay !== null && respondedDay < contactedDay) refuse('responded', { code: 'ends-before' });
    return { campaign, variant, customer, email, contactedDay, delivered, responded, respondedDay };
  });
}

/** A day, or yes where the day is not known; empty or no: no response. */
function readResponse(text: string, rules: RowRules): Pick<NewContact, 'responded' | 'respondedDay'> {
  if (text === '') return { responded: false, respondedDay: null };
  const said = toBoolean(text);
  if (said !== null) return { responded: said, respondedDay: null };
  const date = dateOf('responded', text, rules);
  if ('day' in date) return { responded: true, respondedDay: toMoment(date, rules.zone).day };
  return refuse('responded', 'code' in date && date.code !== 'not-a-date' ? date : { code: 'not-a-response' });
}
