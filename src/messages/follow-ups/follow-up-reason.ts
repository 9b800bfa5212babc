import type { FollowUpReason } from '../../loyalty/follow-up.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentence, sentences } from '../../text/sentence.ts';
import { capital } from '../../text/terms.ts';
import { riskWords, shareWords } from '../predictions/risk-words.ts';
import { aboutMoney } from '../words/estimate-words.ts';

const words = defineText({
  en: {
    short: (what: string) => `At risk: ${what}`,
    atRisk: (risk: string, days: string) => `At risk: ${risk} that no order comes within ${days} days.`,
    high: (days: string) => `At risk: probably no order within ${days} days.`,
    lost: (money: string) => `Expected to be lost: ${money}`,
    winnable: (money: string) => `${money} can still be saved`,
  },
  da: {
    short: (what: string) => `I farezonen: ${what}`,
    atRisk: (risk: string, days: string) =>
      `I farezonen: ${risk} risiko for, at der ikke kommer en ordre inden for ${days} dage.`,
    high: (days: string) => `I farezonen: sandsynligvis ingen ordre inden for ${days} dage.`,
    lost: (money: string) => `Forventet tab: ${money}`,
    winnable: (money: string) => `${money} kan stadig reddes`,
  },
  nb: {
    short: (what: string) => `I faresonen: ${what}`,
    atRisk: (risk: string, days: string) =>
      `I faresonen: ${risk} risiko for at det ikke kommer en ordre innen ${days} dager.`,
    high: (days: string) => `I faresonen: trolig ingen ordre innen ${days} dager.`,
    lost: (money: string) => `Ventet tap: ${money}`,
    winnable: (money: string) => `${money} kan fortsatt reddes`,
  },
});

/** Why a member opened a follow-up, as things stood then; nothing of one that is about what the customer said. */
export function reasonLines(locale: Locale, reason: FollowUpReason | undefined): string[] {
  if (!reason) return [];
  const text = words(locale);
  const { churnRisk, riskDays, valueLostMinor, currency, told, winnableMinor } = reason;
  const days = formatNumber(locale, riskDays);
  if (winnableMinor === undefined) {
    const lost = text.lost(aboutMoney(locale, valueLostMinor, currency));
    return [sentences(text.atRisk(riskWords(locale, churnRisk), days), lost)];
  }
  const risk = told ? text.atRisk(shareWords(locale, told), days) : text.high(days);
  return [sentences(risk, sentence(capital(text.winnable(aboutMoney(locale, winnableMinor, currency)))))];
}

/** The same in a line of a list: "At risk: about 2,400 kr. can still be saved". */
export function shortReason(locale: Locale, { valueLostMinor, winnableMinor, currency }: FollowUpReason): string {
  const text = words(locale);
  if (winnableMinor === undefined) return text.lost(aboutMoney(locale, valueLostMinor, currency));
  return text.short(text.winnable(aboutMoney(locale, winnableMinor, currency)));
}
