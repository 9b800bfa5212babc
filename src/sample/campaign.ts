import type { NewContact } from '../loyalty/facts/campaign.ts';
import type { Day } from '../loyalty/time/period.ts';
import type { SampleLanguage } from './comments/comment.ts';
import type { SampleCustomer } from './customers.ts';
import type { Random } from './random.ts';
import { sampleWords } from './words.ts';

/** One campaign with two variants, to every second customer: a tasting box goes down better than a discount. */
export function sampleCampaign(
  random: Random,
  customers: readonly SampleCustomer[],
  today: Day,
  said: SampleLanguage,
): NewContact[] {
  const { name, discount, box } = sampleWords[said].campaign;
  const contactedDay = today - 40;
  const known = customers.filter(({ sinceDay }) => sinceDay < contactedDay);
  return known
    .filter((_, i) => i % 2 === 0)
    .map(({ customer, mood }, i) => {
      const variant = i % 2 === 0 ? discount : box;
      const delivered = random.chance(0.96);
      const responded = delivered && random.chance((i % 2 === 0 ? 0.1 : 0.24) * (0.5 + mood / 2));
      return {
        campaign: name,
        variant,
        customer,
        contactedDay,
        delivered,
        responded,
        respondedDay: responded ? contactedDay + random.between(0, 21) : null,
      };
    });
}
