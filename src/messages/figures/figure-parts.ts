import { yearlyChurn } from '../../loyalty/figures/churn.ts';
import { worthOfAPoint, yearlyChurnOf } from '../../loyalty/figures/clv.ts';
import type { FigureReport } from '../../loyalty/figures/figure.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';
import { counted } from '../../text/plural.ts';
import { figureTerms } from '../../text/terms.ts';
import { bar } from '../kit/bar.ts';
import { amountWords } from '../words/money-words.ts';
import { baseWords } from './figure-words.ts';
import { averageAmountWords } from './score-words.ts';

const words = defineText({
  en: {
    average: (value: string) => `Average ${value} of 5.`,
    scale: 'Mean of three questions (recommend, buy again, try other products), 0–100. No standard exists for it.',
    spend: (spend: string, won: string) => `Spend ${spend} ÷ ${won}`,
    churn: (share: string, lost: string, before: string) =>
      `Yearly churn ${share}: ${lost} of the ${before} who were active a year before`,
    yearly: (share: string) => `If it goes on like this, ${share} in a year.`,
    worth: (amount: string) =>
      `Losing one percentage point less of the active customers would be worth ${amount} a year`,
  },
  da: {
    average: (value: string) => `Gennemsnit ${value} af 5.`,
    scale:
      'Gennemsnit af tre spørgsmål (anbefale, købe igen, prøve andre produkter), 0–100. Der findes ingen standard.',
    spend: (spend: string, won: string) => `Udgifter ${spend} ÷ ${won}`,
    churn: (share: string, lost: string, before: string) =>
      `Årlig kundeafgang ${share}: ${lost} af de ${before}, der var aktive et år før`,
    yearly: (share: string) => `Går det sådan videre, er det ${share} på et år.`,
    worth: (amount: string) => `At miste ét procentpoint færre af de aktive kunder ville være ${amount} værd om året`,
  },
  nb: {
    average: (value: string) => `Gjennomsnitt ${value} av 5.`,
    scale:
      'Gjennomsnitt av tre spørsmål (anbefale, kjøpe igjen, prøve andre produkter), 0–100. Det finnes ingen standard.',
    spend: (spend: string, won: string) => `Utgifter ${spend} ÷ ${won}`,
    churn: (share: string, lost: string, before: string) =>
      `Årlig kundefrafall ${share}: ${lost} av de ${before} som var aktive et år før`,
    yearly: (share: string) => `Fortsetter det slik, blir det ${share} på et år.`,
    worth: (amount: string) => `Å miste ett prosentpoeng færre av de aktive kundene ville være verdt ${amount} i året`,
  },
});

/** What a figure is made of, in lines of mrkdwn: its groups as bars, or its totals. None for some. */
export function partLines(locale: Locale, report: FigureReport): string[] {
  const { counts, base } = report;
  const terms = figureTerms(locale);
  const { promoters = 0, passives = 0, detractors = 0, satisfied = 0, others = 0 } = counts;
  const { repeat = 0, recommenders = 0, active = 0, lost = 0 } = counts;
  const line = (count: number, one: string, many = one) =>
    `${bar(count / base)} ${counted(locale, count, one, many)} · ${formatPercent(locale, count / base)}`;
  const stay = [line(active - lost, terms.stayedOne, terms.stayed), line(lost, terms.lost)];
  switch (report.figure) {
    case 'nps':
      return [
        line(promoters, terms.promoter, terms.promoters),
        line(passives, terms.passive, terms.passives),
        line(detractors, terms.detractor, terms.detractors),
      ];
    case 'csat':
      return [line(satisfied, terms.satisfiedOne, terms.satisfied), line(others, terms.other, terms.others)];
    case 'cli':
      return [];
    case 'repeat':
      return [line(repeat, terms.repeated), line(base - repeat, terms.once)];
    case 'retention':
      return stay;
    case 'churn':
      return stay.toReversed();
    case 'referral':
      return [line(recommenders, terms.recommended), line(base - recommenders, terms.recommendedNone)];
    case 'cac':
      return [
        words(locale).spend(
          amountWords(locale, { amountMinor: counts.spendMinor ?? 0, currency: currencyOf(report) }),
          baseWords(locale, report),
        ),
      ];
    case 'clv':
      return clvLines(locale, report);
  }
}

/** What is said of a figure in small print, besides its base: the average of CSAT, the scale of CLI, churn in a year. */
export function partNote(locale: Locale, { figure, counts, base, value, window }: FigureReport): string | null {
  const days = window.to - window.from;
  if (figure === 'churn' && value !== null && days < 360) {
    return words(locale).yearly(formatPercent(locale, yearlyChurn(value, 365 / days)));
  }
  if (figure === 'cli') return words(locale).scale;
  if (figure !== 'csat' || base === 0) return null;
  return words(locale).average(formatNumber(locale, (counts.scoreSum ?? 0) / base, 1));
}

function clvLines(locale: Locale, report: FigureReport): string[] {
  const { revenueMinor = 0, revenueTimesYears = 0, active = 0, activeBefore = 0, lost = 0 } = report.counts;
  const churn = yearlyChurnOf({ activeBefore, lost });
  const worth = worthOfAPoint({ revenueMinor, revenueTimesYears, active, activeBefore, lost });
  const [some, all] = [formatNumber(locale, lost), formatNumber(locale, activeBefore)];
  return [
    ...(churn === null ? [] : [words(locale).churn(formatPercent(locale, churn), some, all)]),
    ...(worth === null ? [] : [words(locale).worth(averageAmountWords(locale, worth, currencyOf(report)))]),
  ];
}

function currencyOf({ currency }: FigureReport): string {
  return currency ?? '';
}
