import type { ImportKind } from './rows.ts';

/** Our columns per kind, in the order of a plain English file. */
export const columnsOf = {
  customers: ['customer', 'name', 'email', 'country', 'language', 'since', 'cost', 'currency', 'recommended_by'],
  orders: ['order', 'customer', 'date', 'amount', 'currency', 'status'],
  feedback: ['customer', 'date', 'kind', 'score', 'recommend', 'again', 'other', 'comment', 'source', 'public'],
} as const satisfies Record<ImportKind, readonly string[]>;

/** Columns without which a file of a kind cannot be read. Feedback needs a kind too, unless the header or the caller says it. */
export const neededColumns = {
  customers: ['customer'],
  orders: ['customer', 'date', 'amount'],
  feedback: ['date'],
} as const satisfies Record<ImportKind, readonly string[]>;

const customerIds = [
  // en
  'customer, customer id, customer no, customer nr, customer number, customer key, customer ref, customer reference',
  'client, client id, client no, client number, buyer, buyer id, account, account id, account number, account no',
  'external id, contact id, member id, member number, user id',
  // da, nb
  'kunde, kunde id, kunde nr, kunde no, kundenummer, kundens nummer, kundekode, kundenøgle, kundenøkkel, kundereference',
  'kundereferanse, debitor, debitor nr, debitornummer, debitorkonto, konto nr, kontonummer, køber, kjøper, køber id, kjøper id',
  'medlemsnr, medlemsnummer, medlems id, medlem, klient, klient id, klientnummer, brugerid, brukerid, ekstern id',
];

const dates = [
  'date, day, datetime, date time, timestamp, time stamp, created, created at, created on, created date, date created',
  'dato, dag, dato tid, dato og tid, dato og klokkeslæt, dato og klokkeslett, tidspunkt, oprettet, opprettet',
  'oprettet den, opprettet den, oprettelsesdato, opprettelsesdato, oprettet dato, opprettet dato, tidsstempel',
];

const currencies = ['currency, currency code, iso currency, valuta, valutakode, valuta kode, møntfod, ccy, cur'];

/**
 * Headers as people and their programs write them, per kind and column, several to a string. They are compared folded
 * (see `foldHeader`): case, accents, blanks and punctuation make no difference, nor does ø or oe, å or aa, nr or nummer
 * where both stand here.
 */
export const headerNames: {
  readonly [K in ImportKind]: Readonly<Record<(typeof columnsOf)[K][number], readonly string[]>>;
} = {
  customers: {
    customer: [...customerIds, 'id, nr, no, nummer, number, key'],
    name: [
      'name, full name, fullname, customer name, client name, contact, contact name, contact person, company, company name, display name',
      'navn, kundenavn, kundens navn, fulde navn, fullt navn, fuldt navn, kontakt, kontaktperson, kontaktnavn, firma, firmanavn, virksomhed',
      'virksomhedsnavn, bedrift, bedriftsnavn, selskab, selskap, selskapsnavn, for og efternavn, for og etternavn, debitornavn',
    ],
    email: [
      'email, e-mail, mail, email address, e-mail address, mail address, contact email, customer email',
      'mailadresse, e-mailadresse, email adresse, epost, e-post, epostadresse, e-post adresse, kundens e-mail, kunde e-mail, kunde e-post',
    ],
    country: [
      'country, country code, country region, nation, iso country, billing country, shipping country',
      'land, landekode, landkode, landskode, nasjon, lande kode, faktureringsland, leveringsland',
    ],
    language: [
      'language, language code, lang, locale, preferred language',
      'sprog, sprogkode, språk, språkkode, målform, foretrukket sprog, foretrukket språk',
    ],
    since: [
      'since, customer since, client since, member since, acquired, acquired at, acquired on, acquisition date, acquisition day, first seen',
      'signup date, sign up date, signed up, start date, joined, join date, registered, registered at, registration date',
      'kunde siden, kunde fra, siden, medlem siden, startdato, oprettelse, registreret, registrert, registreringsdato, tilmeldt, innmeldt',
      'tilmeldingsdato, innmeldingsdato, anskaffelsesdato, erhvervet, ervervet, kundedato, kundestart',
      ...dates,
    ],
    cost: [
      'cost, acquisition cost, cost of acquisition, customer acquisition cost, cac, cost per acquisition, cpa',
      'pris, omkostning, omkostninger, hvervningsomkostning, hverveomkostning, anskaffelsesomkostning, anskaffelsespris',
      'kostnad, kostnader, anskaffelseskostnad, vervekostnad, kundeanskaffelseskostnad, hvervepris, vervepris',
    ],
    currency: currencies,
    recommended_by: [
      'recommended by, recommender, recommended by id, referred by, referrer, referrer id, referral, referred by id, referred by customer',
      'anbefalet af, anbefalt av, anbefaler, anbefalet af kunde, anbefalt av kunde, henvist af, henvist av, hvervet af, vervet av, hverver, verver',
    ],
  },
  orders: {
    order: [
      'order, order id, order no, order nr, order number, order ref, order reference, order key, order name, sale id, sales order, sales order no',
      'transaction, transaction id, transaction number, transaction no, invoice, invoice id, invoice no, invoice nr, invoice number, receipt, receipt no',
      'receipt number, purchase id, purchase number, reference, reference number, id, number, booking id, booking number',
      'ordre, ordre id, ordre nr, ordre no, ordrenummer, ordrereference, ordrereferanse, bestilling, bestillings id, bestillings nr, bestillingsnummer',
      'salgsordre, salgsordrenr, salgsordrenummer, køb, kjøp, køb id, kjøps id, købsnr, kjøpsnr, købsnummer, kjøpsnummer',
      'transaktion, transaksjon, transaktions id, transaksjons id, transaktionsnummer, transaksjonsnummer, transaktions nr, transaksjons nr',
      'faktura, faktura id, faktura nr, fakturanummer, bon, bon nr, bonnummer, kvittering, kvitteringsnr, kvitteringsnummer, bilag, bilagsnr',
      'bilagsnummer, referanse, reference nr, referansenummer, referencenummer',
    ],
    customer: customerIds,
    date: [
      ...dates,
      'order date, ordered, ordered at, ordered on, date of order, order time, order day, sale date, sales date, purchase date, purchased at',
      'purchased on, date of purchase, purchase time, transaction date, invoice date, invoiced at, paid at, payment date, processed at, booking date',
      'ordredato, ordre dato, ordretidspunkt, bestillingsdato, bestilt, bestilt den, bestillingstidspunkt, købsdato, kjøpsdato, købt, kjøpt, købt den',
      'kjøpt den, købstidspunkt, kjøpstidspunkt, salgsdato, solgt, transaktionsdato, transaksjonsdato, fakturadato, faktureret, fakturert',
      'betalingsdato, bogføringsdato, bokføringsdato, posteringsdato, bilagsdato, handelsdato',
    ],
    amount: [
      'amount, total, sum, value, price, revenue, sales, turnover, order total, order amount, order value, order sum, total amount, total price',
      'total value, grand total, net amount, gross amount, net total, paid, paid amount, amount paid, invoice amount, purchase amount, net, gross',
      'beløb, beløp, totalt, i alt, total beløb, total beløp, totalbeløb, totalbeløp, totalsum, totalpris, pris, værdi, verdi, omsætning, omsetning',
      'salg, salgssum, ordrebeløb, ordrebeløp, ordresum, ordretotal, ordreværdi, ordreverdi, købsbeløb, kjøpsbeløp, kjøpesum, købssum, kjøpssum, købesum',
      'fakturabeløb, fakturabeløp, nettobeløb, nettobeløp, bruttobeløb, bruttobeløp, netto, brutto, betalt beløb, betalt beløp, transaktionsbeløb',
      'transaksjonsbeløp, samlet beløb, samlet beløp, samlet pris, samlet, beløb i alt, sum totalt',
    ],
    currency: currencies,
    status: [
      'status, state, order status, order state, financial status, payment status, fulfillment status',
      'tilstand, ordrestatus, betalingsstatus, leveringsstatus, bestillingsstatus, ordre status',
    ],
  },
  feedback: {
    customer: [...customerIds, 'respondent, respondent id, respondent no, respondentnummer'],
    date: [
      ...dates,
      'answered, answered at, answered on, answer date, response date, responded, responded at, response time, submitted, submitted at, submit date',
      'submission date, completed at, completion time, end date, feedback date, review date, survey date, received, received at',
      'svardato, svar dato, svartidspunkt, besvaret, besvart, besvaret den, besvart den, svaret, indsendt, innsendt, indsendt den, innsendt den',
      'afsluttet, avsluttet, modtaget, mottatt, anmeldelsesdato, undersøgelsesdato, undersøkelsesdato, tilbagemeldingsdato, tilbakemeldingsdato',
    ],
    kind: [
      'kind, type, answer type, feedback type, question type, survey type, answer kind, feedback kind, survey, metric, measure',
      'art, slags, svartype, svar type, feedbacktype, spørgsmålstype, spørsmålstype, undersøgelse, undersøkelse, undersøgelsestype, undersøkelsestype',
    ],
    score: [
      'score, rating, answer, grade, points, value, mark, result, response',
      'svar, karakter, vurdering, bedømmelse, bedømming, point, poeng, resultat, scoring, pointtal, poengsum, værdi, verdi',
      'nps, nps score, nps svar, nps rating, nps value, net promoter score, likelihood to recommend, csat, csat score, csat svar',
      'csat rating, customer satisfaction, satisfaction, tilfredshed, tilfredshet, kundetilfredshed, kundetilfredshet',
      'stars, star rating, stjerner, antal stjerner, antall stjerner, review rating, review score',
    ],
    recommend: [
      'recommend, would recommend, recommendation, cli recommend, cli 1, would you recommend',
      'anbefale, anbefal, anbefaling, vil anbefale, ville anbefale, cli anbefale, cli anbefaling',
    ],
    again: [
      'again, buy again, would buy again, repurchase, cli again, cli 2, would you buy again',
      'igen, igjen, købe igen, kjøpe igjen, køb igen, kjøp igjen, genkøb, gjenkjøp, vil købe igen, vil kjøpe igjen',
    ],
    other: [
      'other, other products, try other, try other products, would try other products, cli other, cli 3, cross sell',
      'andet, andre, annet, andre produkter, prøve andet, prøve andre produkter, andre varer, vil prøve andre produkter',
    ],
    comment: [
      'comment, comments, text, why, reason, remark, remarks, note, notes, message, feedback, verbatim, open answer, open text, review, review text',
      'explanation, body, description',
      'kommentar, kommentarer, tekst, hvorfor, begrundelse, begrunnelse, bemærkning, bemærkninger, merknad, merknader, besked, melding, note, notat',
      'fritekst, fritekstsvar, uddybning, utdyping, tilbagemelding, tilbakemelding, anmeldelse, omtale, forklaring, beskrivelse, åbent svar, åpent svar',
    ],
    source: [
      'source, channel, origin, platform, medium, site, via',
      'kilde, kanal, oprindelse, opprinnelse, plattform, sted, system',
    ],
    public: [
      'public, is public, published, visible, visibility',
      'offentlig, offentlige, offentliggjort, offentleggjort, publiceret, publisert, synlig, er offentlig, vises offentligt, vises offentlig',
    ],
  },
};
