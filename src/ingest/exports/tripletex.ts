import type { KnownExport } from './known-export.ts';

/** Customers and suppliers in one list: a row without a customer number is a supplier, and is refused. */
const common = { system: 'Tripletex', kind: 'customers' } as const;
const source =
  'https://hjelp.tripletex.no/hc/no/articles/11556197494289-Kunde-og-leverand%C3%B8rimport-Beskrivelse-av-filformat';

const norwegian: KnownExport = {
  ...common,
  signature: ['Kundenummer', 'Leverandørnummer', 'Navn', 'Organisasjonsnummer'],
  columns: { customer: 'Kundenummer', name: 'Navn', email: 'Epost', country: 'Postadresse - land' },
  source,
};

const english: KnownExport = {
  ...common,
  signature: ['Customer number', 'Supplier number', 'Name', 'Organization number'],
  columns: {
    customer: 'Customer number',
    name: 'Name',
    email: ['Email', 'Email address'],
    country: 'Postal address - country',
  },
  source,
};

export const tripletex = [norwegian, english];
