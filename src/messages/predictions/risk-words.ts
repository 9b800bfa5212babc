import { defineText, type Locale } from '../../text/define-text.ts';
import { formatPercent } from '../../text/number.ts';

const words = defineText({
  en: { over: (share: string) => `more than ${share}` },
  da: { over: (share: string) => `over ${share}` },
  nb: { over: (share: string) => `over ${share}` },
});

/** "56%"; nothing is certain, so what would round to 100 % is "more than 99%". */
export function riskWords(locale: Locale, risk: number): string {
  const most = 0.99;
  return risk > most ? words(locale).over(formatPercent(locale, most, 0)) : formatPercent(locale, risk, 0);
}
