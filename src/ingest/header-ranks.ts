import type { ImportKind } from '../loyalty/facts/import-kind.ts';
import { foldedNames } from './fold-header.ts';

/**
 * How well a header says one of our columns, where several do: 0 is best. Two of one rank are for a person to tell apart.
 */
export function rankOf(kind: ImportKind, column: string, foldedName: string): number {
  const tiers = ranks[kind]?.[column];
  if (!tiers) return 0;
  const own = tiers.findIndex((names) => names.has(foldedName));
  return own >= 0 ? own : tiers.findIndex((names) => names.has('*'));
}

const numbersOfCustomers =
  'customer id, customer no, customer nr, customer number, customer key, client id, client no, client number, buyer id, kunde id, kunde nr, kunde no, kundenummer, kundens nummer, kundekode, debitor nr, debitornummer, debitorkonto, klient id, klientnummer, køber id, kjøper id';
const wordsForCustomers = 'customer, client, buyer, kunde, debitor, klient, køber, kjøper, medlem';
const addresses = tiers(
  'email, mail, email address, customer email, mailadresse, epost, epostadresse, kunde e-mail, kunde e-post, kundens e-mail',
  '*',
  'contact email',
);
/** Numbers of whatever the rows are: of answers only where somebody else is named beside them. */
const plainNumbers = 'id, uuid, token, entry id, entry no, entry number, besvarelse';
const plainDates = 'date, day, datetime, date time, timestamp, time stamp, dato, dag, dato tid, dato og tid, tidspunkt';

/** The better names first; `*` stands for all others of the column. */
const ranks: Readonly<Partial<Record<ImportKind, Readonly<Record<string, readonly ReadonlySet<string>[]>>>>> = {
  orders: {
    order: tiers(
      'order number, order no, order nr, ordrenr, ordrenummer, bestillings nr, bestillingsnummer, sales order no, salgsordrenr, salgsordrenummer',
      'order, order id, order ref, order reference, order key, order name, sales order, ordre, ordre id, ordrereference, ordrereferanse, bestilling, bestillings id, salgsordre',
      '*',
      'invoice, invoice id, invoice no, invoice nr, invoice number, faktura, faktura id, faktura nr, fakturanummer',
      'transaction, transaction id, transaction number, transaction no, transaktion, transaksjon, transaktions id, transaksjons id, transaktionsnummer, transaksjonsnummer, transaktions nr, transaksjons nr',
      'receipt, receipt no, receipt number, kvittering, kvitteringsnr, kvitteringsnummer, bon, bon nr, bonnummer, bilag, bilagsnr, bilagsnummer',
      'id, number, reference, reference number, reference nr, referanse, referansenummer, referencenummer',
    ),
    customer: tiers(numbersOfCustomers, wordsForCustomers, '*'),
    email: addresses,
    date: tiers(
      'order date, ordered, ordered at, ordered on, date of order, order day, sale date, sales date, purchase date, purchased at, purchased on, date of purchase, ordredato, ordre dato, bestillingsdato, bestilt, bestilt den, købsdato, kjøpsdato, købt, kjøpt, købt den, kjøpt den, salgsdato, solgt',
      plainDates,
      '*',
      'invoice date, invoiced at, fakturadato, faktureret, fakturert',
      'paid at, payment date, betalingsdato',
      'processed at, booking date, bogføringsdato, bokføringsdato, posteringsdato, bilagsdato',
    ),
    amount: tiers(
      'total, grand total, order total, order amount, order value, order sum, total amount, total price, total value, purchase amount, invoice amount, totalt, i alt, total beløb, total beløp, totalbeløb, totalbeløp, totalsum, totalpris, ordrebeløb, ordrebeløp, ordresum, ordretotal, købsbeløb, kjøpsbeløp, fakturabeløb, fakturabeløp, samlet beløb, samlet beløp, samlet pris, beløb i alt, sum totalt, beløb i valuta, beløp i valuta, valutabeløb, valutabeløp, amount in currency, currency amount, amount in foreign currency, foreign amount',
      'amount, sum, gross amount, gross, beløb, beløp, brutto, bruttobeløb, bruttobeløp',
      '*',
      'net amount, net total, net, netto, nettobeløb, nettobeløp, subtotal, sub total, delsum',
      'price, value, pris, værdi, verdi',
    ),
    currency: tiers(
      'currency, currency code, iso currency, valuta, valutakode, valuta kode',
      'order currency, order currency code, ordrevaluta, transaction currency, invoice currency, fakturavaluta',
      '*',
      'shop currency, store currency, customer currency, kundevaluta, presentment currency',
    ),
    entry: tiers(
      '*',
      'kind, transaction kind, entry kind',
      'd c, dr cr, debit credit, debit or credit, credit debit, debet kredit, debit kredit, debet eller kredit',
      'sales type, line type, salgstype, order type, ordretype',
    ),
    status: tiers(
      'status, order status, order state, ordrestatus, ordre status, bestillingsstatus',
      'financial status, payment status, betalingsstatus',
      '*',
      'fulfillment status, leveringsstatus',
      'state, tilstand',
    ),
  },
  customers: {
    customer: tiers(
      numbersOfCustomers,
      wordsForCustomers,
      '*',
      'external id, ekstern id',
      'id, nr, no, nummer, number, key',
    ),
    name: tiers(
      'name, full name, fullname, customer name, client name, navn, kundenavn, kundens navn, fulde navn, fullt navn, fuldt navn, for og efternavn, for og etternavn, debitornavn',
      'company, company name, firma, firmanavn, virksomhed, virksomhedsnavn, bedrift, bedriftsnavn, selskab, selskap, selskapsnavn',
      '*',
      'contact, contact name, contact person, kontakt, kontaktperson, kontaktnavn',
    ),
    email: addresses,
    country: tiers(
      'country code, iso country, landekode, landkode, landskode, lande kode',
      'country, land',
      '*',
      'billing country, faktureringsland',
      'shipping country, leveringsland',
    ),
    since: tiers(
      'customer since, client since, kunde siden, kunde fra',
      '*',
      `created, created at, created on, date created, oprettet, opprettet, ${plainDates}`,
    ),
    source: tiers(
      'acquisition source, acquisition channel, lead source, customer source, kundekilde, leadkilde',
      'source, kilde',
      '*',
      'platform, medium, site, via, plattform, sted, system',
    ),
    segments: tiers('segments, segment, segmenter, customer segment, kundesegment', 'tags, tag', '*'),
  },
  feedback: {
    customer: tiers(
      numbersOfCustomers,
      wordsForCustomers,
      '*',
      'respondent, respondent id, respondent no, respondentnummer',
    ),
    email: addresses,
    date: tiers(
      'answered, answered at, answered on, answer date, response date, responded, responded at, submitted, submitted at, submit date, submission date, svardato, svar dato, svartidspunkt, besvaret, besvart, besvaret den, besvart den, indsendt, innsendt, indsendt den, innsendt den, review date, anmeldelsesdato',
      plainDates,
      '*',
      'end date',
      'recorded date, recorded at, recorded',
    ),
    comment: tiers(
      'comment, comments, kommentar, kommentarer',
      '*',
      'note, notes, note, notat, description, body, beskrivelse',
    ),
    source: tiers('source, kilde', '*', 'platform, medium, site, via, plattform, sted, system'),
    response_id: tiers(
      'response id, responseid, response no, response number, response uuid, survey response id, svar id, svarnr, svarnummer, svar nr',
      '*',
      plainNumbers,
    ),
    score: tiers(
      'nps, nps score, nps svar, nps rating, nps value, net promoter score, likelihood to recommend, csat, csat score, csat svar, csat rating, customer satisfaction, satisfaction, tilfredshed, tilfredshet, kundetilfredshed, kundetilfredshet, stars, star rating, stjerner, antal stjerner, antall stjerner, review rating, review score',
      'score, rating, grade, points, karakter, vurdering, bedømmelse, bedømming, point, poeng, scoring, pointtal, poengsum',
      '*',
      'answer, value, mark, result, response, svar, resultat, værdi, verdi',
    ),
  },
  spend: {
    amount: tiers('amount, spend amount, spent, beløb, beløp', '*', 'budget', 'price, pris'),
    source: tiers(
      'source, kilde, acquisition source',
      '*',
      'campaign, kampagne, kampanje',
      'platform, medium, site, via, plattform, sted, system',
    ),
  },
};

/** Whether a header says of what stands in the rows that it has a number, and not of what: it may be a customer's. */
export function isPlainNumber(foldedName: string): boolean {
  return plain.has(foldedName);
}

/** A header that lost what it says to a better one may still say something else: beside a customer's number, `Kunde` is a name. */
export const secondMeanings: Readonly<Partial<Record<ImportKind, Readonly<Record<string, string>>>>> = {
  customers: { customer: 'name' },
};

/** Whether a header that means a customer is a word for one and no number. */
export function isWordForCustomer(foldedName: string): boolean {
  return words.has(foldedName);
}

const plain = foldedNames(plainNumbers);
const words = foldedNames(wordsForCustomers);

function tiers(...lists: readonly string[]): ReadonlySet<string>[] {
  return lists.map((list) => (list === '*' ? new Set(['*']) : foldedNames(list)));
}
