import type { CampaignFacts } from '../../facts/reply.ts';
import type { VariantComparison, VariantReport } from '../../loyalty/figures/campaign-response.ts';
import { leastBase } from '../../loyalty/figures/figure.ts';
import { briefInQuotes } from '../../text/brief.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';

const words = defineText({
  en: {
    unnamed: 'those without a variant',
    rate: (responded: string, delivered: string, rate: string) => `${responded} of ${delivered} responded (${rate})`,
    tooFew: (delivered: string) => `not enough data (reached ${delivered})`,
    more: (one: string, other: string, by: string) =>
      `${one} brought about ${by} more ${by === '1' ? 'response' : 'responses'} per 100 than ${other}`,
    fewer: (one: string, other: string, by: string) =>
      `${one} brought about ${by} fewer ${by === '1' ? 'response' : 'responses'} per 100 than ${other}`,
    unproven: (one: string, other: string) => `no difference proven between ${one} and ${other}`,
    noneProven: 'no difference proven between the variants',
    against: (responded: string, delivered: string, to: string, of: string) =>
      ` (${responded} of ${delivered} against ${to} of ${of})`,
    uneven: 'the variants cannot be compared, as they were not split evenly',
    chance: (times: string, p: string) => `Chance alone brings such a difference in ${times} of 100 cases (${p}).`,
    about: (times: string) => `about ${times}`,
    rarely: 'fewer than 1',
  },
  da: {
    unnamed: 'dem uden variant',
    rate: (responded: string, delivered: string, rate: string) => `${responded} af ${delivered} svarede (${rate})`,
    tooFew: (delivered: string) => `ikke nok data (nåede ${delivered})`,
    more: (one: string, other: string, by: string) => `${one} gav ca. ${by} flere svar pr. 100 end ${other}`,
    fewer: (one: string, other: string, by: string) => `${one} gav ca. ${by} færre svar pr. 100 end ${other}`,
    unproven: (one: string, other: string) => `ingen sikker forskel på ${one} og ${other}`,
    noneProven: 'ingen sikker forskel på varianterne',
    against: (responded: string, delivered: string, to: string, of: string) =>
      ` (${responded} af ${delivered} mod ${to} af ${of})`,
    uneven: 'varianterne kan ikke sammenlignes, for de er ikke fordelt ligeligt',
    chance: (times: string, p: string) => `En så stor forskel opstår tilfældigt i ${times} af 100 tilfælde (${p}).`,
    about: (times: string) => `ca. ${times}`,
    rarely: 'færre end 1',
  },
  nb: {
    unnamed: 'de uten variant',
    rate: (responded: string, delivered: string, rate: string) => `${responded} av ${delivered} svarte (${rate})`,
    tooFew: (delivered: string) => `ikke nok data (nådde ${delivered})`,
    more: (one: string, other: string, by: string) => `${one} ga ca. ${by} flere svar per 100 enn ${other}`,
    fewer: (one: string, other: string, by: string) => `${one} ga ca. ${by} færre svar per 100 enn ${other}`,
    unproven: (one: string, other: string) => `ingen sikker forskjell mellom ${one} og ${other}`,
    noneProven: 'ingen sikker forskjell mellom variantene',
    against: (responded: string, delivered: string, to: string, of: string) =>
      ` (${responded} av ${delivered} mot ${to} av ${of})`,
    uneven: 'variantene kan ikke sammenlignes, for de er ikke fordelt likt',
    chance: (times: string, p: string) => `En så stor forskjell oppstår tilfeldig i ${times} av 100 tilfeller (${p}).`,
    about: (times: string) => `ca. ${times}`,
    rarely: 'færre enn 1',
  },
});

type Compared = VariantReport & { readonly comparison: VariantComparison };

/** Those variants of which people are told how they compare with the first. */
export function comparedVariants({ variants }: Pick<CampaignFacts, 'variants'>): readonly Compared[] {
  if ((variants[0]?.delivered ?? 0) < leastBase) return [];
  return variants.filter(
    (variant): variant is Compared => variant.comparison !== null && variant.delivered >= leastBase,
  );
}

/** What came of a campaign, for the end of a sentence: which variant did better, or that none is proven to. Not escaped. */
export function findingWords(locale: Locale, campaign: CampaignFacts): string {
  const text = words(locale);
  const compared = comparedVariants(campaign);
  if (compared.length === 0) return rateWords(locale, campaign);
  if (campaign.balance?.alarm) return text.uneven;
  const proven = compared.filter(({ comparison }) => comparison.proven);
  const [clearest = compared[0]] = proven.toSorted(
    (a, b) => Math.abs(b.comparison.value) - Math.abs(a.comparison.value),
  );
  if (!clearest || (proven.length === 0 && compared.length > 1)) return text.noneProven;
  const { comparison, variant } = clearest;
  const [one, other] = [nameOf(locale, variant), nameOf(locale, comparison.to)];
  const by = perHundred(locale, Math.abs(comparison.value));
  const told = comparison.value > 0 ? text.more(one, other, by) : text.fewer(one, other, by);
  return (comparison.proven ? told : text.unproven(one, other)) + againstWords(locale, campaign, clearest);
}

/** "Chance alone brings such a difference in about 11 of 100 cases (p = 0.109).", where two variants are compared; else null. */
export function chanceWords(locale: Locale, campaign: CampaignFacts): string | null {
  const [only, ...more] = comparedVariants(campaign);
  if (!only || more.length > 0 || campaign.balance?.alarm) return null;
  const text = words(locale);
  const { p } = only.comparison;
  const times = p < 0.01 ? text.rarely : text.about(formatNumber(locale, p * 100, 0));
  return text.chance(times, pWords(locale, p));
}

/** "p = 0.109". */
export function pWords(locale: Locale, p: number): string {
  return p < 0.001 ? `p < ${formatNumber(locale, 0.001, 3)}` : `p = ${formatNumber(locale, p, 3)}`;
}

function rateWords(locale: Locale, { total: { value, responded, delivered } }: CampaignFacts): string {
  const text = words(locale);
  const [some, all] = [formatNumber(locale, responded), formatNumber(locale, delivered)];
  return value === null || delivered < leastBase
    ? text.tooFew(all)
    : text.rate(some, all, formatPercent(locale, value));
}

function againstWords(locale: Locale, { variants }: CampaignFacts, { responded, delivered }: Compared): string {
  const [first] = variants;
  const [some, all, to, of] = [responded, delivered, first?.responded ?? 0, first?.delivered ?? 0].map((count) =>
    formatNumber(locale, count),
  );
  return words(locale).against(some ?? '', all ?? '', to ?? '', of ?? '');
}

/** "12"; with a decimal where it would be 0. */
function perHundred(locale: Locale, share: number): string {
  return formatNumber(locale, share * 100, share >= 0.01 ? 0 : 1);
}

function nameOf(locale: Locale, variant: string): string {
  return variant.trim() === '' ? words(locale).unnamed : briefInQuotes(locale, variant);
}
