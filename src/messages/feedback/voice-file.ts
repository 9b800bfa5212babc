import type { ReadyAnnouncement } from '../../facts/announcement.ts';
import type { Voice } from '../../facts/customer.ts';
import { isoFromDay } from '../../loyalty/time/period.ts';
import { csvLine } from '../../text/csv.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { answerKindTerms } from '../../text/terms.ts';
import { escapeMrkdwn } from '../../text/typed.ts';
import { section } from '../kit/blocks.ts';
import { type Message, toMessage } from '../kit/message.ts';
import { voiceQueryWords, voicesBase } from './voice-query-words.ts';

const words = defineText({
  en: {
    head: 'day,kind,score,comment,number,name,source,unhappy',
    yes: 'yes',
    here: 'Here is what customers said, as you asked for',
    written: (count: string, path: string) => `${count} written to ${path}`,
  },
  da: {
    head: 'dag,slags,score,kommentar,nummer,navn,kilde,utilfreds',
    yes: 'ja',
    here: 'Her er kundernes svar, som du bad om',
    written: (count: string, path: string) => `${count} skrevet til ${path}`,
  },
  nb: {
    head: 'dag,type,score,kommentar,nummer,navn,kilde,misfornøyd',
    yes: 'ja',
    here: 'Her er kundenes svar, som du ba om',
    written: (count: string, path: string) => `${count} skrevet til ${path}`,
  },
});

/** What is said with the file. */
export function drawVoiceFile(
  { query }: Pick<Extract<ReadyAnnouncement, { kind: 'voice-file' }>, 'query'>,
  locale: Locale,
): Message {
  const asked = voiceQueryWords(locale, query);
  const said = escapeMrkdwn([words(locale).here, ...(asked.length > 0 ? [asked.join(', ')] : [])].join(': '));
  return toMessage(said, [section(said)]);
}

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
