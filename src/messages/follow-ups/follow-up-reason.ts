import type { FollowUpReason } from '../../loyalty/follow-up.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber } from '../../text/number.ts';
import { sentence } from '../../text/sentence.ts';
import { riskWords } from '../predictions/risk-words.ts';
import { amountWords } from '../words/money-words.ts';

const words = defineText({
  en: {
    atRisk: (risk: string, days: string, money: string) =>
      `At risk of leaving: ${risk} that no order comes within ${days} days. Expected to be lost: ${money}`,
  },
  da: {
    atRisk: (risk: string, days: string, money: string) =>
      `Frafaldstruet: ${risk} risiko for, at der ikke kommer en ordre inden for ${days} dage. Forventet tab: ${money}`,
  },
  nb: {
    atRisk: (risk: string, days: string, money: string) =>
      `Frafallstruet: ${risk} risiko for at det ikke kommer en ordre innen ${days} dager. Ventet tap: ${money}`,
  },
});

/** Why a member opened a follow-up, as things stood then; nothing of one that is about what the customer said. */
export function reasonLines(locale: Locale, reason: FollowUpReason | undefined): string[] {
  if (!reason) return [];
  const { churnRisk, riskDays, valueLostMinor, currency } = reason;
  const lost = amountWords(locale, { amountMinor: valueLostMinor, currency });
  return [sentence(words(locale).atRisk(riskWords(locale, churnRisk), formatNumber(locale, riskDays), lost))];
}
