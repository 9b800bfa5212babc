import type { BackTest } from '../../loyalty/prediction/back-test.ts';
import { highRisksThen, type ToldRisk, tellRisk } from '../../loyalty/prediction/told-risk.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';

const words = defineText({
  en: {
    over: (share: string) => `more than ${share}`,
    risk: (least: string, most: string) => `Risk ${least === most ? least : `${least} to ${most}`}.`,
    counts: (customers: string, stayedAway: string, days: string) =>
      `Of ${customers} customers with a high risk ${days} days ago, ${stayedAway} stayed away.`,
    untested: 'The risk has not been tested on what came yet.',
  },
  da: {
    over: (share: string) => `over ${share}`,
    risk: (least: string, most: string) => `Risiko ${least === most ? least : `${least} til ${most}`}.`,
    counts: (customers: string, stayedAway: string, days: string) =>
      `Af ${customers} kunder med høj risiko for ${days} dage siden blev ${stayedAway} væk.`,
    untested: 'Risikoen er endnu ikke holdt op mod det, der faktisk skete.',
  },
  nb: {
    over: (share: string) => `over ${share}`,
    risk: (least: string, most: string) => `Risiko på ${least === most ? least : `${least} til ${most}`}.`,
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

/** A risk as the back-test bears it out: "56%", "more than 86%". */
export function shareWords(locale: Locale, { share, isMore }: ToldRisk): string {
  const percent = formatPercent(locale, share, 0);
  return isMore ? words(locale).over(percent) : percent;
}

/**
 * The least and the highest of some risks as the back-test bears them out: "Risk 74% to more than 87%."; where it bears out no
 * number, how many of those with a high risk then stayed away.
 */
export function risksWords(locale: Locale, test: BackTest, risks: readonly number[], atRiskFrom: number): string {
  const text = words(locale);
  const [least, most] = [Math.min(...risks), Math.max(...risks)].map((risk) => tellRisk(test, risk));
  if (least && most) return text.risk(shareWords(locale, least), shareWords(locale, most));
  const then = highRisksThen(test, atRiskFrom);
  if (test.kind !== 'tested' || !then) return text.untested;
  const [customers, stayedAway, days] = [then.customers, then.stayedAway, test.days].map((count) =>
    formatNumber(locale, count),
  );
  return text.counts(customers ?? '', stayedAway ?? '', days ?? '');
}
