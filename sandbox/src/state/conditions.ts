import { z } from 'zod';
import { type Conditions, type RefusalRule, usualConditions } from '../conditions.ts';
import type { Collection } from './journal.ts';

export interface ConditionStore {
  of(workspace: string): Conditions;
  /** Changes what is named and leaves the rest. */
  change(workspace: string, change: Partial<Conditions>): Conditions;
}

/** How each workspace is, kept over a restart. */
export function openConditions(kept: Collection<Partial<Conditions>>): ConditionStore {
  const of = (workspace: string) => ({ ...usualConditions, ...kept.get(workspace) });
  return {
    of,
    change(workspace, change) {
      kept.put(workspace, { ...kept.get(workspace), ...change });
      return of(workspace);
    },
  };
}

const ids = z.array(z.string().min(1)).exactOptional();
const flag = z.boolean().exactOptional();

/** A change of conditions as it comes over the wire or on the command line; a name that is none is refused. */
export const conditionsChange: z.ZodType<Partial<Conditions>> = z.strictObject({
  charts: flag,
  dataTables: flag,
  canvases: z.enum(['paid', 'free', 'off']).exactOptional(),
  archived: ids,
  restricted: ids,
  withoutScopes: ids,
  rateLimited: flag,
  historyLimited: flag,
  answersRefusedWith: z.union([z.literal(200), z.literal(400)]).exactOptional(),
  connected: ids,
  enterprise: z.enum(['none', 'workspace-install', 'organisation-install']).exactOptional(),
  deactivated: ids,
  withoutLocale: ids,
});

/** The rules of what is refused, in the same two places. */
export const refusalRules: z.ZodType<readonly RefusalRule[]> = z.array(
  z.strictObject({
    method: z.string().min(1),
    channel: z.string().min(1).exactOptional(),
    error: z.string().min(1).exactOptional(),
    status: z.int().min(200).max(599).exactOptional(),
    retryAfterSeconds: z.int().min(0).exactOptional(),
    answerLost: flag,
    times: z.int().min(1).exactOptional(),
  }),
);
