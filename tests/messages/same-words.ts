/** Texts that are the same in English and in Danish or Norwegian, each looked at by a person. */
export const sameWords: readonly string[] = [
  // Names of figures.
  'Segment',
  'NPS',
  'Send',
  'CSAT',
  'Net Promoter Score (NPS)',
  // The same word in Danish, and some in Norwegian.
  'partner',
  'point',
  'feedback',
  'Feedback',
  'e-mail',
  'E-mail',
  'status',
  'Chance',
  'variant',
  'over',
  'under',
  'Platt',
  // What is typed.
  '/loyalty',
  '`segment:vip`',
  // Norwegian writes 9:00 as English does.
  ':',
];
