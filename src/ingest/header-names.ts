import type { ImportKind } from '../loyalty/facts/import-kind.ts';

/** Our columns per kind, in the order of a plain English file. */
export const columnsOf = {
  customers: [
    'customer',
    'name',
    'first_name',
    'last_name',
    'email',
    'country',
    'language',
    'since',
    'source',
    'segments',
    'years',
    'cost',
    'recommended_by',
    'reward',
    'currency',
  ],
  orders: [
    'order',
    'customer',
    'email',
    'date',
    'time',
    'zone',
    'amount',
    'currency',
    'status',
    'cancelled',
    'refunded',
    'shop',
    'entry',
  ],
  feedback: [
    'response_id',
    'customer',
    'email',
    'contact',
    'date',
    'kind',
    'score',
    'recommend',
    'again',
    'other',
    'comment',
    'source',
    'public',
  ],
  recommendations: [
    'recommendation',
    'recommender',
    'recommended',
    'outcome',
    'date',
    'value',
    'reward',
    'currency',
    'comment',
  ],
  spend: ['spend', 'date', 'until', 'source', 'amount', 'currency'],
  rates: ['currency', 'date', 'rate', 'units', 'base'],
  campaign: ['campaign', 'variant', 'customer', 'email', 'contacted', 'delivered', 'responded'],
} as const satisfies Record<ImportKind, readonly string[]>;

/** Columns without which a file of a kind cannot be read. Feedback needs a kind too, unless the header or the caller says it. */
export const neededColumns = {
  customers: ['customer'],
  orders: ['customer', 'date', 'amount'],
  feedback: ['date'],
  recommendations: ['recommender', 'outcome', 'date'],
  spend: ['date', 'amount'],
  rates: ['currency', 'date', 'rate'],
  campaign: ['campaign', 'customer', 'contacted'],
} as const satisfies Record<ImportKind, readonly string[]>;

/** Columns that may stand for a needed one: an e-mail address names a customer, too. */
const standIns: Readonly<Partial<Record<ImportKind, Readonly<Record<string, string>>>>> = {
  orders: { customer: 'email' },
  campaign: { customer: 'email' },
};

/** Which of the needed columns are not among these. */
export function lackingAmong(kind: ImportKind, needed: readonly string[], columns: readonly string[]): string[] {
  const standIn = standIns[kind] ?? {};
  return needed.filter((column) => !columns.includes(column) && !columns.includes(standIn[column] ?? column));
}

/** Columns of numbers: they are all written in one way. */
export const numberColumns: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: ['cost', 'reward', 'years'],
  orders: ['amount', 'refunded'],
  feedback: [],
  recommendations: ['value', 'reward'],
  spend: ['amount'],
  rates: ['rate'],
  campaign: [],
};

/** Columns of dates: they are all written in one way. */
export const dateColumns: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: ['since'],
  orders: ['date'],
  feedback: ['date'],
  recommendations: ['date'],
  spend: ['date', 'until'],
  rates: ['date'],
  campaign: ['contacted', 'responded'],
};

/** Columns of what tells customers, orders and the like apart. */
export const idColumns: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: ['customer', 'recommended_by'],
  orders: ['order', 'customer'],
  feedback: ['response_id', 'customer'],
  recommendations: ['recommendation', 'recommender', 'recommended'],
  spend: ['spend'],
  rates: [],
  campaign: ['customer'],
};

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

const sources = [
  'source, channel, origin, platform, medium, site, via',
  'kilde, kanal, oprindelse, opprinnelse, plattform, sted, system',
];

const rewards = [
  'reward, reward paid, referral reward, referral bonus, bonus, reward amount, incentive, kickback',
  'belønning, udbetalt belønning, utbetalt belønning, henvisningsbonus, anbefalingsbonus, hvervebonus, vervebonus, præmie, premie',
  'hverveprovision, verveprovisjon, provision, provisjon, vervepremie, hvervepræmie',
];

const emails = [
  'email, e-mail, mail, email address, e-mail address, mail address, contact email, customer email, client email, user email, primary email',
  'mailadresse, e-mailadresse, email adresse, epost, e-post, epostadresse, e-post adresse, kundens e-mail, kunde e-mail, kunde e-post',
];

/** Amounts in the currency that a column beside them names, where others stand converted. */
const foreignAmounts = [
  'beløb i valuta, beløp i valuta, valutabeløb, valutabeløp, amount in currency, currency amount, amount in foreign currency, foreign amount',
];

const currencies = [
  'currency, currency code, iso currency, currency iso, iso currency code, valuta, valutakode, valuta kode, møntfod, ccy, cur',
  'order currency, order currency code, transaction currency, payment currency, invoice currency, amount currency, total currency',
  'price currency, sale currency, sales currency, purchase currency, checkout currency, presentment currency, customer currency, shop currency',
  'document currency, billing currency, store currency, cart currency, ordrevaluta, fakturavaluta, betalingsvaluta, salgsvaluta, transaktionsvaluta',
  'transaksjonsvaluta, kundevaluta, bilagsvaluta, handelsvaluta, købsvaluta, kjøpsvaluta, valuta på ordre, valutasort, valuta iso',
];

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
    first_name: [
      'first name, firstname, given name, forename, fornavn, fornavne, kontakt fornavn, contact first name, customer first name',
    ],
    last_name: [
      'last name, lastname, surname, family name, efternavn, etternavn, kontakt efternavn, contact last name, customer last name',
    ],
    email: emails,
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
    source: [
      ...sources,
      'acquisition source, acquisition channel, lead source, customer source, won by, won through, how did you hear of us',
      'hvervet gennem, vervet gjennom, vundet gennem, vunnet gjennom, hvervekanal, vervekanal, kundekilde, leadkilde',
    ],
    segments: [
      'segments, segment, tags, tag, groups, group, customer group, customer segment, category, categories, labels, label',
      'segmenter, gruppe, grupper, kundegruppe, kundegrupper, kundesegment, kategori, kategorier, mærker, merker, etiketter, merkelapper',
    ],
    years: [
      'years, relationship years, expected years, years expected, relationship in years, lifetime years, customer lifetime, relationship length',
      'år, antal år, antall år, relationsår, relasjonsår, forventede år, kundeforhold i år, kundeforholdets længde, kundelevetid',
      'forventet levetid, relation i år, relasjon i år',
    ],
    reward: rewards,
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
      'bilagsnummer, referanse, reference nr, referansenummer, referencenummer, referansenr, referencenr',
      'voucher, voucher id, voucher no, voucher nr, voucher number, document no, document nr, document number, dokument nr, dokumentnummer',
    ],
    customer: customerIds,
    email: [
      ...emails,
      'billing email, buyer email, payer email, billing e-mail, fakturerings e-mail, køber e-mail, kjøper e-post',
    ],
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
      'total value, grand total, gross total, total gross, brutto total, brutto i alt, net amount, gross amount, net total, paid, paid amount, amount paid, invoice amount, purchase amount, net, gross, subtotal, sub total, delsum',
      'beløb, beløp, totalt, i alt, total beløb, total beløp, totalbeløb, totalbeløp, totalsum, totalpris, pris, værdi, verdi, omsætning, omsetning',
      'salg, salgssum, ordrebeløb, ordrebeløp, ordresum, ordretotal, ordreværdi, ordreverdi, købsbeløb, kjøpsbeløp, kjøpesum, købssum, kjøpssum, købesum',
      'fakturabeløb, fakturabeløp, nettobeløb, nettobeløp, bruttobeløb, bruttobeløp, netto, brutto, betalt beløb, betalt beløp, transaktionsbeløb',
      'transaksjonsbeløp, samlet beløb, samlet beløp, samlet pris, samlet, beløb i alt, sum totalt',
      'line total, line amount, line sum, line value, item total, linjetotal, linjesum, linjebeløb, linjebeløp, linjeværdi, linjeverdi, varebeløb, varebeløp',
      ...foreignAmounts,
    ],
    currency: currencies,
    time: ['time, time of day, order time of day, klokkeslæt, klokkeslett, kl, tid, ordretid'],
    zone: ['time zone, timezone, tz, tidszone, tidssone'],
    cancelled: [
      'cancelled at, canceled at, cancelled on, canceled on, cancelled date, canceled date, date cancelled, cancellation date, cancelled, canceled',
      'is cancelled, is canceled, voided at, voided, is voided, void, void date, annulleret, annullert, annulleret den, annullert den, annulleringsdato, annullert dato, kansellert',
      'slettet, deleted, is deleted, makuleret, makulert, kansellert den, kanselleringsdato, afbestilt, avbestilt, afbestilt den, avbestilt den',
    ],
    refunded: [
      'refunded amount, amount refunded, refund amount, refunded, refund, refunds, total refunded, refunded total, refund total, order refund amount',
      'refunderet, refundert, refunderet beløb, refundert beløp, refusion, refusjon, refusionsbeløb, refusjonsbeløp, tilbagebetalt, tilbakebetalt',
      'tilbagebetalt beløb, tilbakebetalt beløp, krediteret, kreditert, krediteret beløb, kreditert beløp',
    ],
    status: [
      'status, state, order status, order state, financial status, payment status, fulfillment status',
      'tilstand, ordrestatus, betalingsstatus, leveringsstatus, bestillingsstatus, ordre status',
    ],
    entry: [
      'type, entry type, document type, voucher type, transaction type, invoice type, order type, kind, transaction kind, entry kind, record type',
      'sales type, line type, document kind, d c, d k, dr cr, debit credit, debit or credit, credit debit',
      'bilagstype, dokumenttype, posteringstype, transaktionstype, transaksjonstype, fakturatype, ordretype, posttype, bilagsart, posteringsart',
      'salgstype, dokumentart, debet kredit, debit kredit, debet eller kredit',
    ],
    shop: [
      'shop, shop name, shop id, store, store name, store id, webshop, web shop, online store, number series, series',
      'butik, butiksnavn, butiksnr, butik id, netbutik, butikk, butikknavn, butikknr, butikk id, nettbutikk, forretning, forretningsnavn',
      'nummerserie, bilagsserie',
    ],
  },
  feedback: {
    response_id: [
      'id, uuid, token, entry id, entry no, entry number, response uuid, response token, response key, survey response id, feedback no, answer no',
      'submission no, submission number, submission uuid, review no, respondent response id, responsid, svar uuid, besvarelse, besvarelse id',
      'response id, responseid, response no, response number, submission id, answer id, feedback id, review id, completion id, unique id',
      'svar-id, svarid, svar id, svarnr, svarnummer, besvarelses-id, besvarelsesnr, besvarelsesnummer, anmeldelses-id, svar nr',
    ],
    email: [...emails, 'respondent email, recipient email, person email, respondent e-mail, svarpersonens e-mail'],
    customer: [...customerIds, 'respondent, respondent id, respondent no, respondentnummer'],
    contact: [
      'contact, contact person, contact name, answered by, respondent name',
      'kontakt, kontaktperson, kontaktnavn, svarperson, svarpersonens navn, besvaret af, besvart av',
    ],
    date: [
      ...dates,
      'answered, answered at, answered on, answer date, response date, responded, responded at, response time, submitted, submitted at, submit date',
      'submission date, completed at, completion time, end date, recorded date, recorded at, recorded, feedback date, review date, survey date, received, received at',
      'svardato, svar dato, svartidspunkt, besvaret, besvart, besvaret den, besvart den, svaret, indsendt, innsendt, indsendt den, innsendt den',
      'fuldførelsestidspunkt, fullføringstidspunkt, fuldført, fullført, sluttidspunkt, sluttid, afsluttet, avsluttet, modtaget, mottatt, anmeldelsesdato, undersøgelsesdato, undersøkelsesdato, tilbagemeldingsdato, tilbakemeldingsdato',
    ],
    kind: [
      'kind, type, answer type, feedback type, question type, survey type, score type, rating type, answer kind, feedback kind, survey, metric, measure',
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
    source: sources,
    public: [
      'public, is public, published, visible, visibility',
      'offentlig, offentlige, offentliggjort, offentleggjort, publiceret, publisert, synlig, er offentlig, vises offentligt, vises offentlig',
    ],
  },
  recommendations: {
    recommendation: [
      'recommendation, recommendation id, recommendation no, referral, referral id, referral no, id, number, reference',
      'anbefaling, anbefalings id, anbefalings nr, anbefalingsnummer, henvisning, henvisnings id, henvisnings nr, nummer, referanse',
    ],
    recommender: [
      'recommender, recommender id, recommended by, referrer, referrer id, referred by, advocate',
      'anbefaler, anbefalet af, anbefalt av, henviser, henvist af, henvist av, hverver, verver, hvervet af, vervet av',
    ],
    recommended: [
      'recommended, recommended customer, recommended id, referred, referred customer, referee, new customer, friend',
      'anbefalet, anbefalt, anbefalet kunde, anbefalt kunde, henvist, henvist kunde, ny kunde, hvervet kunde, vervet kunde, hvervet, vervet',
      ...customerIds,
    ],
    outcome: [
      'outcome, result, won or lost, won lost, status, state, won',
      'udfald, utfall, resultat, vundet eller tabt, vunnet eller tapt, vundet, vunnet, tilstand',
    ],
    date: [
      ...dates,
      'recommendation date, recommended at, recommended on, referral date, referred at',
      'anbefalingsdato, henvisningsdato, anbefalet den, anbefalt den, henvist den, hvervet den, vervet den',
    ],
    value: [
      'value, lost value, estimated value, expected value, amount, worth',
      'værdi, verdi, tabt værdi, tapt verdi, anslået værdi, anslått verdi, forventet værdi, forventet verdi, beløb, beløp',
    ],
    reward: rewards,
    currency: currencies,
    comment: [
      'comment, comments, note, notes, why, reason, remark',
      'kommentar, kommentarer, bemærkning, merknad, notat, hvorfor, begrundelse, begrunnelse, årsag, årsak',
    ],
  },
  spend: {
    spend: [
      'spend, spend id, spend no, id, number, reference, invoice, invoice id, invoice no, voucher, entry, entry id',
      'udgift, udgift id, utgift, utgift id, bilag, bilagsnr, bilagsnummer, faktura, fakturanr, fakturanummer, nummer, reference, referanse',
    ],
    date: [
      ...dates,
      'from, start, start date, from date, from day, period start, first day, invoice date, spend date, spent on, month',
      'måned, periode, period, fra, fra dato, startdato, periode fra, første dag, fakturadato, bilagsdato, udgiftsdato, utgiftsdato, bogføringsdato, bokføringsdato',
    ],
    until: [
      'until, to, end, end date, to date, through, last day, period end',
      'til, til og med, til dato, slutdato, sluttdato, periode til, sidste dag, siste dag, slut, slutt',
    ],
    source: [
      ...sources,
      'acquisition source, acquisition channel, campaign, kampagne, kampanje, hvervekanal, vervekanal',
    ],
    amount: [
      'amount, spend amount, spent, cost, costs, total, sum, price, budget, ad spend, marketing spend, acquisition spend, net amount',
      'beløb, beløp, udgifter, utgifter, omkostning, omkostninger, kostnad, kostnader, pris, brugt, brukt, forbrug, forbruk, i alt, totalt',
      'hvervningsomkostninger, anskaffelseskostnader, markedsføring, annoncering, annonsering, annonceudgift, annonseutgift',
    ],
    currency: currencies,
  },
  rates: {
    currency: [...currencies, 'from currency, foreign currency, fra valuta, fremmed valuta, code, kode, iso'],
    date: [...dates, 'from, valid from, rate date, from date, gælder fra, gjelder fra, fra, fra dato, kursdato'],
    rate: [
      'rate, exchange rate, fx rate, currency rate, value, price',
      'kurs, vekselkurs, valutakurs, vekslingskurs, vekslekurs, omregningskurs, værdi, verdi',
    ],
    units: [
      'units, unit, per, per units, unit count, multiplier, quantity, amount',
      'enheder, enhed, enheter, enhet, antal, antall, antal enheder, antall enheter, pr, multiplikator',
    ],
    base: [
      'base, base currency, reporting currency, to currency, quote currency, target currency',
      'basisvaluta, rapportvaluta, rapporteringsvaluta, hovedvaluta, til valuta, målvaluta',
    ],
  },
  campaign: {
    campaign: [
      'campaign, campaign name, campaign title, mailing, newsletter',
      'kampagne, kampagnenavn, kampanje, kampanjenavn, udsendelse, utsendelse, nyhedsbrev, nyhetsbrev',
    ],
    variant: [
      'variant, version, arm, group, test group, cell, split, ab, a b',
      'udgave, utgave, gruppe, testgruppe, variantnavn',
    ],
    email: [...emails, 'recipient email, modtager e-mail, mottaker e-post'],
    customer: [...customerIds, 'recipient, recipient id, modtager, modtager id, mottaker, mottaker id'],
    contacted: [
      ...dates,
      'contacted, contacted at, contacted on, contact date, sent, sent at, sent on, send date, sent date, mailed, mailed at',
      'kontaktet, kontaktet den, kontaktdato, sendt, sendt den, sendedato, afsendt, udsendt, utsendt, udsendelsesdato, utsendelsesdato',
    ],
    delivered: [
      'delivered, is delivered, reached, received, arrived',
      'leveret, levert, afleveret, modtaget, mottatt, nået, nådd, kommet frem',
    ],
    responded: [
      'responded, responded at, responded on, response, response date, replied, reacted, converted, answered, clicked, bought',
      'svaret, svart, svardato, reageret, reagert, respons, svar, reaktion, reaksjon, konverteret, konvertert, købt, kjøpt, klikket',
    ],
  },
};
