import { z } from 'zod';
import { type FollowUpChoice, followUpChoices, nothingSaid, type SaidOfFile } from '../facts/import.ts';
import type { ReadPlan } from '../ingest/read-plan.ts';

/** What an import is to do, kept with it so that another process can go on with it. */
export interface ImportPlan {
  readonly plan: ReadPlan;
  readonly records: number;
  readonly followUps: FollowUpChoice;
  readonly makeCustomers: boolean;
  /** Its rows are others than those that are alike in another file. */
  readonly others: boolean;
}

const stored = z.object({
  plan: z
    .custom<ReadPlan>((value) => typeof value === 'object' && value !== null && 'dialect' in value)
    .transform(fromOlder),
  records: z.number(),
  followUps: z.enum(followUpChoices).default('recent'),
  makeCustomers: z.boolean().default(true),
  others: z.boolean().default(false),
});

/** @throws ZodError when what is stored is not a plan */
export function readImportPlan(options: unknown): ImportPlan {
  return stored.parse(options);
}

/** A plan that was made by an older version lacks what that did not know of. */
function fromOlder(plan: ReadPlan): ReadPlan {
  const whatItMayLack: SaidOfFile &
    Pick<ReadPlan, 'notes' | 'others' | 'spellings' | 'wholeNumbers' | 'numbered' | 'linesAbove'> = {
    ...nothingSaid,
    notes: [],
    others: null,
    spellings: { plain: false, alike: false },
    wholeNumbers: [],
    numbered: false,
    linesAbove: (plan.headerLine ?? 1) - 1,
  };
  return { ...whatItMayLack, ...plan, columns: { ...columnsMayLack, ...plan.columns } };
}

const columnsMayLack: Pick<ReadPlan['columns'], 'settled' | 'says' | 'known' | 'otherStatuses'> = {
  settled: [],
  says: {},
  known: null,
  otherStatuses: [],
};
