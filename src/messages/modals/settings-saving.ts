import { defineText, type Locale } from '../../text/define-text.ts';
import { changedUnder } from './form-words.ts';

const words = defineText({
  en: {
    inUse: (zone: string) =>
      `There are customers already, or an import is running, and days are counted in ${zone}. In a terminal an operator can change it and have everything counted anew: \`settings --time-zone\`.`,
    recounting: 'All customers are being counted anew. This takes a moment.',
  },
  da: {
    inUse: (zone: string) =>
      `Der er allerede kunder, eller en fil er ved at blive indlæst, og dagene tælles i ${zone}. I en terminal kan driften ændre den og få det hele talt på ny: \`settings --time-zone\`.`,
    recounting: 'Alle kunder tælles om. Det tager et øjeblik.',
  },
  nb: {
    inUse: (zone: string) =>
      `Det finnes allerede kunder, eller en fil er under import, og dagene telles i ${zone}. I en terminal kan driften endre den og få alt talt på nytt: \`settings --time-zone\`.`,
    recounting: 'Alle kunder telles på nytt. Det tar et øyeblikk.',
  },
});

/** Why the time zone stays as it is. */
export function timeZoneInUse(timeZone: string, locale: Locale): string {
  return words(locale).inUse(timeZone);
}

/** Said under each field that somebody else changed meanwhile. @param names of what the fields hold */
export function changedMeanwhile(names: readonly string[], locale: Locale): Readonly<Record<string, string>> {
  return changedUnder(names, locale, fieldOf);
}

/** Fields that are not called as what they hold; those of the ladder's rules are. */
const fieldOf = {
  timeZone: 'time-zone',
  nameStyle: 'name-style',
  alertChannelId: 'alert-channel',
  alertsPerHour: 'alerts-per-hour',
  customerLinks: 'customer-links',
};

/** While new rules are brought to bear. */
export function recounting(locale: Locale): string {
  return words(locale).recounting;
}
