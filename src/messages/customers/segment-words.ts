import type { SegmentRefusal } from '../../facts/segment.ts';
import { segmentLimits } from '../../loyalty/facts/segments.ts';
import type { ReadyName } from '../../loyalty/ready-segments.ts';
import { mostSegmentRules } from '../../loyalty/segment-rule.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { inQuotes } from '../../text/quotes.ts';
import { shortened } from '../../text/shorten.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';

const words = defineText({
  en: {
    saved: (name: string) =>
      `The segment ${name} is saved and stays up to date by itself. \`/loyalty nps by segment\` shows it separately.`,
    removed: (name: string) => `The segment ${name} is deleted, with its targets.`,
    gone: 'This segment is already deleted. Nothing was changed.',
    badName: (letters: number) =>
      `Write one name of at most ${letters} letters, without comma, semicolon, bar or quotation marks.`,
    byRule: (name: string) => `There is a segment called ${name} already. Choose another name.`,
    byTag: (name: string) => `Customers have the tag ${name} already. Choose another name.`,
    tooMany: (most: number) =>
      `There are ${most} segments that stay up to date by themselves, which is the most. Delete one first.`,
    ofARule: (name: string) =>
      `${name} stays up to date by itself, and no other segment can be built on it. Save the list without it.`,
    ofAnOwner: 'A segment cannot follow who looks after a customer. Save the list without `owner:`.',
    ofACampaign:
      'A segment that stays up to date by itself cannot ask for a campaign. Save the list without it, or take it as a file and import it with a segment.',
    everybody: 'That would be everybody. Narrow the list first, for example `/loyalty customers value>10000`.',
    tooFew: 'Too few customers have ordered so far for ready-made segments.',
    ready: {
      champions: 'Champions',
      loyal: 'Loyal customers',
      new: 'New customers',
      'at-risk': 'At risk',
      'cannot-lose': 'Must not lose',
      hibernating: 'Hibernating',
    },
  },
  da: {
    saved: (name: string) =>
      `Segmentet ${name} er gemt og holder sig selv ajour. \`/loyalty nps pr. segment\` viser det for sig.`,
    removed: (name: string) => `Segmentet ${name} er slettet sammen med dets mål.`,
    gone: 'Segmentet er allerede slettet. Der er ikke ændret noget.',
    badName: (letters: number) =>
      `Skriv ét navn på højst ${letters} tegn, uden komma, semikolon, lodret streg eller anførselstegn.`,
    byRule: (name: string) => `Der findes allerede et segment, der hedder ${name}. Vælg et andet navn.`,
    byTag: (name: string) => `Der er allerede kunder i segmentet ${name}. Vælg et andet navn.`,
    tooMany: (most: number) =>
      `Der er ${most} segmenter, der holder sig selv ajour, og flere kan der ikke være. Slet et først.`,
    ofARule: (name: string) =>
      `${name} holder sig selv ajour, og et nyt segment kan ikke bygge på det. Gem listen uden det.`,
    ofAnOwner: 'Et segment kan ikke følge, hvem der er kundeansvarlig. Gem listen uden `ansvarlig:`.',
    ofACampaign:
      'Et segment, der holder sig selv ajour, kan ikke bygge på en kampagne. Gem listen uden den, eller hent den som fil, og indlæs den med et segment.',
    everybody: 'Det ville være alle. Afgræns listen først, for eksempel `/loyalty kunder værdi>10000`.',
    tooFew: 'For få kunder har købt indtil nu til, at der kan foreslås segmenter.',
    ready: {
      champions: 'Topkunder',
      loyal: 'Trofaste kunder',
      new: 'Nye kunder',
      'at-risk': 'På vej væk',
      'cannot-lose': 'Må ikke mistes',
      hibernating: 'Sovende kunder',
    },
  },
  nb: {
    saved: (name: string) =>
      `Segmentet ${name} er lagret og holder seg selv oppdatert. \`/loyalty nps per segment\` viser det for seg.`,
    removed: (name: string) => `Segmentet ${name} er slettet sammen med målene for det.`,
    gone: 'Segmentet er allerede slettet. Ingenting er endret.',
    badName: (letters: number) =>
      `Skriv ett navn på høyst ${letters} tegn, uten komma, semikolon, loddrett strek eller anførselstegn.`,
    byRule: (name: string) => `Det finnes allerede et segment som heter ${name}. Velg et annet navn.`,
    byTag: (name: string) => `Det er allerede kunder i segmentet ${name}. Velg et annet navn.`,
    tooMany: (most: number) =>
      `Det er ${most} segmenter som holder seg selv oppdatert, og flere kan det ikke være. Slett et først.`,
    ofARule: (name: string) =>
      `${name} holder seg selv oppdatert, og et nytt segment kan ikke bygge på det. Lagre listen uten det.`,
    ofAnOwner: 'Et segment kan ikke følge hvem som er kundeansvarlig. Lagre listen uten `ansvarlig:`.',
    ofACampaign:
      'Et segment som holder seg selv oppdatert, kan ikke bygge på en kampanje. Lagre listen uten den, eller hent den som fil og importer den med et segment.',
    everybody: 'Det ville vært alle. Avgrens listen først, for eksempel `/loyalty kunder verdi>10000`.',
    tooFew: 'For få kunder har kjøpt så langt til at det kan foreslås segmenter.',
    ready: {
      champions: 'Toppkunder',
      loyal: 'Trofaste kunder',
      new: 'Nye kunder',
      'at-risk': 'På vei bort',
      'cannot-lose': 'Må ikke mistes',
      hibernating: 'Sovende kunder',
    },
  },
});

/** Mrkdwn. */
export function segmentSavedWords(locale: Locale, name: string): string {
  return words(locale).saved(escapeMrkdwn(inQuotes(locale, name)));
}

/** Mrkdwn. */
export function segmentRemovedWords(locale: Locale, name: string): string {
  return words(locale).removed(escapeMrkdwn(inQuotes(locale, name)));
}

/** For a segment that somebody else deleted meanwhile. */
export function segmentGoneWords(locale: Locale): string {
  return words(locale).gone;
}

/** What a segment that is made ready is called. */
export function readyName(locale: Locale, name: ReadyName): string {
  return words(locale).ready[name];
}

/** Not enough customers for fifths. */
export function tooFewForReady(locale: Locale): string {
  return words(locale).tooFew;
}

/** Why a segment is not saved, and what to do. Not escaped. */
export function segmentRefusalWords(locale: Locale, refusal: SegmentRefusal): string {
  const text = words(locale);
  const named = (name: string) => inQuotes(locale, shortened(oneLine(name), segmentLimits.letters));
  switch (refusal.kind) {
    case 'bad-name':
      return text.badName(segmentLimits.letters);
    case 'name-taken':
      return refusal.by === 'rule' ? text.byRule(named(refusal.name)) : text.byTag(named(refusal.name));
    case 'too-many':
      return text.tooMany(mostSegmentRules);
    case 'of-a-rule':
      return text.ofARule(named(refusal.name));
    case 'of-an-owner':
      return text.ofAnOwner;
    case 'of-a-campaign':
      return text.ofACampaign;
    case 'everybody':
      return text.everybody;
  }
}
