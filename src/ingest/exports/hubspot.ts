import type { KnownExport } from './known-export.ts';

const contacts: KnownExport = {
  system: 'HubSpot',
  kind: 'customers',
  signature: ['Record ID', 'First Name', 'Last Name', 'Email'],
  columns: {
    customer: 'Record ID',
    first_name: 'First Name',
    last_name: 'Last Name',
    email: 'Email',
    country: 'Country/Region',
    since: 'Create Date',
    source: 'Original Source',
  },
  source: null,
};

export const hubspot = [contacts];
