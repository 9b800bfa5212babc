import type { RefusedRow, RowReason } from '../../facts/refusal.ts';
import { brief, briefInQuotes } from '../../text/brief.ts';
import { formatDay } from '../../text/date.ts';
import type { Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { inQuotes } from '../../text/quotes.ts';
import { sentence } from '../../text/sentence.ts';
import { columnWords } from './column-words.ts';
import type { HandedOver } from './how-to-say.ts';
import { importWords } from './import-words.ts';
import { namesListed } from './names-listed.ts';
import { previewWords } from './preview-words.ts';
import { rowWords } from './row-refusal-words.ts';

/** A refused row as far as its words need it. */
export type RefusedCell = Pick<RefusedRow, 'column' | 'value' | 'reason'>;

/** Why a row was refused, as a sentence without line and column. Not escaped: it quotes the file. */
export function rowRefusalWords(cell: RefusedCell, locale: Locale, handedOver: HandedOver = 'form'): string {
  const said = sentence(rowSentence(cell, locale));
  return handedOver === 'shell' ? said : said.replace(option, (_, name: string) => ` (${fieldOf(name, locale)})`);
}

/** What a terminal is told of in brackets has a field of the form in Slack. */
function fieldOf(name: string, locale: Locale): string {
  const text = importWords(locale);
  const fields: Readonly<Record<string, string>> = {
    columns: text.columns,
    shop: text.shop,
    others: previewWords(locale).alike.others,
    'same-number correct': text.sameNumbers.correct,
  };
  return inQuotes(locale, fields[name] ?? name);
}

const option = / \(--(columns|shop|others|same-number correct)\)/g;

function rowSentence({ value, reason }: RefusedCell, locale: Locale): string {
  const text = rowWords(locale);
  if (isPlain(reason)) {
    const said = text[reason.code];
    return typeof said === 'string' ? said : said(quoted(value, locale));
  }
  switch (reason.code) {
    case 'far-ahead':
      return text.farAhead(quoted(value, locale), reason.days);
    case 'read-as':
      return text.readAs(quoted(value, locale), briefInQuotes(locale, reason.text));
    case 'other-status': {
      const [header, other] = [reason.header, reason.text].map((one) => briefInQuotes(locale, one));
      const differs = reason.isMark ? text.markDiffers : text.statusDiffers;
      return differs(header ?? '', other ?? '', value ? quoted(value, locale) : null);
    }
    case 'not-completed':
      return text.notCompleted(briefInQuotes(locale, reason.header));
    case 'set-aside':
      return text.setAside(briefInQuotes(locale, reason.header), briefInQuotes(locale, reason.text));
    case 'cell-count':
      return text.cells(reason.found, reason.expected);
    case 'record-too-long':
      return text.rowTooLong(formatNumber(locale, reason.limit));
    case 'too-long':
      return text.tooLong(formatNumber(locale, reason.limit));
    case 'year-out-of-range':
      return text.years(reason.from, reason.to);
    case 'too-many-decimals':
      return reason.digits === 0 ? text.noDecimals(reason.currency) : text.decimals(reason.currency, reason.digits);
    case 'currency-differs':
      return text.differs(brief(reason.written), brief(reason.expected));
    case 'currency-of-header':
      return text.ofHeader(brief(reason.written), brief(reason.expected));
    case 'not-a-score':
      return text.score(reason.min, reason.max);
    case 'not-for-kind':
      return text.kind(reason.kind);
    case 'segment-too-long':
      return text.segmentTooLong(reason.limit);
    case 'too-many-segments':
      return text.tooManySegments(reason.limit);
    case 'not-years':
      return text.yearsOf(reason.max);
    case 'not-a-rate':
      return text.rate(reason.digits);
    case 'shared-address':
      return text.sharedAddress(quoted(value, locale), namesListed(reason.customers, locale));
    case 'same-number':
      return text.sameNumber[reason.clash](reason.line);
    case 'incomplete-order':
      return text.incomplete(reason.line);
    case 'known-number':
      return text.knownNumber(brief(reason.number), brief(reason.customer), formatDay(locale, reason.day));
    case 'known-response':
      return text.knownResponse(brief(reason.response), formatDay(locale, reason.day));
  }
}

/** The same with the column in front, for the last cell of the file of refused rows. */
export function refusedCellWords(cell: RefusedCell, locale: Locale, handedOver: HandedOver = 'form'): string {
  const why = rowRefusalWords(cell, locale, handedOver);
  return cell.column === null ? why : `${brief(columnWords(cell.column, locale))}: ${why}`;
}

/** Words that need no more than the value stand under the code itself. */
function isPlain(
  reason: RowReason,
): reason is Extract<RowReason, { readonly code: keyof ReturnType<typeof rowWords> }> {
  return Object.hasOwn(rowWords('en'), reason.code);
}

function quoted(value: string | null, locale: Locale): string {
  const shown = value === null ? '' : brief(value);
  return shown === '' ? rowWords(locale).nothing : inQuotes(locale, shown);
}
