import type { BackTest } from '../../loyalty/prediction/back-test.ts';
import { highRisksThen, type ToldRisk, tellRisk } from '../../loyalty/prediction/told-risk.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';

const words = defineText({
  en: {
    over: (share: string) => `more than ${share}`,
    high: 'high',
    counts: (customers: string, stayedAway: string, days: string) =>
      `Of ${customers} customers with a high risk ${days} days ago, ${stayedAway} stayed away.`,
    untested: 'The risk has not been tested on what came yet.',
  },
  da: {
    over: (share: string) => `over ${share}`,
    high: 'høj',
    counts: (customers: string, stayedAway: string, days: string) =>
      `Af ${customers} kunder med høj risiko for ${days} dage siden blev ${stayedAway} væk.`,
    untested: 'Risikoen er endnu ikke holdt op mod det, der faktisk skete.',
  },
  nb: {
    over: (share: string) => `over ${share}`,
    high: 'høy',
    counts: (customers: string, stayedAway: string, days: string) =>
      `Av ${customers} kunder med høy risiko for ${days} dager siden ble ${stayedAway} borte.`,
    untested: 'Risikoen er ennå ikke holdt opp mot det som faktisk skjedde.',
  },
});

/** "56%"; nothing is certain, so what would round to 100 % is "more than 99%". */
export function riskWords(locale: Locale, risk: number): string {
  const most = 0.99;
  return shareWords(locale, risk > most ? { share: most, isMore: true } : { share: risk, isMore: false });
}

/** The same as the back-test bears it out: "56%", "more than 86%", or "high" where it bears out no number. */
export function toldRiskWords(locale: Locale, test: BackTest, risk: number): string {
  const told = tellRisk(test, risk);
  return told ? shareWords(locale, told) : words(locale).high;
}

function shareWords(locale: Locale, { share, isMore }: ToldRisk): string {
  const percent = formatPercent(locale, share, 0);
  return isMore ? words(locale).over(percent) : percent;
}

/** What stands in for a number that the back-test does not bear out: "Of 75 customers with a high risk …". Null: there is one. */
export function highWords(locale: Locale, test: BackTest, atRiskFrom: number): string | null {
  const text = words(locale);
  if (test.kind !== 'tested') return text.untested;
  if (test.correction) return null;
  const days = formatNumber(locale, test.days);
  const then = highRisksThen(test, atRiskFrom);
  if (!then) return text.untested;
  return text.counts(formatNumber(locale, then.customers), formatNumber(locale, then.stayedAway), days);
}
