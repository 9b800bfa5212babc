import { defineText } from '../../text/define-text.ts';

/** Why a row of a file was refused, per code. */
export const rowWords = defineText({
  en: {
    missing: 'This is empty, but it is needed.',
    'no-id': (value: string) => `${value} is not a customer or order number.`,
    nobody: (value: string) =>
      `${value} stands for nobody. Write the customer’s number or e-mail address, or leave the row out.`,
    'id-lost': (value: string) =>
      `${value}: the spreadsheet has dropped digits of this number. Format the column as text or as a number without decimals there, and save the file as CSV again.`,
    'total-row': (value: string) => `${value}: this row sums up others. Leave it out.`,
    'no-number':
      'The other rows have an order number, this one has none. If it is a total, leave it out; else write its number.',
    'same-response': (value: string) =>
      `An earlier row has the response number ${value} and says something else. If the column holds something else than the number of the response, name the columns (--columns).`,
    'other-words':
      'There is an answer of the same time and score already, with other words. If this is another one, import the refused row alone as others (--others); if its words were edited, correct the answer that is there.',
    'says-nothing': (value: string) => `${value} says nothing.`,
    'broken-quotes': 'A quotation mark is not closed where it should be.',
    'control-character': 'It contains characters that are not text.',
    'bad-encoding': 'It cannot be read in the character set of the file.',
    'not-a-date': (value: string) => `${value} is not a date.`,
    'two-digit-year': (value: string) => `${value}: write the year with four digits.`,
    'no-such-day': (value: string) => `${value} is not in the calendar.`,
    'no-such-time': (value: string) => `${value} is not a time of day.`,
    'unknown-zone': (value: string) =>
      `${value}: I cannot tell this time zone for certain. Write its distance from UTC, for example +01:00.`,
    'other-weekday': (value: string) => `${value}: that date is another day of the week. Correct one of the two.`,
    'not-a-number': (value: string) => `${value} is not a number.`,
    'amount-too-large': (value: string) => `${value} is too large.`,
    'amount-negative': (value: string) => `${value} may not be negative.`,
    'no-sale': (value: string) =>
      `${value} is not known as a sale. Take the row out; if it is one, name the columns without this one (--columns).`,
    'refund-too-large': 'More was refunded than the order was worth.',
    'currency-missing': 'It does not say which currency the amount is in.',
    'unknown-currency': (value: string) => `${value} is not a currency. Write its code, for example DKK.`,
    'currency-unclear': (value: string) => `${value} can be several currencies. Write the code, for example DKK.`,
    'unknown-status': (value: string) => `${value} is not a status I know. Write completed or cancelled.`,
    'status-open': (value: string) =>
      `${value}: this order is not done yet. Import it once it is, or write completed or cancelled.`,
    'status-partly': (value: string) =>
      `${value}: I cannot see how much of the amount counts. Write the part that counts as the amount, and completed.`,
    'status-refunded': (value: string) =>
      `${value}: the money went back. Write completed, and the refund as a row of its own with a negative amount.`,
    'status-unclear': (value: string) =>
      `${value} means a sale in some programs and something else in others. Write completed or cancelled.`,
    'unknown-kind': (value: string) => `${value} is not a kind I know. Write nps, csat, cli, review or remark.`,
    'not-yes-or-no': (value: string) => `${value} is neither yes nor no.`,
    'not-an-email': (value: string) => `${value} is not an e-mail address.`,
    'unknown-country': (value: string) => `${value} is not a country. Write its code, for example DK.`,
    'unknown-language': (value: string) => `${value} is not a language. Write its code, for example da.`,
    'segment-by-rule':
      'A segment of that name stays up to date by itself: its rule says who is in it. Use another name.',
    'self-recommendation': 'Customers cannot recommend themselves.',
    'in-future': 'This day is still to come.',
    'unknown-customer': (value: string) => `There is no customer ${value}.`,
    'unknown-outcome': (value: string) => `${value} says neither. Write won or lost.`,
    'only-for-won': 'A reward is paid for a recommendation that was won. Leave it empty for a lost one.',
    'other-recommender': (value: string) =>
      `Somebody other than ${value} has already been noted as the recommender. Each customer has one; change it on the customer’s card.`,
    'ends-before': 'This day is before the first one.',
    'same-currency': 'A currency has no rate in itself.',
    'not-a-response': (value: string) => `${value} is neither a date nor yes or no.`,
    'not-delivered': 'A customer whom it never reached cannot have responded. Write yes here, or no response.',
    'other-variant': (value: string) =>
      `The customer is in another variant than ${value} already. In a campaign each customer has one.`,
    farAhead: (value: string, days: number) => `${value} is more than ${days} days ahead. Check the year.`,
    readAs: (value: string, read: string) => `${value} is read as ${read}.`,
    statusDiffers: (header: string, other: string, value: string | null) =>
      `${header} is ${other}, but the status is ${value ?? 'empty'}. Write completed or cancelled in both, or name the column that holds (--columns).`,
    markDiffers: (header: string, other: string, value: string | null) =>
      `${header} is ${other}, but the status is ${value ?? 'empty'}. If the order was called off or paid back, write cancelled as its status; if it counts, empty that cell.`,
    notCompleted: (header: string) =>
      `${header} is empty, so this answer was not completed and does not count. If it should, write a day there.`,
    setAside: (header: string, text: string) =>
      `${header} is ${text}, so this answer does not count. If it should, empty that cell.`,
    cells: (found: number, expected: number) => `${found} cells instead of ${expected}.`,
    tooLong: (limit: string) => `Longer than ${limit} characters.`,
    segmentTooLong: (limit: number) => `A segment has at most ${limit} characters. Separate several by semicolons.`,
    tooManySegments: (limit: number) => `A customer has at most ${limit} segments.`,
    yearsOf: (max: number) => `It must be a number of years from 0 to ${max}.`,
    rate: (digits: number) => `A rate is more than 0 and has at most ${digits} decimals.`,
    rowTooLong: (limit: string) => `The row is longer than ${limit} characters.`,
    years: (from: number, to: number) => `The year must be from ${from} to ${to}.`,
    noDecimals: (currency: string) => `${currency} has no decimals.`,
    decimals: (currency: string, digits: number) => `${currency} has at most ${digits} decimals.`,
    differs: (written: string, expected: string) => `The amount is in ${written}, the row says ${expected}.`,
    ofHeader: (written: string, expected: string) =>
      `The row says ${written}, but the header of the amount ${expected}. If the amounts are in ${expected}, leave this column out (--columns).`,
    score: (min: number, max: number) => `It must be a whole number from ${min} to ${max}.`,
    kind: (kind: string) => `It does not belong to an answer of the kind ${kind}.`,
    sharedAddress: (email: string, customers: string) =>
      `${email} is the e-mail address of several customers: ${customers}. Write the customer number.`,
    sameNumber: {
      customer: (line: number) => `Line ${line} has the same order number, but another customer.`,
      day: (line: number) => `Line ${line} has the same order number, but another day.`,
      currency: (line: number) => `Line ${line} has the same order number, but another currency.`,
      total: (line: number) => `Line ${line} has the same order number, but another total.`,
      amount: (line: number) =>
        `Line ${line} has the same order number, and it is not clear whether the amount is the line’s or the whole order’s.`,
    },
    incomplete: (line: number) =>
      `Line ${line} belongs to the same order and was refused. Correct it, and import all lines of the order together.`,
    knownNumber: (number: string, customer: string, day: string) =>
      `${number} is ${customer}’s order of ${day}. If another shop or year has numbers of its own, name it under Shop (--shop); if the row corrects that order, let later rows correct earlier ones (--same-number correct).`,
    knownResponse: (response: string, day: string) =>
      `${response} is already the number of another answer of ${day}. If another survey has numbers of its own, import its file as others (--others).`,
    nothing: 'It',
  },
  da: {
    missing: 'Feltet er tomt, men skal udfyldes.',
    'no-id': (value: string) => `${value} er hverken et kundenummer eller et ordrenummer.`,
    nobody: (value: string) =>
      `${value} er ingen kunde. Skriv kundens nummer eller e-mailadresse, eller udelad rækken.`,
    'id-lost': (value: string) =>
      `${value}: Regnearket har smidt cifre væk fra nummeret. Formatér kolonnen som tekst eller som tal uden decimaler, og gem filen som CSV igen.`,
    'total-row': (value: string) => `${value}: Rækken er en sum af andre. Udelad den.`,
    'no-number':
      'De andre rækker har et ordrenummer, denne har intet. Er det en sum, så udelad den; ellers skriv nummeret.',
    'same-response': (value: string) =>
      `En tidligere række har svarnummeret ${value}, men siger noget andet. Står der andet end svarets nummer i kolonnen, så angiv kolonnenavnene (--columns).`,
    'other-words':
      'Der findes allerede et svar fra samme tidspunkt og med samme karakter, men med en anden ordlyd. Er det et andet svar, så indlæs den afviste række alene som andre (--others); er ordene blevet rettet, så ret det svar, der findes.',
    'says-nothing': (value: string) => `${value} siger ingenting.`,
    'broken-quotes': 'Et citationstegn er ikke lukket, hvor det burde.',
    'control-character': 'Feltet indeholder tegn, der ikke er tekst.',
    'bad-encoding': 'Det kan ikke læses i filens tegnsæt.',
    'not-a-date': (value: string) => `${value} er ikke en dato.`,
    'two-digit-year': (value: string) => `${value}: Skriv årstallet med fire cifre.`,
    'no-such-day': (value: string) => `${value} findes ikke i kalenderen.`,
    'no-such-time': (value: string) => `${value} er ikke et klokkeslæt.`,
    'unknown-zone': (value: string) =>
      `${value}: Jeg kan ikke være sikker på tidszonen. Skriv afstanden til UTC, for eksempel +01:00.`,
    'other-weekday': (value: string) => `${value}: Datoen falder på en anden ugedag. Ret det ene af de to.`,
    'not-a-number': (value: string) => `${value} er ikke et tal.`,
    'amount-too-large': (value: string) => `${value} er for stort et beløb.`,
    'amount-negative': (value: string) => `${value} må ikke være negativt.`,
    'no-sale': (value: string) =>
      `${value} kendes ikke som et salg. Tag rækken ud. Er det et, så angiv kolonnerne uden denne (--columns).`,
    'refund-too-large': 'Der er refunderet mere, end ordren lød på.',
    'currency-missing': 'Det fremgår ikke, hvilken valuta beløbet er i.',
    'unknown-currency': (value: string) => `${value} er ikke en valuta. Skriv valutakoden, for eksempel DKK.`,
    'currency-unclear': (value: string) => `${value} kan være flere valutaer. Skriv valutakoden, for eksempel DKK.`,
    'unknown-status': (value: string) => `${value} er ikke en status, jeg kender. Skriv gennemført eller annulleret.`,
    'status-open': (value: string) =>
      `${value}: Ordren er ikke færdig endnu. Indlæs den, når den er, eller skriv gennemført eller annulleret.`,
    'status-partly': (value: string) =>
      `${value}: Jeg kan ikke se, hvor meget af beløbet der tæller. Skriv den del, der tæller, som beløb, og gennemført.`,
    'status-refunded': (value: string) =>
      `${value}: Pengene er betalt tilbage. Skriv gennemført, og tilbagebetalingen i en række for sig med negativt beløb.`,
    'status-unclear': (value: string) =>
      `${value} betyder et salg i nogle programmer og noget andet i andre. Skriv gennemført eller annulleret.`,
    'unknown-kind': (value: string) =>
      `${value} er ikke en type, jeg kender. Skriv nps, csat, cli, anmeldelse eller bemærkning.`,
    'not-yes-or-no': (value: string) => `${value} er hverken ja eller nej.`,
    'not-an-email': (value: string) => `${value} er ikke en e-mailadresse.`,
    'unknown-country': (value: string) => `${value} er ikke et land. Skriv landekoden, for eksempel DK.`,
    'unknown-language': (value: string) => `${value} er ikke et sprog. Skriv sprogkoden, for eksempel da.`,
    'segment-by-rule':
      'Et segment af det navn holder sig selv ajour: Reglen afgør, hvem der er med. Brug et andet navn.',
    'self-recommendation': 'En kunde kan ikke anbefale sig selv.',
    'in-future': 'Den dag er endnu ikke kommet.',
    'unknown-customer': (value: string) => `Kunden ${value} findes ikke.`,
    'unknown-outcome': (value: string) => `${value} er ingen af delene. Skriv vundet eller tabt.`,
    'only-for-won': 'Belønning udbetales kun for vundne anbefalinger. Lad feltet stå tomt ved en tabt.',
    'other-recommender': (value: string) =>
      `Der står allerede en anden end ${value} som anbefaler. Hver kunde har én; det kan ændres på kundens kort.`,
    'ends-before': 'Den dag ligger før den første.',
    'same-currency': 'En valuta har ingen kurs i sig selv.',
    'not-a-response': (value: string) => `${value} er hverken en dato, ja eller nej.`,
    'not-delivered': 'En kunde, som den aldrig nåede, kan ikke have svaret. Skriv ja her, eller intet svar.',
    'other-variant': (value: string) =>
      `Kunden er allerede i en anden variant end ${value}. I en kampagne har hver kunde én.`,
    farAhead: (value: string, days: number) => `${value} ligger mere end ${days} dage fremme. Tjek årstallet.`,
    readAs: (value: string, read: string) => `${value} læses som ${read}.`,
    statusDiffers: (header: string, other: string, value: string | null) =>
      `${header} er ${other}, men status er ${value ?? 'tom'}. Skriv gennemført eller annulleret begge steder, eller angiv den kolonne, der gælder (--columns).`,
    markDiffers: (header: string, other: string, value: string | null) =>
      `${header} er ${other}, men status er ${value ?? 'tom'}. Er ordren annulleret eller refunderet, så skriv annulleret som status; gælder den, så lad feltet være tomt.`,
    notCompleted: (header: string) =>
      `${header} er tom, så svaret er ikke afsluttet og tæller ikke med. Skal det tælle med, så skriv en dato der.`,
    setAside: (header: string, text: string) =>
      `${header} er ${text}, så svaret tæller ikke med. Skal det med, så lad feltet være tomt.`,
    cells: (found: number, expected: number) => `${found} felter i stedet for ${expected}.`,
    tooLong: (limit: string) => `Længere end ${limit} tegn.`,
    segmentTooLong: (limit: number) => `Et segment har højst ${limit} tegn. Sæt semikolon mellem flere.`,
    tooManySegments: (limit: number) => `En kunde har højst ${limit} segmenter.`,
    yearsOf: (max: number) => `Det skal være et antal år fra 0 til ${max}.`,
    rate: (digits: number) => `En kurs er større end 0 og har højst ${digits} decimaler.`,
    rowTooLong: (limit: string) => `Rækken er længere end ${limit} tegn.`,
    years: (from: number, to: number) => `Årstallet skal være fra ${from} til ${to}.`,
    noDecimals: (currency: string) => `${currency} har ingen decimaler.`,
    decimals: (currency: string, digits: number) => `${currency} har højst ${digits} decimaler.`,
    differs: (written: string, expected: string) => `Beløbet er i ${written}, men i rækken står der ${expected}.`,
    ofHeader: (written: string, expected: string) =>
      `I rækken står der ${written}, men over beløbet ${expected}. Er beløbene i ${expected}, så udelad denne kolonne (--columns).`,
    score: (min: number, max: number) => `Det skal være et helt tal fra ${min} til ${max}.`,
    kind: (kind: string) => `Det hører ikke til et svar af typen ${kind}.`,
    sharedAddress: (email: string, customers: string) =>
      `${email} er e-mailadressen på flere kunder: ${customers}. Skriv kundenummeret.`,
    sameNumber: {
      customer: (line: number) => `Linje ${line} har samme ordrenummer, men en anden kunde.`,
      day: (line: number) => `Linje ${line} har samme ordrenummer, men en anden dato.`,
      currency: (line: number) => `Linje ${line} har samme ordrenummer, men en anden valuta.`,
      total: (line: number) => `Linje ${line} har samme ordrenummer, men et andet totalbeløb.`,
      amount: (line: number) =>
        `Linje ${line} har samme ordrenummer, og det fremgår ikke, om beløbet gælder linjen eller hele ordren.`,
    },
    incomplete: (line: number) =>
      `Linje ${line} hører til samme ordre og blev afvist. Ret den, og indlæs alle ordrens linjer sammen.`,
    knownNumber: (number: string, customer: string, day: string) =>
      `${number} er en ordre fra ${day}, som tilhører ${customer}. Har en anden butik eller et andet år sine egne numre, så skriv navnet under Butik (--shop). Retter rækken den ordre, så lad senere rækker rette tidligere (--same-number correct).`,
    knownResponse: (response: string, day: string) =>
      `${response} er allerede nummeret på et andet svar fra ${day}. Har en anden undersøgelse sine egne numre, så indlæs dens fil som andre (--others).`,
    nothing: 'Det',
  },
  nb: {
    missing: 'Feltet er tomt, men må fylles ut.',
    'no-id': (value: string) => `${value} er verken et kundenummer eller et ordrenummer.`,
    nobody: (value: string) => `${value} er ingen kunde. Skriv kundens nummer eller e-postadresse, eller utelat raden.`,
    'id-lost': (value: string) =>
      `${value}: Regnearket har kastet sifre fra nummeret. Formater kolonnen som tekst eller som tall uten desimaler, og lagre filen som CSV på nytt.`,
    'total-row': (value: string) => `${value}: Raden er en sum av andre. Utelat den.`,
    'no-number':
      'De andre radene har et ordrenummer, denne har ikke noe. Er det en sum, så utelat den; ellers skriv nummeret.',
    'same-response': (value: string) =>
      `En tidligere rad har svarnummeret ${value}, men sier noe annet. Står det noe annet enn nummeret til svaret i kolonnen, oppgi kolonnenavnene (--columns).`,
    'other-words':
      'Det finnes allerede et svar fra samme tidspunkt og med samme poeng, men med en annen ordlyd. Er det et annet svar, importer den avviste raden alene som andre (--others); er ordene blitt rettet, rett svaret som finnes.',
    'says-nothing': (value: string) => `${value} sier ingenting.`,
    'broken-quotes': 'Et anførselstegn er ikke lukket der det skulle.',
    'control-character': 'Feltet inneholder tegn som ikke er tekst.',
    'bad-encoding': 'Det kan ikke leses i filens tegnsett.',
    'not-a-date': (value: string) => `${value} er ikke en dato.`,
    'two-digit-year': (value: string) => `${value}: Skriv årstallet med fire sifre.`,
    'no-such-day': (value: string) => `${value} finnes ikke i kalenderen.`,
    'no-such-time': (value: string) => `${value} er ikke et klokkeslett.`,
    'unknown-zone': (value: string) =>
      `${value}: Jeg kan ikke være sikker på tidssonen. Skriv avstanden til UTC, for eksempel +01:00.`,
    'other-weekday': (value: string) => `${value}: Datoen faller på en annen ukedag. Rett det ene av de to.`,
    'not-a-number': (value: string) => `${value} er ikke et tall.`,
    'amount-too-large': (value: string) => `${value} er et for stort beløp.`,
    'amount-negative': (value: string) => `${value} kan ikke være negativt.`,
    'no-sale': (value: string) =>
      `${value} er ikke kjent som et salg. Ta ut raden. Er det et, oppgi kolonnene uten denne (--columns).`,
    'refund-too-large': 'Det er refundert mer enn ordren lød på.',
    'currency-missing': 'Det går ikke fram hvilken valuta beløpet er i.',
    'unknown-currency': (value: string) => `${value} er ikke en valuta. Skriv valutakoden, for eksempel NOK.`,
    'currency-unclear': (value: string) => `${value} kan være flere valutaer. Skriv valutakoden, for eksempel NOK.`,
    'unknown-status': (value: string) => `${value} er ikke en status jeg kjenner. Skriv gjennomført eller kansellert.`,
    'status-open': (value: string) =>
      `${value}: Ordren er ikke ferdig ennå. Importer den når den er det, eller skriv gjennomført eller kansellert.`,
    'status-partly': (value: string) =>
      `${value}: Jeg ser ikke hvor mye av beløpet som teller. Skriv den delen som teller, som beløp, og gjennomført.`,
    'status-refunded': (value: string) =>
      `${value}: Pengene er betalt tilbake. Skriv gjennomført, og tilbakebetalingen i en egen rad med negativt beløp.`,
    'status-unclear': (value: string) =>
      `${value} betyr et salg i noen programmer og noe annet i andre. Skriv gjennomført eller kansellert.`,
    'unknown-kind': (value: string) =>
      `${value} er ikke en type jeg kjenner. Skriv nps, csat, cli, omtale eller merknad.`,
    'not-yes-or-no': (value: string) => `${value} er verken ja eller nei.`,
    'not-an-email': (value: string) => `${value} er ikke en e-postadresse.`,
    'unknown-country': (value: string) => `${value} er ikke et land. Skriv landkoden, for eksempel NO.`,
    'unknown-language': (value: string) => `${value} er ikke et språk. Skriv språkkoden, for eksempel nb.`,
    'segment-by-rule':
      'Et segment med det navnet holder seg selv oppdatert: Regelen avgjør hvem som er med. Bruk et annet navn.',
    'self-recommendation': 'En kunde kan ikke anbefale seg selv.',
    'in-future': 'Den dagen er ikke kommet ennå.',
    'unknown-customer': (value: string) => `Kunden ${value} finnes ikke.`,
    'unknown-outcome': (value: string) => `${value} er ingen av delene. Skriv vunnet eller tapt.`,
    'only-for-won': 'Belønning betales bare for vunne anbefalinger. La feltet stå tomt ved en tapt.',
    'other-recommender': (value: string) =>
      `En annen enn ${value} står allerede som anbefaler. Hver kunde har én; det kan endres på kundens kort.`,
    'ends-before': 'Den dagen er før den første.',
    'same-currency': 'En valuta har ingen kurs i seg selv.',
    'not-a-response': (value: string) => `${value} er verken en dato, ja eller nei.`,
    'not-delivered': 'En kunde den aldri nådde, kan ikke ha svart. Skriv ja her, eller ikke noe svar.',
    'other-variant': (value: string) =>
      `Kunden er allerede i en annen variant enn ${value}. I en kampanje har hver kunde én.`,
    farAhead: (value: string, days: number) => `${value} ligger mer enn ${days} dager fram i tid. Sjekk årstallet.`,
    readAs: (value: string, read: string) => `${value} leses som ${read}.`,
    statusDiffers: (header: string, other: string, value: string | null) =>
      `${header} er ${other}, men statusen er ${value ?? 'tom'}. Skriv gjennomført eller kansellert begge steder, eller oppgi kolonnen som gjelder (--columns).`,
    markDiffers: (header: string, other: string, value: string | null) =>
      `${header} er ${other}, men statusen er ${value ?? 'tom'}. Er ordren kansellert eller refundert, skriv kansellert som status; gjelder den, la feltet stå tomt.`,
    notCompleted: (header: string) =>
      `${header} er tom, så svaret er ikke fullført og teller ikke. Skal det telle, så skriv en dato der.`,
    setAside: (header: string, text: string) =>
      `${header} er ${text}, så svaret teller ikke med. Skal det med, la feltet stå tomt.`,
    cells: (found: number, expected: number) => `${found} felter i stedet for ${expected}.`,
    tooLong: (limit: string) => `Lengre enn ${limit} tegn.`,
    segmentTooLong: (limit: number) => `Et segment har høyst ${limit} tegn. Sett semikolon mellom flere.`,
    tooManySegments: (limit: number) => `En kunde har høyst ${limit} segmenter.`,
    yearsOf: (max: number) => `Det må være et antall år fra 0 til ${max}.`,
    rate: (digits: number) => `En kurs er større enn 0 og har høyst ${digits} desimaler.`,
    rowTooLong: (limit: string) => `Raden er lengre enn ${limit} tegn.`,
    years: (from: number, to: number) => `Årstallet må være fra ${from} til ${to}.`,
    noDecimals: (currency: string) => `${currency} har ingen desimaler.`,
    decimals: (currency: string, digits: number) => `${currency} har høyst ${digits} desimaler.`,
    differs: (written: string, expected: string) => `Beløpet er i ${written}, men i raden står det ${expected}.`,
    ofHeader: (written: string, expected: string) =>
      `I raden står det ${written}, men over beløpet ${expected}. Er beløpene i ${expected}, så utelat denne kolonnen (--columns).`,
    score: (min: number, max: number) => `Det må være et heltall fra ${min} til ${max}.`,
    kind: (kind: string) => `Det hører ikke til et svar av typen ${kind}.`,
    sharedAddress: (email: string, customers: string) =>
      `${email} er e-postadressen til flere kunder: ${customers}. Skriv kundenummeret.`,
    sameNumber: {
      customer: (line: number) => `Linje ${line} har samme ordrenummer, men en annen kunde.`,
      day: (line: number) => `Linje ${line} har samme ordrenummer, men en annen dato.`,
      currency: (line: number) => `Linje ${line} har samme ordrenummer, men en annen valuta.`,
      total: (line: number) => `Linje ${line} har samme ordrenummer, men et annet totalbeløp.`,
      amount: (line: number) =>
        `Linje ${line} har samme ordrenummer, og det går ikke fram om beløpet gjelder linjen eller hele ordren.`,
    },
    incomplete: (line: number) =>
      `Linje ${line} hører til samme ordre og ble avvist. Rett den, og importer alle linjene i ordren sammen.`,
    knownNumber: (number: string, customer: string, day: string) =>
      `${number} er en ordre fra ${day} som tilhører ${customer}. Har en annen butikk eller et annet år egne numre, skriv navnet under Butikk (--shop). Retter raden den ordren, la senere rader rette tidligere (--same-number correct).`,
    knownResponse: (response: string, day: string) =>
      `${response} er allerede nummeret på et annet svar fra ${day}. Har en annen undersøkelse egne numre, importer filen som andre (--others).`,
    nothing: 'Det',
  },
});
