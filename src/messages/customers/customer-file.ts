import type { ReadyAnnouncement } from '../../facts/announcement.ts';
import type { ListedCustomer } from '../../facts/customer-list.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import { isoFromDay } from '../../loyalty/time/period.ts';
import { csvLine } from '../../text/csv.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { counted } from '../../text/plural.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { customersBase } from '../figures/told/base-words.ts';
import { section } from '../kit/blocks.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { rungName } from '../words/rung-words.ts';
import { queryWords } from './customer-query-words.ts';

const words = defineText({
  en: {
    here: 'The list of customers that you asked for',
    head: (currency: string) => `number,name,e-mail,country,source,rung,value ${currency},orders,newest order,NPS`,
    sent: 'The list comes as a file under Messages, to you alone',
    written: (count: string, path: string) => `${count} written to ${path}`,
  },
  da: {
    here: 'Her er listen over kunder, som du bad om',
    head: (currency: string) => `nummer,navn,e-mail,land,kilde,trin,værdi ${currency},ordrer,nyeste ordre,NPS`,
    sent: 'Listen kommer som fil under Messages, kun til dig',
    written: (count: string, path: string) => `${count} skrevet til ${path}`,
  },
  nb: {
    here: 'Her er listen over kunder som du ba om',
    head: (currency: string) => `nummer,navn,e-post,land,kilde,trinn,verdi ${currency},ordrer,nyeste ordre,NPS`,
    sent: 'Listen kommer som fil under Messages, bare til deg',
    written: (count: string, path: string) => `${count} skrevet til ${path}`,
  },
});

type CustomerFileFacts = Extract<ReadyAnnouncement, { kind: 'customer-file' }>;

/** What is said with the file. */
export function drawCustomerFile({ query, currency, ownerName }: CustomerFileFacts, locale: Locale): Message {
  const asked = queryWords(locale, query, currency, ownerName);
  const said = escapeMrkdwn([words(locale).here, ...(asked.length > 0 ? [asked.join(', ')] : [])].join(': '));
  return toMessage(said, [section(said)]);
}

/** Where a list that was asked for as a file is to be found. Mrkdwn. */
export function customersSentWords(locale: Locale): string {
  return words(locale).sent;
}

/** How many customers were written where, in a terminal. Mrkdwn. */
export function customersWrittenWords(locale: Locale, count: number, path: string): string {
  return words(locale).written(counted(locale, count, customersBase(locale)), escapeMrkdwn(path));
}

/** The first line of a CSV, with a byte order mark, so that spreadsheets read it right. */
export function customerFileStart(locale: Locale, currency: string): string {
  return `\ufeff${csvLine(locale, words(locale).head(currency).split(','))}`;
}

/** Lines of a CSV as spreadsheets of the language read them: with comma and semicolon where decimals have a comma. */
export function customerFileLines(locale: Locale, customers: readonly ListedCustomer[], currency: string): string {
  return customers
    .map((one) =>
      csvLine(locale, [
        one.externalId,
        one.shownName ?? '',
        one.email ?? '',
        one.country ?? '',
        one.source ?? '',
        rungName(locale, one.rung),
        amountCell(locale, one.worthMinor, currency),
        String(one.orders),
        one.lastOrderDay === null ? '' : isoFromDay(one.lastOrderDay),
        one.nps === null ? '' : String(one.nps),
      ]),
    )
    .join('');
}

function amountCell(locale: Locale, amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  const plain = (amountMinor / 10 ** digits).toFixed(digits);
  return locale === 'en' ? plain : plain.replace('.', ',');
}
