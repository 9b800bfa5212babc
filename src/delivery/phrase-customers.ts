import type { Clock, ReadContext } from '../context.ts';
import type { Announcement } from '../facts/announcement.ts';
import { everyCustomer } from '../flows/customers/list-customers.ts';
import { localDay } from '../loyalty/time/period.ts';
import { customerFileLines, customerFileStart } from '../messages/customers/customer-file.ts';
import type { Phrasing } from './row.ts';

/** The customers of a list as a CSV. @param id of the row that sends it: no other file has the name */
export function customersFile(
  context: ReadContext & Clock,
  id: number | string | bigint,
  { query, locale }: Extract<Announcement, { kind: 'customer-file' }>,
): NonNullable<Phrasing['file']> {
  const { timeZone, currency } = context.settings;
  return {
    name: `customers-${id}.csv`,
    async *open() {
      yield customerFileStart(locale, currency);
      for await (const customers of everyCustomer(context, query, localDay(context.now(), timeZone))) {
        yield customerFileLines(locale, customers, currency);
      }
    },
  };
}
