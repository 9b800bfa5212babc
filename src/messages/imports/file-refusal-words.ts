import { defineText } from '../../text/define-text.ts';

/** Why a whole file was refused, and what to do about it. */
export const fileWords = defineText({
  en: {
    none: 'none',
    kinds: {
      customers: 'customers',
      orders: 'orders',
      feedback: 'feedback',
      recommendations: 'recommendations',
      spend: 'spend',
      rates: 'currency rates',
      campaign: 'campaign contacts',
    },
    looks: {
      xlsx: 'an Excel workbook',
      xls: 'an Excel workbook',
      pdf: 'a PDF',
      zip: 'a compressed file',
      gzip: 'a compressed file',
      png: 'a picture',
      jpeg: 'a picture',
      other: 'something else',
    },
    empty: 'The file is empty.',
    notText: (looksLike: string) => `This looks like ${looksLike}, not like a text file. Save it as CSV and try again.`,
    unknownEncoding: (encoding: string) => `I do not know the character set ${encoding}. Save the file as UTF-8.`,
    noHeader: (first: string, how: string, skip: string) =>
      `I found no column names in the first 20 lines; the first row reads ${first}. Put names above the columns, or name them ${how}. If lines stand above the names, say how many ${skip}.`,
    unknownKind: (found: string) =>
      `The columns do not say whether these are customers, orders, feedback or something else: ${found}. Choose which.`,
    unknownColumn: (column: string, known: string) => `There is no column ${column}. Choose from ${known}.`,
    tooManyColumns: (found: number, limit: number) =>
      `The first line has ${found} columns; at most ${limit} can be read. Is it a table with one row per line?`,
    columnCount: (given: number, found: number) =>
      `${given} columns were named, but the first line has ${found} cells.`,
    ambiguous: (place: string, one: string, other: string) => `${place} can mean ${one} or ${other}.`,
    shell: {
      numbers: 'Say in which language the numbers are written: --locale da, nb or en.',
      dates: 'Say in which language the dates are written: --locale da, nb or en.',
      another: 'Choose another --locale.',
      columns: 'with --columns',
      skip: 'with --skip',
    },
    form: {
      choose: (field: string) => `Choose what fits under ${field}.`,
      columns: (field: string) => `under ${field}`,
    },
    mixedNumbers: (first: string, second: string) =>
      `The numbers are written in two ways: ${first}; ${second}. Write them all in one way.`,
    mixedDates: (first: string, second: string) =>
      `The dates are written in two ways: ${first}; ${second}. Write them all in one way.`,
    localeDiffers: (chosen: string, proof: string, place: string) =>
      `${chosen} does not fit this file: ${proof}. So ${place} could be read wrongly.`,
    sameNumber: (lines: readonly [number, number], number: string) =>
      `Lines ${lines[0]} and ${lines[1]} have the same order number, ${number}`,
    clash: {
      customer: (values: string) => `but different customers: ${values}.`,
      day: (values: string) => `but different days: ${values}.`,
      currency: (values: string) => `but different currencies: ${values}.`,
      total: (values: string) => `but different totals: ${values}.`,
      amount: (values: string) => `and the same amount: ${values}. It may be the line’s or the whole order’s.`,
    },
    sameNumbers: (count: number) => `Numbers like this in the file: ${count}.`,
    sameNumberShell: {
      lines: 'If they are lines of one order, whose amounts add up: --same-number lines.',
      order: 'If each has the amount of the whole order: --same-number correct.',
      correct: 'If the later line corrects the earlier one: --same-number correct.',
      shop: 'If several shops have numbers of their own, a column called shop tells them apart.',
      refuse: 'To import the rest without them: --same-number refuse.',
    },
    anotherHeader: (line: number, found: string) =>
      `Line ${line} has other column names: ${found}. These are two files in one: put that line and those below it into a file of their own.`,
    twoRates: (lines: readonly [number, number], currency: string, day: string, values: string) =>
      `Lines ${lines[0]} and ${lines[1]} both have a rate of ${currency} for ${day}, and not the same: ${values}. Take one of them out.`,
    unclearCurrency: (header: string, sign: string, example: string, isShell: boolean) =>
      `${header}: ${sign} can be several currencies. Write the code there, as in ${example}${isShell ? ', or say which with --currency' : ''}.`,
    unknownCurrency: (value: string) => `${value} is not a currency. Write its code, for example DKK.`,
    place: (line: number, column: string, value: string) => `line ${line}, ${column}: “${value}”`,
  },
  da: {
    none: 'ingen',
    kinds: {
      customers: 'kunder',
      orders: 'ordrer',
      feedback: 'feedback',
      recommendations: 'anbefalinger',
      spend: 'udgifter',
      rates: 'valutakurser',
      campaign: 'en kampagne',
    },
    looks: {
      xlsx: 'en Excel-projektmappe',
      xls: 'en Excel-projektmappe',
      pdf: 'en PDF',
      zip: 'en komprimeret fil',
      gzip: 'en komprimeret fil',
      png: 'et billede',
      jpeg: 'et billede',
      other: 'noget andet',
    },
    empty: 'Filen er tom.',
    notText: (looksLike: string) => `Det ligner ${looksLike} og ikke en tekstfil. Gem filen som CSV, og prøv igen.`,
    unknownEncoding: (encoding: string) => `Jeg kender ikke tegnsættet ${encoding}. Gem filen som UTF-8.`,
    noHeader: (first: string, how: string, skip: string) =>
      `Jeg fandt ingen kolonnenavne i de første 20 linjer; den første række lyder ${first}. Sæt navne over kolonnerne, eller angiv dem ${how}. Står der linjer over navnene, så angiv hvor mange ${skip}.`,
    unknownKind: (found: string) =>
      `Kolonnerne viser ikke, om det er kunder, ordrer, feedback eller noget andet: ${found}. Vælg, hvad det er.`,
    unknownColumn: (column: string, known: string) => `Kolonnen ${column} findes ikke. Vælg mellem ${known}.`,
    tooManyColumns: (found: number, limit: number) =>
      `Den første linje har ${found} kolonner; der kan højst læses ${limit}. Er det en tabel med én række pr. linje?`,
    columnCount: (given: number, found: number) =>
      `Der er angivet ${given} kolonner, men første linje har ${found} felter.`,
    ambiguous: (place: string, one: string, other: string) => `${place} kan betyde ${one} eller ${other}.`,
    shell: {
      numbers: 'Angiv, hvilket sprog tallene er skrevet på: --locale da, nb eller en.',
      dates: 'Angiv, hvilket sprog datoerne er skrevet på: --locale da, nb eller en.',
      another: 'Vælg en anden --locale.',
      columns: 'med --columns',
      skip: 'med --skip',
    },
    form: {
      choose: (field: string) => `Vælg det, der passer, under ${field}.`,
      columns: (field: string) => `i feltet ${field}`,
    },
    mixedNumbers: (first: string, second: string) =>
      `Tallene er skrevet på to måder: ${first}; ${second}. Skriv dem alle på samme måde.`,
    mixedDates: (first: string, second: string) =>
      `Datoerne er skrevet på to måder: ${first}; ${second}. Skriv dem alle på samme måde.`,
    localeDiffers: (chosen: string, proof: string, place: string) =>
      `${chosen} passer ikke til filen: ${proof}. Derfor kan ${place} blive læst forkert.`,
    sameNumber: (lines: readonly [number, number], number: string) =>
      `Linje ${lines[0]} og ${lines[1]} har samme ordrenummer, ${number}`,
    clash: {
      customer: (values: string) => `men forskellige kunder: ${values}.`,
      day: (values: string) => `men forskellige datoer: ${values}.`,
      currency: (values: string) => `men forskellige valutaer: ${values}.`,
      total: (values: string) => `men forskellige totalbeløb: ${values}.`,
      amount: (values: string) => `og samme beløb: ${values}. Det kan gælde linjen eller hele ordren.`,
    },
    sameNumbers: (count: number) => `Sådan er det med ${count} numre i filen.`,
    sameNumberShell: {
      lines: 'Er det linjer i én ordre, hvis beløb lægges sammen: --same-number lines.',
      order: 'Står hele ordrens beløb i hver linje: --same-number correct.',
      correct: 'Retter den senere linje den tidligere: --same-number correct.',
      shop: 'Har flere butikker hver deres numre, skelner en kolonne med navnet butik mellem dem.',
      refuse: 'Skal resten indlæses uden dem: --same-number refuse.',
    },
    anotherHeader: (line: number, found: string) =>
      `Linje ${line} har andre kolonnenavne: ${found}. Det er to filer i én: Læg den linje og dem under den i en fil for sig.`,
    twoRates: (lines: readonly [number, number], currency: string, day: string, values: string) =>
      `Linje ${lines[0]} og ${lines[1]} har begge en kurs på ${currency} for ${day}, men ikke den samme: ${values}. Fjern den ene.`,
    unclearCurrency: (header: string, sign: string, example: string, isShell: boolean) =>
      `${header}: ${sign} kan være flere valutaer. Skriv koden der, som i ${example}${isShell ? ', eller angiv den med --currency' : ''}.`,
    unknownCurrency: (value: string) => `${value} er ikke en valuta. Skriv valutakoden, for eksempel DKK.`,
    place: (line: number, column: string, value: string) => `linje ${line}, ${column}: ”${value}”`,
  },
  nb: {
    none: 'ingen',
    kinds: {
      customers: 'kunder',
      orders: 'ordrer',
      feedback: 'tilbakemeldinger',
      recommendations: 'anbefalinger',
      spend: 'utgifter',
      rates: 'valutakurser',
      campaign: 'en kampanje',
    },
    looks: {
      xlsx: 'en Excel-arbeidsbok',
      xls: 'en Excel-arbeidsbok',
      pdf: 'en PDF',
      zip: 'en komprimert fil',
      gzip: 'en komprimert fil',
      png: 'et bilde',
      jpeg: 'et bilde',
      other: 'noe annet',
    },
    empty: 'Filen er tom.',
    notText: (looksLike: string) =>
      `Dette ser ut som ${looksLike}, ikke som en tekstfil. Lagre filen som CSV, og prøv på nytt.`,
    unknownEncoding: (encoding: string) => `Jeg kjenner ikke tegnsettet ${encoding}. Lagre filen som UTF-8.`,
    noHeader: (first: string, how: string, skip: string) =>
      `Jeg fant ingen kolonnenavn i de første 20 linjene; den første raden lyder ${first}. Sett navn over kolonnene, eller oppgi dem ${how}. Står det linjer over navnene, oppgi hvor mange ${skip}.`,
    unknownKind: (found: string) =>
      `Kolonnene viser ikke om dette er kunder, ordrer, tilbakemeldinger eller noe annet: ${found}. Velg hva det er.`,
    unknownColumn: (column: string, known: string) => `Kolonnen ${column} finnes ikke. Velg mellom ${known}.`,
    tooManyColumns: (found: number, limit: number) =>
      `Den første linjen har ${found} kolonner; det kan leses høyst ${limit}. Er det en tabell med én rad per linje?`,
    columnCount: (given: number, found: number) =>
      `Det er oppgitt ${given} kolonner, men første linje har ${found} felter.`,
    ambiguous: (place: string, one: string, other: string) => `${place} kan bety ${one} eller ${other}.`,
    shell: {
      numbers: 'Oppgi hvilket språk tallene er skrevet på: --locale da, nb eller en.',
      dates: 'Oppgi hvilket språk datoene er skrevet på: --locale da, nb eller en.',
      another: 'Velg en annen --locale.',
      columns: 'med --columns',
      skip: 'med --skip',
    },
    form: {
      choose: (field: string) => `Velg det som passer, under ${field}.`,
      columns: (field: string) => `i feltet ${field}`,
    },
    mixedNumbers: (first: string, second: string) =>
      `Tallene er skrevet på to måter: ${first}; ${second}. Skriv alle på samme måte.`,
    mixedDates: (first: string, second: string) =>
      `Datoene er skrevet på to måter: ${first}; ${second}. Skriv alle på samme måte.`,
    localeDiffers: (chosen: string, proof: string, place: string) =>
      `${chosen} passer ikke til filen: ${proof}. Da kan ${place} bli lest feil.`,
    sameNumber: (lines: readonly [number, number], number: string) =>
      `Linje ${lines[0]} og ${lines[1]} har samme ordrenummer, ${number}`,
    clash: {
      customer: (values: string) => `men forskjellige kunder: ${values}.`,
      day: (values: string) => `men forskjellige datoer: ${values}.`,
      currency: (values: string) => `men forskjellige valutaer: ${values}.`,
      total: (values: string) => `men forskjellige totalbeløp: ${values}.`,
      amount: (values: string) => `og samme beløp: ${values}. Det kan gjelde linjen eller hele ordren.`,
    },
    sameNumbers: (count: number) => `Slik er det med ${count} numre i filen.`,
    sameNumberShell: {
      lines: 'Er det linjer i én ordre, der beløpene legges sammen: --same-number lines.',
      order: 'Står beløpet for hele ordren i hver linje: --same-number correct.',
      correct: 'Retter den senere linjen den tidligere: --same-number correct.',
      shop: 'Har flere butikker egne numre, skiller en kolonne med navnet butikk dem fra hverandre.',
      refuse: 'Skal resten importeres uten dem: --same-number refuse.',
    },
    anotherHeader: (line: number, found: string) =>
      `Linje ${line} har andre kolonnenavn: ${found}. Dette er to filer i én: Legg den linjen og dem under den i en egen fil.`,
    twoRates: (lines: readonly [number, number], currency: string, day: string, values: string) =>
      `Linje ${lines[0]} og ${lines[1]} har begge en kurs for ${currency} ${day}, men ikke den samme: ${values}. Fjern den ene.`,
    unclearCurrency: (header: string, sign: string, example: string, isShell: boolean) =>
      `${header}: ${sign} kan være flere valutaer. Skriv koden der, som i ${example}${isShell ? ', eller oppgi den med --currency' : ''}.`,
    unknownCurrency: (value: string) => `${value} er ikke en valuta. Skriv valutakoden, for eksempel NOK.`,
    place: (line: number, column: string, value: string) => `linje ${line}, ${column}: «${value}»`,
  },
});
