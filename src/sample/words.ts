import type { SampleLanguage } from './comments/comment.ts';
import type { Segment, Theme } from './comments/phrases.ts';

/** How the company wins its customers. */
export type WonBy = 'fair' | 'ads' | 'instagram' | 'sales' | 'website' | 'recommendation';

/** What the company has written itself: segments, sources, a campaign, why somebody is a partner. */
interface SampleWords {
  readonly segments: Readonly<Record<Segment | 'key' | 'newsletter', string>>;
  readonly sources: Readonly<Record<WonBy, string>>;
  /** Where customers speak up, where that is called otherwise than in English. */
  readonly asked: Readonly<Record<string, string>>;
  readonly lost: string;
  readonly campaign: { readonly name: string; readonly discount: string; readonly box: string };
  readonly partners: readonly string[];
  /** What was done about a complaint. */
  readonly done: Readonly<Record<Theme, readonly string[]>>;
}

export const sampleWords: Readonly<Record<SampleLanguage, SampleWords>> = {
  da: {
    segments: { cafe: 'Café', office: 'Kontor', home: 'Privat', key: 'Storkunde', newsletter: 'Nyhedsbrev' },
    sources: {
      fair: 'Messe',
      ads: 'Google Ads',
      instagram: 'Instagram',
      sales: 'Opsøgende salg',
      website: 'Hjemmeside',
      recommendation: 'Anbefaling',
    },
    asked: { email: 'e-mail', phone: 'telefon', visit: 'besøg', fair: 'messe', web: 'hjemmeside' },
    lost: 'Valgte en anden leverandør',
    campaign: { name: 'Ny høst', discount: 'A: rabat', box: 'B: smagekasse' },
    partners: [
      'Fælles baristakurser, aftale underskrevet',
      'Egen husblanding, treårig aftale',
      'Åpen kafé sammen hver måned',
      'Joint tasting evenings, agreement signed',
      'Udstiller vores kaffe på messer',
      'Samarbejde om take away-kopper',
    ],
    done: {
      coffee: [
        'Ny kaffe sendt samme dag, og risteriet har fået besked',
        'Byttet til en mildere blanding; kunden er glad',
      ],
      delivery: [
        'Ringet og undskyldt; det manglende er sendt med bud',
        'Fragten er betalt tilbage, og sagen er taget op med fragtfirmaet',
      ],
      service: ['Ringet op samme dag; kunden har fået en fast kontakt', 'Undskyldt og svaret på alt, der lå'],
      price: ['Forklaret prisen og tilbudt abonnement til lavere pris', 'Fået mængderabat fra næste ordre'],
      assortment: [
        'Sat på listen og får besked, når varen er hjemme igen',
        'Smagsprøver på to andre sendt med næste ordre',
      ],
    },
  },
  nb: {
    segments: { cafe: 'Kafé', office: 'Kontor', home: 'Privat', key: 'Storkunde', newsletter: 'Nyhetsbrev' },
    sources: {
      fair: 'Messe',
      ads: 'Google Ads',
      instagram: 'Instagram',
      sales: 'Oppsøkende salg',
      website: 'Nettside',
      recommendation: 'Anbefaling',
    },
    asked: { email: 'e-post', phone: 'telefon', visit: 'besøk', fair: 'messe', web: 'nettside' },
    lost: 'Valgte en annen leverandør',
    campaign: { name: 'Ny høst', discount: 'A: rabatt', box: 'B: smakskasse' },
    partners: [
      'Felles baristakurs, avtale signert',
      'Egen husblanding, treårig avtale',
      'Åpen kafé sammen hver måned',
      'Felles smakskvelder, avtale signert',
      'Stiller ut kaffen vår på messer',
      'Samarbeid om take away-kopper',
    ],
    done: {
      coffee: [
        'Ny kaffe sendt samme dag, og brenneriet har fått beskjed',
        'Byttet til en mildere blanding; kunden er fornøyd',
      ],
      delivery: [
        'Ringt og beklaget; det som manglet, er sendt med bud',
        'Frakten er betalt tilbake, og saken er tatt opp med transportøren',
      ],
      service: ['Ringt opp samme dag; kunden har fått en fast kontakt', 'Beklaget og svart på alt som lå'],
      price: ['Forklart prisen og tilbudt abonnement til lavere pris', 'Får mengderabatt fra neste ordre'],
      assortment: [
        'Satt på listen og får beskjed når varen er inne igjen',
        'Smaksprøver på to andre sendt med neste ordre',
      ],
    },
  },
  en: {
    segments: { cafe: 'Café', office: 'Office', home: 'Home', key: 'Key account', newsletter: 'Newsletter' },
    sources: {
      fair: 'Trade fair',
      ads: 'Google Ads',
      instagram: 'Instagram',
      sales: 'Direct sales',
      website: 'Website',
      recommendation: 'Recommendation',
    },
    asked: {},
    lost: 'Chose another supplier',
    campaign: { name: 'New harvest', discount: 'A: discount', box: 'B: tasting box' },
    partners: [
      'Barista courses together, agreement signed',
      'House blend of their own, three years',
      'Open café together every month',
      'Joint tasting evenings, agreement signed',
      'Shows our coffee at trade fairs',
      'Takeaway cups together',
    ],
    done: {
      coffee: [
        'Fresh coffee sent the same day, and the roastery told',
        'Changed to a milder blend; the customer is happy',
      ],
      delivery: [
        'Called and apologised; what was missing went out by courier',
        'Shipping refunded, and the carrier told',
      ],
      service: [
        'Called the same day; the customer now has one person to ask',
        'Apologised, and answered all that was open',
      ],
      price: [
        'Explained the price and offered a subscription for less',
        'Has a volume discount from the next order on',
      ],
      assortment: ['On the list, and told when it is back in stock', 'Samples of two others sent with the next order'],
    },
  },
};
