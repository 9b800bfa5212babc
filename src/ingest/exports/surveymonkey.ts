import type { KnownExport } from './known-export.ts';

const responses: KnownExport = {
  system: 'SurveyMonkey',
  kind: 'feedback',
  signature: ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'],
  columns: { response_id: 'Respondent ID', email: 'Email Address', date: 'End Date' },
  hasSecondHeader: true,
  source: null,
};

export const surveymonkey = [responses];
