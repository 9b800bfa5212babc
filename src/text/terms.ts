import { defineText } from './define-text.ts';

/** The rungs of the ladder as people call them, one and many; lower case, for the middle of a sentence. */
export const rungTerms = defineText({
  en: {
    prospect: { one: 'prospect', many: 'prospects' },
    customer: { one: 'customer', many: 'customers' },
    repeat: { one: 'repeat customer', many: 'repeat customers' },
    ambassador: { one: 'ambassador', many: 'ambassadors' },
    partner: { one: 'partner', many: 'partners' },
  },
  da: {
    prospect: { one: 'potentiel kunde', many: 'potentielle kunder' },
    customer: { one: 'kunde', many: 'kunder' },
    repeat: { one: 'tilbagevendende kunde', many: 'tilbagevendende kunder' },
    ambassador: { one: 'ambassadør', many: 'ambassadører' },
    partner: { one: 'partner', many: 'partnere' },
  },
  nb: {
    prospect: { one: 'potensiell kunde', many: 'potensielle kunder' },
    customer: { one: 'kunde', many: 'kunder' },
    repeat: { one: 'tilbakevendende kunde', many: 'tilbakevendende kunder' },
    ambassador: { one: 'ambassadør', many: 'ambassadører' },
    partner: { one: 'partner', many: 'partnere' },
  },
});

/** Where the source of a fault was found. */
export const causeTerms = defineText({
  en: {
    product: 'product',
    delivery: 'delivery',
    service: 'service',
    price: 'price',
    billing: 'billing',
    communication: 'communication',
    other: 'something else',
  },
  da: {
    product: 'produkt',
    delivery: 'levering',
    service: 'betjening',
    price: 'pris',
    billing: 'fakturering',
    communication: 'kommunikation',
    other: 'noget andet',
  },
  nb: {
    product: 'produkt',
    delivery: 'levering',
    service: 'kundeservice',
    price: 'pris',
    billing: 'fakturering',
    communication: 'kommunikasjon',
    other: 'noe annet',
  },
});

/** What customers answer. */
export const answerKindTerms = defineText({
  en: { nps: 'NPS', csat: 'CSAT', cli: 'loyalty index', review: 'review', remark: 'remark' },
  da: { nps: 'NPS', csat: 'CSAT', cli: 'loyalitetsindeks', review: 'anmeldelse', remark: 'bemærkning' },
  nb: { nps: 'NPS', csat: 'CSAT', cli: 'lojalitetsindeks', review: 'omtale', remark: 'merknad' },
});

/** With a capital, for the start of a line. */
export function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
