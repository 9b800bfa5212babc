import type { NumberRange } from '../../loyalty/customer-query.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { VoicePlace, VoiceQuery } from '../../loyalty/voice-query.ts';
import type { Sql } from '../database/sql.ts';
import type { StoredAnswer } from './answers.ts';
import * as statements from './voices.sql.ts';

/** How many answers are gone through at once. */
export const voicesWalked = 20_000;

/** How many answers there are to what is asked. */
export interface VoiceCount {
  readonly found: number;
  /** Of how many: those of the same kind, period and parts, whatever they say. */
  readonly among: number;
  /** All were gone through: else there are at least so many. */
  readonly isAll: boolean;
}

/** Lists of answers, the newest first. */
export function voicesStore(sql: Sql, workspaceId: number) {
  return {
    /** A list to be gone through. @param before the day after the last one that counts */
    open(query: VoiceQuery, before: Day) {
      const way = query.kind === null ? 'any' : 'of-kind';
      const end = query.days?.to ?? before;
      const walk = (after: VoicePlace | null) =>
        [
          workspaceId,
          after?.day ?? end,
          after?.id ?? 0,
          query.days?.from ?? firstDay,
          voicesWalked,
          query.kind,
        ] as const;
      const filters = filtersOf(query, end);
      return {
        /** The next answers after a place, of one walk. */
        async page(after: VoicePlace | null, limit: number): Promise<StoredAnswer[]> {
          const rows = await sql.rows(statements.voicesInWalk[way], [...walk(after), ...filters, limit]);
          return rows.map((row) => ({ ...row, at: row.at?.getTime() ?? null }));
        },

        /** Where a walk from a place ends; null: it has gone through all. */
        async endOfWalk(after: VoicePlace | null): Promise<VoicePlace | null> {
          const [place] = await sql.rows(statements.endOfWalk[way], walk(after));
          return place ?? null;
        },

        /** How many the first walk finds. */
        async count(): Promise<VoiceCount> {
          const [row] = await sql.rows(statements.countInWalk[way], [...walk(null), ...filters]);
          const { found = 0, among = 0, walked = 0 } = row ?? {};
          return { found, among, isAll: walked < voicesWalked };
        },
      };
    },
  };
}

/** Before anybody said anything. */
const firstDay = -700_000;

function filtersOf(query: VoiceQuery, end: Day) {
  const { isVote, country, segment, source, rung, score, isNegative, hasWords } = query;
  return [isVote, end, country, segment, source, rung, ...ends(score), isNegative, hasWords] as const;
}

function ends(range: NumberRange | null): readonly [number | null, number | null] {
  return [range?.least ?? null, range?.most ?? null];
}
