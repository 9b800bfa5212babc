import { defineText } from '../text/define-text.ts';

/** What help says of corrections in a terminal. */
export const correctionHelp = defineText({
  en: { correct: 'correct one order, answer or customer', remove: 'delete one order, answer or customer' },
  da: { correct: 'ret én ordre, ét svar eller én kunde', remove: 'slet én ordre, ét svar eller én kunde' },
  nb: { correct: 'rett én ordre, ett svar eller én kunde', remove: 'slett én ordre, ett svar eller én kunde' },
});

/** What a terminal says of corrections. */
export const correctionWords = defineText({
  en: {
    correctUsage:
      'Write "correct order 1001 --amount 120", "correct answer 17 --score 8" or "correct customer 1042 --email anna@holm.dk".',
    removeUsage: 'Write "delete order 1001 --yes"; instead of order also answer or customer.',
    answerUsage: 'Write the number of the answer; "customer 1042 --json" tells it as answerId.',
    sayWhat: (options: string) => `Say what is right: ${options}.`,
    sayYes: 'What is deleted does not come back. Say --yes where nobody can be asked.',
    noOrder: (id: string) => `There is no order ${id}. Say --shop where numbers are those of a shop.`,
    noAnswer: (id: string) => `There is no answer ${id}.`,
    noCustomer: (id: string) => `There is no customer with the number ${id}.`,
    newUsage:
      'Write "customer new --customer 1042 --name "Anna Holm""; --email stands for the number of one who has none.',
    noMember: (typed: string) => `--owner ${typed} is no member id of Slack; it looks like U012AB3CD. Empty: nobody.`,
    noScore: 'This answer has no score that could be corrected.',
    range: (min: string, max: string) => `--score is a whole number from ${min} to ${max} here.`,
    twoWays: (typed: string, a: string, b: string) => `${typed} can be ${a} or ${b}. Say --locale da, nb or en.`,
  },
  da: {
    correctUsage:
      'Skriv "ret order 1001 --amount 120", "ret answer 17 --score 8" eller "ret customer 1042 --email anna@holm.dk".',
    removeUsage: 'Skriv "slet order 1001 --yes"; i stedet for order også answer eller customer.',
    answerUsage: 'Skriv svarets nummer; "kunde 1042 --json" viser det som answerId.',
    sayWhat: (options: string) => `Skriv, hvad der er rigtigt: ${options}.`,
    sayYes: 'Det, der slettes, kommer ikke tilbage. Skriv --yes, når ingen kan spørges.',
    noOrder: (id: string) => `Ordre ${id} findes ikke. Skriv --shop, hvis numrene hører til en butik.`,
    noAnswer: (id: string) => `Svar ${id} findes ikke.`,
    noCustomer: (id: string) => `Der er ingen kunde med nummer ${id}.`,
    newUsage:
      'Skriv "kunde ny --customer 1042 --name "Anna Holm""; --email bruges som nummer for den, der ikke har noget.',
    noMember: (typed: string) => `--owner ${typed} er ikke et medlems id i Slack; det ligner U012AB3CD. Tomt: ingen.`,
    noScore: 'Svaret har ingen karakter, der kan rettes.',
    range: (min: string, max: string) => `--score er her et helt tal fra ${min} til ${max}.`,
    twoWays: (typed: string, a: string, b: string) =>
      `${typed} kan være ${a} eller ${b}. Skriv --locale da, nb eller en.`,
  },
  nb: {
    correctUsage:
      'Skriv "rett order 1001 --amount 120", "rett answer 17 --score 8" eller "rett customer 1042 --email anna@holm.dk".',
    removeUsage: 'Skriv "slett order 1001 --yes"; i stedet for order også answer eller customer.',
    answerUsage: 'Skriv nummeret på svaret; "kunde 1042 --json" viser det som answerId.',
    sayWhat: (options: string) => `Skriv hva som er riktig: ${options}.`,
    sayYes: 'Det som slettes, kommer ikke tilbake. Skriv --yes når ingen kan spørres.',
    noOrder: (id: string) => `Ordre ${id} finnes ikke. Skriv --shop hvis numrene hører til en butikk.`,
    noAnswer: (id: string) => `Svar ${id} finnes ikke.`,
    noCustomer: (id: string) => `Det er ingen kunde med nummer ${id}.`,
    newUsage:
      'Skriv "kunde ny --customer 1042 --name "Anna Holm""; --email brukes som nummer for den som ikke har noe.',
    noMember: (typed: string) => `--owner ${typed} er ikke en medlems-ID i Slack; den ligner U012AB3CD. Tomt: ingen.`,
    noScore: 'Svaret har ingen poeng som kan rettes.',
    range: (min: string, max: string) => `--score er her et helt tall fra ${min} til ${max}.`,
    twoWays: (typed: string, a: string, b: string) =>
      `${typed} kan være ${a} eller ${b}. Skriv --locale da, nb eller en.`,
  },
});
