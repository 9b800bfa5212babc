import { csatAverage } from '../loyalty/figures/csat.ts';
import type { FigureReport } from '../loyalty/figures/figure.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatNumber, formatPercent } from '../text/number.ts';
import { counted } from '../text/plural.ts';
import { capital, figureTerms } from '../text/terms.ts';
import { bar } from './bar.ts';
import { actions, context, header, section } from './blocks.ts';
import type { DrawContext } from './draw-context.ts';
import { baseWords, changeWords, indicativeWords, intervalWords, isShown, valueWords } from './figure-words.ts';
import { type Message, toMessage } from './message.ts';
import type { Reply } from './reply.ts';
import { shareElements } from './share-button.ts';
import { windowWords } from './window-words.ts';

const words = defineText({
  en: {
    indicative: 'Indicative only: fewer than 30 answers.',
    indicativeCustomers: 'Indicative only: fewer than 30 customers.',
    tooFew: 'A score needs at least 5 answers.',
    tooFewCustomers: 'A score needs at least 5 customers.',
    average: (value: string) => `Average ${value} of 5.`,
  },
  da: {
    indicative: 'Kun vejledende: færre end 30 svar.',
    indicativeCustomers: 'Kun vejledende: færre end 30 kunder.',
    tooFew: 'Tallet vises, når der er mindst 5 svar.',
    tooFewCustomers: 'Tallet vises, når der er mindst 5 kunder.',
    average: (value: string) => `Gennemsnit ${value} af 5.`,
  },
  nb: {
    indicative: 'Bare veiledende: færre enn 30 svar.',
    indicativeCustomers: 'Bare veiledende: færre enn 30 kunder.',
    tooFew: 'Tallet vises når det er minst 5 svar.',
    tooFewCustomers: 'Tallet vises når det er minst 5 kunder.',
    average: (value: string) => `Gjennomsnitt ${value} av 5.`,
  },
});

/** One figure: value, base, interval, what it is made of, and the change against the window before. */
export function drawFigure(reply: Extract<Reply, { kind: 'figure' }>, locale: Locale, { said }: DrawContext): Message {
  const { report } = reply;
  const name = capital(figureTerms(locale)[report.figure]);
  const value = valueWords(locale, report);
  const days = windowWords(locale, report.window);
  const base = baseWords(locale, report);
  const change = changeWords(locale, report);
  const shown = isShown(report);
  const share = shareElements(locale, said);
  const facts = [shown ? base : null, days, intervalWords(locale, report)].filter((part) => part !== null).join(' · ');
  const lines = shown ? parts(locale, report) : '';
  const notes = noteLines(report, locale);
  const blocks = [
    header(`${name}: ${value}`),
    section(capital(facts)),
    ...(shown && lines !== '' ? [section(lines)] : []),
    ...(change ? [section(change)] : []),
    ...(notes.length > 0 ? [context(notes.join(' '))] : []),
    ...(share.length > 0 ? [actions(...share)] : []),
  ];
  const indicative = indicativeWords(locale, report);
  const text = `${name}: ${value}${shown ? ` (${base}${indicative ? `, ${indicative}` : ''})` : ''}, ${days}.`;
  return toMessage(change ? `${text} ${change}` : text, blocks);
}

function noteLines(report: FigureReport, locale: Locale): string[] {
  const { indicative, indicativeCustomers, tooFew, tooFewCustomers, average: averageWords } = words(locale);
  const { satisfied = 0, others = 0, scoreSum = 0 } = report.counts;
  const average = report.figure === 'csat' ? csatAverage({ satisfied, others, scoreSum }) : null;
  if (!isShown(report)) return [report.figure === 'repeat' ? tooFewCustomers : tooFew];
  return [
    ...(average === null ? [] : [averageWords(formatNumber(locale, average, 1))]),
    ...(indicativeWords(locale, report) ? [report.figure === 'repeat' ? indicativeCustomers : indicative] : []),
  ];
}

type Rows = readonly (readonly [one: string, many: string, count: number])[];

function parts(locale: Locale, { figure, counts, base }: FigureReport): string {
  const terms = figureTerms(locale);
  const { promoters = 0, passives = 0, detractors = 0, satisfied = 0, others = 0, repeat = 0 } = counts;
  const { active = 0, lost = 0, recommenders = 0 } = counts;
  const stay: Rows = [
    [terms.stayed, terms.stayed, active - lost],
    [terms.lost, terms.lost, lost],
  ];
  const rows: Record<FigureReport['figure'], Rows> = {
    nps: [
      [terms.promoter, terms.promoters, promoters],
      [terms.passive, terms.passives, passives],
      [terms.detractor, terms.detractors, detractors],
    ],
    csat: [
      [terms.satisfiedOne, terms.satisfied, satisfied],
      [terms.other, terms.others, others],
    ],
    repeat: [
      [terms.repeated, terms.repeated, repeat],
      [terms.once, terms.once, base - repeat],
    ],
    retention: stay,
    churn: stay.toReversed(),
    referral: [
      [terms.recommendedOne, terms.recommended, recommenders],
      [terms.recommendedNone, terms.recommendedNone, base - recommenders],
    ],
    cli: [],
    cac: [],
    clv: [],
  };
  return rows[figure]
    .map(
      ([one, many, count]) =>
        `${bar(count / base)} ${counted(locale, count, one, many)} · ${formatPercent(locale, count / base)}`,
    )
    .join('\n');
}
