import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import type { NewRecommendation } from '../loyalty/facts/recommendation.ts';
import type { NewSpend } from '../loyalty/facts/spend.ts';
import { type Day, isoFromDay } from '../loyalty/time/period.ts';
import type { SampleLanguage } from './comments/comment.ts';
import type { Segment } from './comments/phrases.ts';
import type { SampleCustomer } from './customers.ts';
import type { Random } from './random.ts';
import { sampleWords, type WonBy } from './words.ts';

/** The customer with how it was won, its segments and what its recommender was paid. */
export function acquired(random: Random, customer: SampleCustomer, said: SampleLanguage): SampleCustomer {
  const { segments, sources: names } = sampleWords[said];
  const { segment, recommendedBy, mood, course } = customer;
  const isKeyAccount = segment !== 'home' && course === 'regular' && mood > 0.8 && random.chance(0.3);
  const isRewarded = recommendedBy !== null && random.chance(0.7);
  return {
    ...customer,
    source:
      recommendedBy !== null
        ? names.recommendation
        : random.chance(0.9)
          ? names[random.weighted(sources[segment])]
          : null,
    segments: [
      segments[segment],
      ...(isKeyAccount ? [segments.key] : []),
      ...(random.chance(0.4) ? [segments.newsletter] : []),
    ],
    relationshipYears: random.chance(0.85) ? years[segment] : null,
    rewardMinor: isRewarded ? rewards[segment] * 100 : null,
    rewardCurrency: isRewarded ? 'DKK' : null,
  };
}

const sources: Readonly<Record<Segment, Readonly<Record<Exclude<WonBy, 'recommendation'>, number>>>> = {
  cafe: { fair: 40, ads: 10, instagram: 8, sales: 34, website: 8 },
  office: { fair: 18, ads: 34, instagram: 4, sales: 26, website: 18 },
  home: { fair: 4, ads: 26, instagram: 44, sales: 0, website: 26 },
};

/** How long a relationship is expected to last. */
const years: Readonly<Record<Segment, number>> = { cafe: 6, office: 4, home: 2.5 };

/** What a recommender is paid, in whole kroner. */
const rewards: Readonly<Record<Segment, number>> = { cafe: 500, office: 300, home: 100 };

/** About as many recommendations won nobody as the content make in a year. */
export function lostRecommendations(
  random: Random,
  customers: readonly SampleCustomer[],
  today: Day,
  said: SampleLanguage,
): NewRecommendation[] {
  const happy = customers.filter(({ mood, course }) => mood > 0.8 && course === 'regular');
  return Array.from({ length: Math.min(12, happy.length) }, (_, i) => {
    const { customer } = random.pick(happy);
    const isValued = random.chance(0.4);
    return {
      outcome: 'lost',
      recommendationId: `AN-${i + 1}`,
      recommender: customer,
      customer: null,
      day: today - random.between(5, 500),
      valueMinor: isValued ? random.between(8, 60) * 100_000 : null,
      valueCurrency: isValued ? 'DKK' : null,
      note: isValued ? sampleWords[said].lost : null,
    };
  });
}

const months = 24;

/** Advertising by the month, fairs twice a year. */
export function sampleSpend(random: Random, today: Day, said: SampleLanguage): NewSpend[] {
  const { ads, instagram, fair } = sampleWords[said].sources;
  const spend: Omit<NewSpend, 'spendId'>[] = [];
  for (let back = months - 1; back >= 0; back -= 1) {
    const [from, to] = monthBefore(today, back);
    const month = { from, to: Math.min(to, today + 1), currency: 'DKK' };
    spend.push({ ...month, source: ads, amountMinor: random.between(60, 110) * 10_000 });
    spend.push({ ...month, source: instagram, amountMinor: random.between(25, 60) * 10_000 });
    if (back % 6 === 2) {
      const day = { from: from + 12, to: from + 14, currency: 'DKK' };
      spend.push({ ...day, source: fair, amountMinor: random.between(180, 320) * 10_000 });
    }
  }
  return spend.map((row, i) => ({ spendId: `MK-${String(i + 1).padStart(3, '0')}`, ...row }));
}

/** The first day of a month and of the next one, so many months before the one of `today`. */
function monthBefore(today: Day, back: number): [Day, Day] {
  const [year = 1970, month = 1] = isoFromDay(today).split('-').map(Number);
  const first = (months: number) => Date.UTC(year, month - 1 - back + months, 1) / 86_400_000;
  return [first(0), first(1)];
}

/** What a euro and a Norwegian krone cost in kroner, by the quarter, from before the first order on. */
export function sampleRates(random: Random, today: Day): CurrencyRate[] {
  const rates: CurrencyRate[] = [];
  for (let day = today - 92 * 26; day <= today; day += 92) {
    rates.push({ currency: 'EUR', base: 'DKK', day, rate: 7.45 + random.between(0, 15) / 1_000 });
    rates.push({ currency: 'NOK', base: 'DKK', day, rate: random.between(6_280, 6_720) / 10_000 });
  }
  return rates;
}
