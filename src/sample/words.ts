import type { SampleLanguage } from './comments/comment.ts';
import type { Segment } from './comments/phrases.ts';

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
  },
};
