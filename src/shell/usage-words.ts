import { defineText } from '../text/define-text.ts';

/** What is said of a wrong call. What was typed stands in it as it was. */
export const usageWords = defineText({
  en: {
    help: 'See "npm run -s loyalty -- help".',
    figures: 'figures',
    overview: 'overview',
    atOnce: 'Stopped at once. What was finished before stays; make the same call again for the rest.',
    stoppedCall: 'Stopped. What was finished stays; make the same call again for the rest.',
    appStopped: 'The app stopped before it was done. Start it again and make the same call again: what is in stays.',
    otherCall: 'Another call has the embedded database open. Waiting until it is done; Ctrl-C ends this.',
    nothingDone: 'Stopped. Nothing was done.',
    askRepair:
      'If anything differs, everything that is kept of the facts is written anew; imports wait meanwhile. Go on? [y/N]',
    satisfiedFrom: '--satisfied-from says something of a scale: write --scale too, for example 1-10.',
    scale: (typed: string) => `--scale ${typed} is no scale; write it like 1-10.`,
    undo: 'Write "import --undo 12", with the number of the import; "import undo" lists them.',
    csvFile: (path: string, why: string) => `${path} cannot be written (${why}). Name a file in a folder of your own.`,
    refusedFile: (path: string, why: string) =>
      `Some rows were refused, and ${path} cannot be written to hold them (${why}). Import a copy of the file from a folder of your own.`,
    stopped: (written: string, all: string) =>
      `Stopped. ${written} of ${all} rows are in, and stay. Import the file again for the rest.`,
    lookedAt: (seen: string, all: string) => `Stopped. ${seen} of ${all} customers were looked at.`,
    lost: 'The connection to the database was lost.',
    full: 'The disk of the database is full. Make room on it.',
    crowded: 'The database takes no more connections. Wait a moment, or set DATABASE_CONNECTIONS lower.',
    'out-of-time': 'The database ended it at its time limit (statement_timeout). Set none for this user.',
    lostFinishing: (ending: string, all: string) =>
      `It was just finishing the first ${ending} of ${all} rows, so nobody knows whether they are in. Import the file again: what is in stays as it is, and the rest comes in.`,
    lostAll: (all: string) =>
      `Nothing of the file is in: what had been read of its ${all} rows was still one transaction, which the database takes back. Import the file again.`,
    lostRest: (written: string, all: string) =>
      `The first ${written} of ${all} rows are in, and stay; what came after them is not. Import the file again for the rest.`,
    lostElsewhere: 'If the call was to change something, look whether it did before you make it again.',
    'no-right':
      'The database does not let this user write. Give it the right to read and write all tables, and name the main server rather than a copy.',
    unknownOption: (option: string) => `There is no option ${option}.`,
    noValue: (option: string) => `${option} needs a value after it.`,
    notBoth: (one: string, other: string) => `${one} and ${other} say the opposite. Write one of them.`,
    twice: (option: string, first: string, second: string) =>
      `${option} stands there twice, with ${first} and with ${second}. Write it once.`,
    valueTooMany: (option: string) => `${option} takes no value.`,
    wrongCall: 'The call cannot be read.',
    currency: (typed: string) => `--currency ${typed} is no currency; write its three letters, for example DKK.`,
    timeZone: (typed: string) => `--time-zone ${typed} is not known; write it like Europe/Copenhagen.`,
    wholeNumber: (option: string, typed: string, least: string, most: string) =>
      `${option} ${typed} is not a whole number from ${least} to ${most}.`,
    date: (option: string, typed: string) => `${option} ${typed} is not a date; write it like 2026-01-31.`,
    oneOf: (option: string, typed: string, choices: string) => `${option} ${typed} is not one of ${choices}.`,
    shop: '--shop takes a name of up to 60 characters.',
    notHere: (options: string, command: string, places: string) =>
      `${options} says nothing with "${command}", so nothing was done. It goes with: ${places}.`,
    workspaceUnknown: (typed: string, all: string) => `--workspace ${typed} is not known. There are: ${all}.`,
    nobody: 'none',
    severalWorkspaces: (all: string) => `There are several workspaces; choose one with --workspace: ${all}.`,
    zoneKept: (zone: string, wanted: string) =>
      `This workspace keeps its days in ${zone}. To change that write "settings --time-zone ${wanted} --yes": orders and answers with a time of day come to the day that it is there, those with a day alone stay, and everything is counted anew.`,
    zoneMoved: (moved: string) => `Orders and answers that came to another day: ${moved}. Everything was counted anew.`,
    importAtWork: 'An import is at work. Wait until it is done, and make the call again.',
    daysIn: (zone: string) =>
      `Days are counted in ${zone}; another zone is chosen with --time-zone before the first import.`,
    currencyKept: (currency: string) =>
      `This workspace tells amounts in ${currency}; --currency can only be given before the first customer, or with import for the amounts of a file.`,
    channel: 'Say where: "digest now --channel C012AB3CD" (a channel id of Slack).',
    noChannelId: (typed: string) =>
      `--channel ${typed} is no channel id of Slack. It looks like C012AB3CD and stands at the end of the channel's details in Slack.`,
    feedbackKind: '--kind is one of nps, csat, review, remark.',
    remark: 'A remark needs --comment "what was said".',
    score: (least: string, most: string, kind: string) =>
      `--score is a whole number from ${least} to ${most} for ${kind}.`,
    unknownCustomer: (customer: string) => `There is no customer ${customer}. With --new-customer it is made.`,
    import: (kinds: string) => `Write "import customers FILE"; instead of customers also ${kinds}.`,
    noFile: (path: string) => `There is no file ${path}.`,
    target: 'Say which and how much: "target nps 45 30 June".',
    until: 'Say by when: "target nps 45 30 June", "target nps 45 Q2".',
    noPart: 'This figure is not told apart like that.',
    over: 'That day is over.',
    repair: '"verify --repair" writes everything anew that is kept of the facts. Say --yes where nobody can be asked.',
  },
  da: {
    help: 'Se "npm run -s loyalty -- hjælp".',
    figures: 'tal',
    overview: 'overblik',
    atOnce: 'Stoppet med det samme. Det, der var færdigt, bliver; kør det samme igen for at få resten med.',
    stoppedCall: 'Stoppet. Det, der er færdigt, bliver; kør det samme igen for at få resten med.',
    appStopped: 'Appen stoppede, før den var færdig. Start den, og kør det samme igen: Det, der er inde, bliver der.',
    otherCall: 'Et andet kald har den indbyggede database åben. Venter, til det er færdigt; Ctrl-C afbryder.',
    nothingDone: 'Stoppet. Der er ikke gjort noget.',
    askRepair:
      'Hvis noget afviger, skrives alt det på ny, der er regnet ud af oplysningerne; indlæsninger venter imens. Fortsæt? [j/N]',
    satisfiedFrom: '--satisfied-from siger noget om en skala: Skriv også --scale, for eksempel 1-10.',
    scale: (typed: string) => `--scale ${typed} er ikke en skala; skriv den som 1-10.`,
    undo: 'Skriv "indlæs --undo 12" med indlæsningens nummer; "indlæs fortryd" viser dem.',
    csvFile: (path: string, why: string) =>
      `${path} kan ikke skrives (${why}). Skriv en fil i en mappe, der er din egen.`,
    refusedFile: (path: string, why: string) =>
      `Nogle rækker blev afvist, og ${path} kan ikke skrives, så de kan komme derhen (${why}). Indlæs en kopi af filen fra en mappe, der er din egen.`,
    stopped: (written: string, all: string) =>
      `Stoppet. ${written} af ${all} rækker er inde og bliver der. Indlæs filen igen for at få resten med.`,
    lookedAt: (seen: string, all: string) => `Stoppet. ${seen} af ${all} kunder er set efter.`,
    lost: 'Forbindelsen til databasen gik tabt.',
    full: 'Databasens disk er fuld. Gør plads på den.',
    crowded: 'Databasen tager ikke imod flere forbindelser. Vent lidt, eller sæt DATABASE_CONNECTIONS lavere.',
    'out-of-time': 'Databasen afbrød ved sin tidsgrænse (statement_timeout). Sæt ingen for denne bruger.',
    lostFinishing: (ending: string, all: string) =>
      `Den var lige ved at afslutte de første ${ending} af ${all} rækker, så ingen ved, om de er inde. Indlæs filen igen: Det, der er inde, bliver, som det er, og resten kommer med.`,
    lostAll: (all: string) =>
      `Intet af filen er inde: Det, der var læst af dens ${all} rækker, var stadig én transaktion, som databasen tager tilbage. Indlæs filen igen.`,
    lostRest: (written: string, all: string) =>
      `De første ${written} af ${all} rækker er inde og bliver der; det, der kom efter, er ikke. Indlæs filen igen for at få resten med.`,
    lostElsewhere: 'Hvis kaldet skulle ændre noget, så se efter, om det gjorde det, før du prøver igen.',
    'no-right':
      'Databasen lader ikke denne bruger skrive. Giv den ret til at læse og skrive alle tabeller, og angiv hovedserveren og ikke en kopi.',
    unknownOption: (option: string) => `Der er ikke noget valg, der hedder ${option}.`,
    noValue: (option: string) => `${option} skal følges af en værdi.`,
    notBoth: (one: string, other: string) => `${one} og ${other} siger det modsatte af hinanden. Skriv kun det ene.`,
    twice: (option: string, first: string, second: string) =>
      `${option} står der to gange, med ${first} og med ${second}. Skriv det én gang.`,
    valueTooMany: (option: string) => `${option} tager ingen værdi.`,
    wrongCall: 'Kaldet kan ikke læses.',
    currency: (typed: string) => `--currency ${typed} er ikke en valuta; skriv de tre bogstaver, for eksempel DKK.`,
    timeZone: (typed: string) => `--time-zone ${typed} kendes ikke; skriv den som Europe/Copenhagen.`,
    wholeNumber: (option: string, typed: string, least: string, most: string) =>
      `${option} ${typed} er ikke et helt tal fra ${least} til ${most}.`,
    date: (option: string, typed: string) => `${option} ${typed} er ikke en dato; skriv den som 2026-01-31.`,
    oneOf: (option: string, typed: string, choices: string) => `${option} ${typed} er ikke en af ${choices}.`,
    shop: '--shop tager et navn på højst 60 tegn.',
    notHere: (options: string, command: string, places: string) =>
      `${options} betyder ikke noget sammen med "${command}", så der er ikke gjort noget. Det hører til: ${places}.`,
    workspaceUnknown: (typed: string, all: string) => `--workspace ${typed} kendes ikke. Der findes: ${all}.`,
    nobody: 'ingen',
    severalWorkspaces: (all: string) => `Der er flere workspaces; vælg et med --workspace: ${all}.`,
    zoneKept: (zone: string, wanted: string) =>
      `Dette workspace regner sine dage i ${zone}. Skriv "indstillinger --time-zone ${wanted} --yes" for at ændre det: Ordrer og svar med et klokkeslæt kommer på den dag, det er dér, de, der kun har en dag, bliver, og det hele tælles på ny.`,
    zoneMoved: (moved: string) => `Ordrer og svar, der kom på en anden dag: ${moved}. Det hele er talt på ny.`,
    importAtWork: 'En fil er ved at blive indlæst. Vent, til den er færdig, og prøv igen.',
    daysIn: (zone: string) =>
      `Dagene tælles i ${zone}; en anden tidszone vælges med --time-zone før den første indlæsning.`,
    currencyKept: (currency: string) =>
      `Dette workspace viser beløb i ${currency}; --currency kan kun bruges før den første kunde, eller ved import om beløbene i en fil.`,
    channel: 'Skriv hvor: "opsummering nu --channel C012AB3CD" (en kanals id i Slack).',
    noChannelId: (typed: string) =>
      `--channel ${typed} er ikke en kanals id i Slack. Det ser ud som C012AB3CD og står nederst i kanalens detaljer i Slack.`,
    feedbackKind: '--kind er en af nps, csat, review, remark.',
    remark: 'En bemærkning skal have --comment "det, der blev sagt".',
    score: (least: string, most: string, kind: string) =>
      `--score er et helt tal fra ${least} til ${most} for ${kind}.`,
    unknownCustomer: (customer: string) => `Der er ingen kunde ${customer}. Med --new-customer bliver den oprettet.`,
    import: (kinds: string) => `Skriv "indlæs customers FIL"; i stedet for customers også ${kinds}.`,
    noFile: (path: string) => `Der er ingen fil ${path}.`,
    target: 'Skriv hvilket og hvor meget: "mål nps 45 30. juni".',
    until: 'Skriv hvornår: "mål nps 45 30. juni", "mål nps 45 Q2".',
    noPart: 'Dette tal opgøres ikke på den måde.',
    over: 'Den dag er forbi.',
    repair:
      '"efterprøv --repair" skriver alt det på ny, der er regnet ud af oplysningerne. Skriv --yes, hvor ingen kan spørges.',
  },
  nb: {
    help: 'Se "npm run -s loyalty -- hjelp".',
    figures: 'tall',
    overview: 'oversikt',
    atOnce: 'Stoppet med én gang. Det som var ferdig, blir; kjør det samme på nytt for å få med resten.',
    stoppedCall: 'Stoppet. Det som er ferdig, blir; kjør det samme på nytt for å få med resten.',
    appStopped: 'Appen stoppet før den var ferdig. Start den, og kjør det samme på nytt: Det som er inne, blir der.',
    otherCall: 'Et annet kall har den innebygde databasen åpen. Venter til det er ferdig; Ctrl-C avbryter.',
    nothingDone: 'Stoppet. Ingenting er gjort.',
    askRepair:
      'Hvis noe avviker, skrives alt på nytt som er regnet ut av opplysningene; importer venter imens. Fortsette? [j/N]',
    satisfiedFrom: '--satisfied-from sier noe om en skala: Skriv også --scale, for eksempel 1-10.',
    scale: (typed: string) => `--scale ${typed} er ikke en skala; skriv den som 1-10.`,
    undo: 'Skriv "importer --undo 12" med nummeret på importen; "importer angre" viser dem.',
    csvFile: (path: string, why: string) =>
      `${path} kan ikke skrives (${why}). Skriv en fil i en mappe som er din egen.`,
    refusedFile: (path: string, why: string) =>
      `Noen rader ble avvist, og ${path} kan ikke skrives for å ta imot dem (${why}). Importer en kopi av filen fra en mappe som er din egen.`,
    stopped: (written: string, all: string) =>
      `Stoppet. ${written} av ${all} rader er inne og blir der. Importer filen på nytt for å få med resten.`,
    lookedAt: (seen: string, all: string) => `Stoppet. ${seen} av ${all} kunder er sett etter.`,
    lost: 'Forbindelsen til databasen ble brutt.',
    full: 'Disken til databasen er full. Frigjør plass på den.',
    crowded: 'Databasen tar ikke imot flere forbindelser. Vent litt, eller sett DATABASE_CONNECTIONS lavere.',
    'out-of-time': 'Databasen avbrøt ved tidsgrensen sin (statement_timeout). Ikke sett noen for denne brukeren.',
    lostFinishing: (ending: string, all: string) =>
      `Den holdt nettopp på å avslutte de første ${ending} av ${all} rader, så ingen vet om de er inne. Importer filen på nytt: Det som er inne, blir som det er, og resten kommer med.`,
    lostAll: (all: string) =>
      `Ingenting av filen er inne: Det som var lest av de ${all} radene, var fortsatt én transaksjon, som databasen tar tilbake. Importer filen på nytt.`,
    lostRest: (written: string, all: string) =>
      `De første ${written} av ${all} rader er inne og blir der; det som kom etter, er ikke det. Importer filen på nytt for å få med resten.`,
    lostElsewhere: 'Hvis kallet skulle endre noe, se etter om det gjorde det, før du prøver igjen.',
    'no-right':
      'Databasen lar ikke denne brukeren skrive. Gi den rett til å lese og skrive alle tabeller, og oppgi hovedserveren og ikke en kopi.',
    unknownOption: (option: string) => `Det finnes ikke noe valg som heter ${option}.`,
    noValue: (option: string) => `${option} må følges av en verdi.`,
    notBoth: (one: string, other: string) => `${one} og ${other} sier det motsatte av hverandre. Skriv bare det ene.`,
    twice: (option: string, first: string, second: string) =>
      `${option} står der to ganger, med ${first} og med ${second}. Skriv det én gang.`,
    valueTooMany: (option: string) => `${option} tar ingen verdi.`,
    wrongCall: 'Kallet kan ikke leses.',
    currency: (typed: string) => `--currency ${typed} er ikke en valuta; skriv de tre bokstavene, for eksempel NOK.`,
    timeZone: (typed: string) => `--time-zone ${typed} er ikke kjent; skriv den som Europe/Oslo.`,
    wholeNumber: (option: string, typed: string, least: string, most: string) =>
      `${option} ${typed} er ikke et helt tall fra ${least} til ${most}.`,
    date: (option: string, typed: string) => `${option} ${typed} er ikke en dato; skriv den som 2026-01-31.`,
    oneOf: (option: string, typed: string, choices: string) => `${option} ${typed} er ikke en av ${choices}.`,
    shop: '--shop tar et navn på høyst 60 tegn.',
    notHere: (options: string, command: string, places: string) =>
      `${options} betyr ingenting sammen med "${command}", så ingenting er gjort. Det hører til: ${places}.`,
    workspaceUnknown: (typed: string, all: string) => `--workspace ${typed} er ikke kjent. Det finnes: ${all}.`,
    nobody: 'ingen',
    severalWorkspaces: (all: string) => `Det er flere arbeidsområder; velg ett med --workspace: ${all}.`,
    zoneKept: (zone: string, wanted: string) =>
      `Dette arbeidsområdet regner dagene sine i ${zone}. Skriv "innstillinger --time-zone ${wanted} --yes" for å endre det: Ordrer og svar med et klokkeslett kommer på den dagen det er der, de som bare har en dag, blir, og alt telles på nytt.`,
    zoneMoved: (moved: string) => `Ordrer og svar som kom på en annen dag: ${moved}. Alt er talt på nytt.`,
    importAtWork: 'En fil er under import. Vent til den er ferdig, og prøv igjen.',
    daysIn: (zone: string) =>
      `Dagene telles i ${zone}; en annen tidssone velges med --time-zone før den første importen.`,
    currencyKept: (currency: string) =>
      `Dette arbeidsområdet viser beløp i ${currency}; --currency kan bare brukes før den første kunden, eller ved import om beløpene i en fil.`,
    channel: 'Skriv hvor: "oppsummering nå --channel C012AB3CD" (ID-en til en kanal i Slack).',
    noChannelId: (typed: string) =>
      `--channel ${typed} er ikke ID-en til en kanal i Slack. Den ser ut som C012AB3CD og står nederst i detaljene om kanalen i Slack.`,
    feedbackKind: '--kind er en av nps, csat, review, remark.',
    remark: 'En merknad må ha --comment "det som ble sagt".',
    score: (least: string, most: string, kind: string) =>
      `--score er et helt tall fra ${least} til ${most} for ${kind}.`,
    unknownCustomer: (customer: string) => `Det er ingen kunde ${customer}. Med --new-customer blir den opprettet.`,
    import: (kinds: string) => `Skriv "importer customers FIL"; i stedet for customers også ${kinds}.`,
    noFile: (path: string) => `Det er ingen fil ${path}.`,
    target: 'Skriv hvilket og hvor mye: "mål nps 45 30. juni".',
    until: 'Skriv når: "mål nps 45 30. juni", "mål nps 45 Q2".',
    noPart: 'Dette tallet deles ikke opp slik.',
    over: 'Den dagen er over.',
    repair:
      '"etterprøv --repair" skriver alt på nytt som er regnet ut av opplysningene. Skriv --yes der ingen kan spørres.',
  },
});
