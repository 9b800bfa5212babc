import type { NewContact } from '../loyalty/facts/campaign.ts';
import { cellsOf, type Fault, isReason, limits, readNeeded, readText } from './cells.ts';
import { readDate, toMoment } from './dates.ts';
import type { RowRules } from './row-rules.ts';
import { readWhen } from './when.ts';
import { toBoolean } from './words.ts';

/** Turns the cells of one record into a customer who was contacted in a campaign, or says what is wrong with it. */
export function createContactReader(rules: RowRules): (cells: readonly string[]) => NewContact | Fault {
  const cell = cellsOf(rules.columns);
  const { damaged } = rules;

  return (cells) => {
    const campaign = readNeeded(cell(cells, 'campaign'), { limit: limits.campaign, damaged });
    if (isReason(campaign)) return { column: 'campaign', reason: campaign };
    const variant = readText(cell(cells, 'variant'), { limit: limits.variant, damaged });
    if (isReason(variant)) return { column: 'variant', reason: variant };
    const customer = readNeeded(cell(cells, 'customer'), { limit: limits.id, damaged });
    if (isReason(customer)) return { column: 'customer', reason: customer };
    const date = readWhen('contacted', cell(cells, 'contacted'), rules);
    if ('reason' in date) return date;
    const contactedDay = toMoment(date, rules.zone).day;
    const delivered = cell(cells, 'delivered').trim() === '' ? true : toBoolean(cell(cells, 'delivered'));
    if (delivered === null) return { column: 'delivered', reason: { code: 'not-yes-or-no' } };
    const response = readResponse(cell(cells, 'responded').trim(), rules);
    if ('reason' in response) return response;
    const { responded, respondedDay } = response;
    if (responded && !delivered) return { column: 'delivered', reason: { code: 'not-delivered' } };
    if (respondedDay !== null && respondedDay < contactedDay) {
      return { column: 'responded', reason: { code: 'ends-before' } };
    }
    return { campaign, variant: variant ?? '', customer, contactedDay, delivered, responded, respondedDay };
  };
}

/** A day, or yes where the day is not known; empty or no: no response. */
function readResponse(text: string, rules: RowRules): Pick<NewContact, 'responded' | 'respondedDay'> | Fault {
  if (text === '') return { responded: false, respondedDay: null };
  const said = toBoolean(text);
  if (said !== null) return { responded: said, respondedDay: null };
  const date = readDate(text, rules.dateOrder);
  if ('day' in date) return { responded: true, respondedDay: toMoment(date, rules.zone).day };
  const code = 'code' in date && date.code !== 'not-a-date' ? date : { code: 'not-a-response' as const };
  return { column: 'responded', reason: code };
}
