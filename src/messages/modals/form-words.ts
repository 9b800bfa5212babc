import { defineText } from '../../text/define-text.ts';

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
  },
});
