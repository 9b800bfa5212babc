import type { NewAnswer } from '../loyalty/facts/answer.ts';
import type { NewContact } from '../loyalty/facts/campaign.ts';
import type { NewCustomer } from '../loyalty/facts/customer.ts';
import type { NewOrder } from '../loyalty/facts/order.ts';
import type { CurrencyRate } from '../loyalty/facts/rates.ts';
import type { NewRecommendation } from '../loyalty/facts/recommendation.ts';
import type { NewSpend } from '../loyalty/facts/spend.ts';
import type { Pin } from '../loyalty/ladder/rung-rules.ts';
import type { Day } from '../loyalty/time/period.ts';
import { acquired, lostRecommendations, sampleRates, sampleSpend } from './acquisition.ts';
import { sampleAnswer } from './answers.ts';
import { sampleCampaign } from './campaign.ts';
import { type SampleClosed, sampleClosed } from './closed.ts';
import type { SampleLanguage } from './comments/comment.ts';
import { type SampleCustomer, sampleCustomers } from './customers.ts';
import { occasions } from './occasions.ts';
import { sampleOrders } from './orders.ts';
import { seededRandom } from './random.ts';
import { sampleWords } from './words.ts';

const customerCount = 400;
const answerCount = 1_500;
const orderDays = 730;

export interface SamplePin extends Pin {
  readonly customer: string;
  readonly reason: string;
}

/** Rows as an import would bring them in; customers before those whom they recommended, orders and answers by day. */
export interface Sample {
  readonly customers: readonly NewCustomer[];
  readonly orders: readonly NewOrder[];
  readonly answers: readonly NewAnswer[];
  readonly pins: readonly SamplePin[];
  readonly recommendations: readonly NewRecommendation[];
  readonly spend: readonly NewSpend[];
  readonly rates: readonly CurrencyRate[];
  readonly contacts: readonly NewContact[];
  readonly closed: readonly SampleClosed[];
}

/**
 * About 400 customers, two years of orders and 1 500 answers, none later than `today`. The story holds together: who is
 * unhappy says so and orders less, who is delighted reviews and recommends, and this week some parcels came late.
 *
 * @param seed the same seed and day give the same sample
 * @param language of the company. In a Danish one each customer writes in their own, in others all write in that one.
 */
export function generateSample({
  seed,
  today,
  language = 'da',
}: {
  readonly seed: number;
  readonly today: Day;
  readonly language?: SampleLanguage;
}): Sample {
  const random = seededRandom(seed);
  const firstDay = today - orderDays + 1;
  const customers = sampleCustomers(random, customerCount, firstDay, today);
  const orders = sampleOrders(random, customers, firstDay, today);
  const answers = occasions(random, customers, orders, answerCount, today)
    .map((occasion) => sampleAnswer(random, language === 'da' ? occasion : { ...occasion, language }))
    .map((answer) => ({ ...answer, source: sampleWords[language].asked[answer.source ?? ''] ?? answer.source }))
    .sort((a, b) => a.day - b.day)
    .map((answer, i) => ({ answerId: `NA-${i + 1}`, ...answer }));
  // A chance of their own: what was there before them stays as it was.
  const more = seededRandom(seed + 1);
  return {
    customers: customers.map((customer) => toRow(acquired(more, speaking(customer, language), language))),
    orders,
    answers,
    pins: partnerPins(customers, today, language),
    recommendations: lostRecommendations(more, customers, today, language),
    spend: sampleSpend(more, today, language),
    rates: sampleRates(more, today),
    contacts: sampleCampaign(more, customers, today, language),
    closed: sampleClosed(seededRandom(seed + 2), answers, today, language),
  };
}

function speaking(customer: SampleCustomer, language: SampleLanguage): SampleCustomer {
  return language === 'da' ? customer : { ...customer, language };
}

/** Partners are whom an agreement exists with: the happiest of the cafés that were won first. */
function partnerPins(customers: readonly SampleCustomer[], today: Day, language: SampleLanguage): SamplePin[] {
  const reasons = sampleWords[language].partners;
  const cafes = customers.filter(
    ({ segment, course, mood }) => segment === 'cafe' && course === 'regular' && mood > 0.85,
  );
  return cafes.slice(0, reasons.length).map(({ customer }, i) => ({
    customer,
    rung: 'partner',
    fromDay: today - 500 + 90 * i,
    // The last agreement ran out and was not renewed.
    untilDay: i === reasons.length - 1 ? today - 20 : i === 1 ? today + 300 : null,
    reason: reasons[i] ?? '',
  }));
}

function toRow({ segment: _segment, course: _course, mood: _mood, ...row }: SampleCustomer): NewCustomer {
  return row;
}
