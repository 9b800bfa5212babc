import type { Voice } from '../../facts/customer.ts';
import { isoFromDay } from '../../loyalty/time/period.ts';
import { csvLine } from '../../text/csv.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { answerKindTerms } from '../../text/terms.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { voicesBase } from './voice-query-words.ts';

const words = defineText({
  en: {
    head: 'day,kind,score,comment,number,name,source,unhappy',
    yes: 'yes',
    written: (count: string, path: string) => `${count} written to ${path}`,
  },
  da: {
    head: 'dag,slags,score,kommentar,nummer,navn,kilde,utilfreds',
    yes: 'ja',
    written: (count: string, path: string) => `${count} skrevet til ${path}`,
  },
  nb: {
    head: 'dag,type,score,kommentar,nummer,navn,kilde,misfornøyd',
    yes: 'ja',
    written: (count: string, path: string) => `${count} skrevet til ${path}`,
  },
});

/** How many answers were written where, in a terminal. Mrkdwn. */
export function voicesWrittenWords(locale: Locale, count: number, path: string): string {
  return words(locale).written(counted(locale, count, voicesBase(locale, null)), escapeMrkdwn(path));
}

/** The first line of a CSV, with a byte order mark, so that spreadsheets read it right. */
export function voiceFileStart(locale: Locale): string {
  return `\ufeff${csvLine(locale, words(locale).head.split(','))}`;
}

/** Lines of a CSV, one an answer. */
export function voiceFileLines(locale: Locale, voices: readonly Voice[]): string {
  return voices
    .map(({ day, kind, comment, customer, source, negative, ...voice }) =>
      csvLine(locale, [
        isoFromDay(day),
        answerKindTerms(locale)[kind],
        scoreCell(locale, voice),
        comment ?? '',
        customer?.externalId ?? '',
        customer?.shownName ?? '',
        source ?? '',
        negative ? words(locale).yes : '',
      ]),
    )
    .join('');
}

function scoreCell(locale: Locale, { score, cliMean }: Pick<Voice, 'score' | 'cliMean'>): string {
  const value = cliMean ?? score;
  return value === null ? '' : formatNumber(locale, value, 1);
}
