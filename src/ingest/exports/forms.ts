import type { KnownExport } from './known-export.ts';

const microsoft: KnownExport = {
  system: 'Microsoft Forms',
  kind: 'feedback',
  signature: ['ID', 'Start time', 'Completion time', 'Email', 'Name'],
  columns: { response_id: 'ID', date: 'Completion time', email: 'Email' },
  source: null,
};

export const forms = [microsoft];
