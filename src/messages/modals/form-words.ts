import { defineText, type Locale } from '../../text/define-text.ts';

/** What all modals say alike. */
export const formWords = defineText({
  en: {
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    needed: 'Please fill this in.',
    chooseOne: 'Please choose one.',
    tooLong: (most: string) => `At most ${most} characters, please.`,
    badDay: 'Please choose a day.',
    notInFuture: 'This day has not come yet.',
    onlyLater: 'Choose a day after today.',
    channel: 'Channel',
    language: 'Language',
    state: 'State',
    switchedOn: 'Switched on',
    timeZone: 'Time zone',
    badTimeZone: 'I do not know this time zone. Write for example Europe/Copenhagen.',
    changedMeanwhile:
      'Somebody changed this while your form was open. Close it and open it again to see what holds now.',
  },
  da: {
    cancel: 'Annuller',
    close: 'Luk',
    save: 'Gem',
    needed: 'Udfyld feltet.',
    chooseOne: 'Vælg en mulighed.',
    tooLong: (most: string) => `Højst ${most} tegn.`,
    badDay: 'Vælg en dag.',
    notInFuture: 'Den dag er ikke kommet endnu.',
    onlyLater: 'Vælg en dag efter i dag.',
    channel: 'Kanal',
    language: 'Sprog',
    state: 'Status',
    switchedOn: 'Slået til',
    timeZone: 'Tidszone',
    badTimeZone: 'Jeg kender ikke tidszonen. Skriv for eksempel Europe/Copenhagen.',
    changedMeanwhile:
      'Nogen har ændret dette, mens din formular var åben. Luk den, og åbn den igen for at se, hvad der gælder nu.',
  },
  nb: {
    cancel: 'Avbryt',
    close: 'Lukk',
    save: 'Lagre',
    needed: 'Fyll ut feltet.',
    chooseOne: 'Velg et alternativ.',
    tooLong: (most: string) => `Høyst ${most} tegn.`,
    badDay: 'Velg en dag.',
    notInFuture: 'Den dagen har ikke kommet ennå.',
    onlyLater: 'Velg en dag etter i dag.',
    channel: 'Kanal',
    language: 'Språk',
    state: 'Status',
    switchedOn: 'Slått på',
    timeZone: 'Tidssone',
    badTimeZone: 'Jeg kjenner ikke tidssonen. Skriv for eksempel Europe/Oslo.',
    changedMeanwhile:
      'Noen endret dette mens skjemaet ditt var åpent. Lukk det, og åpne det på nytt for å se hva som gjelder nå.',
  },
});

/**
 * Said under each field that somebody else changed while the form was open.
 *
 * @param names of what the fields hold
 * @param fieldOf what a field is called; left out of it: as what it holds
 */
export function changedUnder(
  names: readonly string[],
  locale: Locale,
  fieldOf: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(names.map((name) => [fieldOf[name] ?? name, formWords(locale).changedMeanwhile]));
}
