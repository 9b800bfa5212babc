import type { ReviewParts } from '../../facts/report.ts';
import { readFigure } from '../../flows/figures/read-figure.ts';
import { minorDigits } from '../../loyalty/facts/money.ts';
import { context, section } from '../../messages/kit/blocks.ts';
import { heading, paragraph } from '../../messages/kit/canvas-markdown.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatMoney } from '../../text/money.ts';
import { formatNumber } from '../../text/number.ts';
import { nothingToTell, type WrittenSection } from '../section.ts';

const words = defineText({
  en: {
    title: 'What a percentage point is worth',
    worth: (worth: string) => `Keeping one percentage point more of the customers would be worth ${worth} a year.`,
    sum: (active: string, average: string) =>
      `${active} active customers × 1% × ${average}, the average lifetime value.`,
  },
  da: {
    title: 'Hvad et procentpoint er værd',
    worth: (worth: string) => `Beholdt I ét procentpoint flere af kunderne, ville det være ${worth} værd om året.`,
    sum: (active: string, average: string) =>
      `${active} aktive kunder × 1 % × ${average}, den gennemsnitlige livstidsværdi.`,
  },
  nb: {
    title: 'Hva et prosentpoeng er verdt',
    worth: (worth: string) => `Beholdt dere ett prosentpoeng flere av kundene, ville det være verdt ${worth} i året.`,
    sum: (active: string, average: string) =>
      `${active} aktive kunder × 1 % × ${average}, den gjennomsnittlige livstidsverdien.`,
  },
});

/** Active customers × 0.01 × average lifetime value; left out where that is not known. */
export const worth: WrittenSection<ReviewParts> = {
  name: 'worth',
  async gather(request) {
    const { base, value } = await readFigure(request, 'clv', request.window);
    if (value === null) return { worth: null };
    return {
      worth: {
        active: base,
        averageMinor: value,
        worthMinor: base * 0.01 * value,
        currency: request.settings.currency,
      },
    };
  },
  draw({ worth }, locale) {
    if (!worth) return nothingToTell;
    const { said, sum } = worthWords(locale, worth);
    return { blocks: [section(said), context(sum)], summary: said };
  },
  write({ worth }, locale) {
    if (!worth) return [];
    const { said, sum } = worthWords(locale, worth);
    return [heading(2, words(locale).title), said, paragraph(sum)];
  },
};

function worthWords(locale: Locale, { active, averageMinor, worthMinor, currency }: NonNullable<ReviewParts['worth']>) {
  const { worth, sum } = words(locale);
  const digits = minorDigits(currency);
  const whole = (minor: number) =>
    formatMoney(locale, Math.round(minor / 10 ** digits) * 10 ** digits, currency, digits);
  // To its last digit, so that who multiplies comes to the same.
  const average = formatMoney(locale, Math.round(averageMinor), currency, digits);
  return { said: worth(whole(worthMinor)), sum: sum(formatNumber(locale, active), average) };
}
