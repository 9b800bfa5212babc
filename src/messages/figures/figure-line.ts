import type { FigureReport } from '../../loyalty/figures/report.ts';
import type { Locale } from '../../text/define-text.ts';
import { baseWords, indicativeWords, isShown, shortChangeWords, valueWords } from './figure-words.ts';
import { figureTitle } from './told/index.ts';

/** A figure on one line, mrkdwn: "*NPS* +30 · 100 answers · no change proven". */
export function figureLine(locale: Locale, report: FigureReport): string {
  const parts = [
    `*${figureTitle(locale, report.figure)}* ${valueWords(locale, report)}`,
    isShown(report) ? baseWords(locale, report) : null,
    indicativeWords(locale, report),
    shortChangeWords(locale, report),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
