import type { KnownExport } from './known-export.ts';

/** Profiles of a list or segment, known by their e-mail address. */
const profiles: KnownExport = {
  system: 'Klaviyo',
  kind: 'customers',
  signature: ['Email', 'First Name', 'Last Name', 'Email Marketing Consent'],
  columns: {
    customer: 'Email',
    first_name: 'First Name',
    last_name: 'Last Name',
    country: 'Country',
    since: ['Profile Created On', 'Date Added'],
    source: 'Source',
  },
  source: null,
};

export const klaviyo = [profiles];
