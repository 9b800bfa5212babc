import type { FigureReport } from '../../loyalty/figures/report.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { baseWords, comparison, indicativeWords, isShown, shortChangeWords, valueWords } from './figure-words.ts';
import { figureTitle } from './told/index.ts';

const words = defineText({
  en: {
    steady: 'No change is proven against the period before.',
    changed: '▲ and ▼ mark changes beyond chance. No other change is proven.',
  },
  da: {
    steady: 'Ingen sikre ændringer i forhold til perioden før.',
    changed: 'Sikre ændringer er mærket med ▲ eller ▼. Ellers ingen sikre ændringer.',
  },
  nb: {
    steady: 'Ingen sikre endringer sammenlignet med perioden før.',
    changed: 'Sikre endringer er merket med ▲ eller ▼. Ellers ingen sikre endringer.',
  },
});

/** A figure on one line, mrkdwn: "*NPS* +30 · 100 answers · ▲ 24 points". */
export function figureLine(locale: Locale, report: FigureReport): string {
  const parts = [
    `*${figureTitle(locale, report.figure)}* ${valueWords(locale, report)}`,
    isShown(report) ? baseWords(locale, report) : null,
    indicativeWords(locale, report),
    comparison(report) === 'steady' ? null : shortChangeWords(locale, report),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** What is said once of figures that stand below each other; null where none can be compared. */
export function changesAmong(locale: Locale, reports: readonly FigureReport[]): string | null {
  if (!reports.some((report) => comparison(report) === 'steady')) return null;
  const isAnyChanged = reports.some((report) => comparison(report) === 'changed');
  return isAnyChanged ? words(locale).changed : words(locale).steady;
}
