/** What a file that is imported may hold. */
export const importKinds = [
  'customers',
  'orders',
  'feedback',
  'recommendations',
  'spend',
  'rates',
  'campaign',
] as const;
export type ImportKind = (typeof importKinds)[number];
