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

/** What an import came to, in rows. */
export interface ImportCounts {
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly customersMade: number;
  /** Follow-ups that were opened. */
  readonly followUps: number;
}
