import type { KnownExport } from './known-export.ts';

const responses: KnownExport = {
  system: 'Typeform',
  kind: 'feedback',
  signature: ['#', 'Start Date (UTC)', 'Submit Date (UTC)', 'Network ID'],
  columns: { response_id: '#', date: 'Submit Date (UTC)' },
  source: null,
};

export const typeform = [responses];
