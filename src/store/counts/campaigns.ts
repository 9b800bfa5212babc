import { type ContactSum, campaignFigure, campaignOfSegment } from '../../loyalty/counts/contacts.ts';
import type { Contact } from '../../loyalty/facts/campaign.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import type { VariantCounts } from '../../loyalty/figures/campaign-response.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray, textColumn } from '../database/arrays.ts';
import { epochDay, type Sql } from '../database/sql.ts';
import { keptCountsStore } from './kept-counts.ts';

export interface StoredCampaign {
  readonly id: number;
  readonly name: string;
}

/** A contact with whom and what it belongs to. */
export interface StoredContact extends Contact {
  readonly campaignId: number;
  readonly customerId: number;
}

export function campaignsStore(sql: Sql, workspaceId: number) {
  return {
    /** All campaigns, the newest first. */
    async list(): Promise<StoredCampaign[]> {
      return sql.rows<StoredCampaign & Record<string, unknown>>(
        `SELECT id, name FROM campaigns WHERE workspace_id = $1 ORDER BY id DESC`,
        [workspaceId],
      );
    },

    /** The ids of campaigns by their names as typed; those that are not known are made. */
    async idsOf(names: readonly string[]): Promise<Map<string, number>> {
      const distinct = [...new Set(names)];
      const folded = distinct.map(foldSpelling);
      const rows = await sql.rows<{ id: number; folded: string }>(
        `WITH made AS (
           INSERT INTO campaigns (workspace_id, name, folded)
           SELECT $1, name, folded FROM (
             SELECT DISTINCT ON (folded) name, folded, place FROM unnest(${textColumn(2)}, ${textColumn(3)})
               WITH ORDINALITY AS n(name, folded, place) ORDER BY folded, place
           ) AS first ORDER BY place
           ON CONFLICT DO NOTHING RETURNING id, folded
         ) SELECT id, folded FROM made
         UNION ALL SELECT id, folded FROM campaigns WHERE workspace_id = $1 AND folded = ANY(${textColumn(3)})`,
        [workspaceId, textArray(distinct), textArray(folded)],
      );
      const ids = new Map(rows.map((row) => [row.folded, row.id]));
      return new Map(distinct.flatMap((name, i) => [[name, ids.get(folded[i] ?? '') ?? 0] as const]));
    },

    /** The contacts of these customers in these campaigns. */
    async contactsOf(campaignIds: readonly number[], customerIds: readonly number[]): Promise<StoredContact[]> {
      return sql.rows<StoredContact & Record<string, unknown>>(
        `SELECT ${columns} FROM campaign_contacts
         WHERE workspace_id = $1 AND campaign_id = ANY($2::int[]) AND customer_id = ANY($3::int[])`,
        [workspaceId, numberArray(campaignIds), numberArray(customerIds)],
      );
    },

    /** Writes contacts, each customer of a campaign once, over those that are there. */
    async upsert(contacts: readonly StoredContact[]): Promise<void> {
      if (contacts.length === 0) return;
      await sql.run(
        `INSERT INTO campaign_contacts
           (workspace_id, campaign_id, customer_id, variant, contacted_day, delivered, responded, responded_day)
         SELECT $1, "campaignId", "customerId", variant, ${epochDay} + "contactedDay", delivered, responded,
           ${epochDay} + "respondedDay"
         FROM jsonb_to_recordset($2::jsonb) AS n("campaignId" int, "customerId" int, variant text, "contactedDay" int,
           delivered boolean, responded boolean, "respondedDay" int)
         ON CONFLICT (workspace_id, campaign_id, customer_id) DO UPDATE
         SET variant = excluded.variant, contacted_day = excluded.contacted_day, delivered = excluded.delivered,
             responded = excluded.responded, responded_day = excluded.responded_day`,
        [workspaceId, JSON.stringify(contacts)],
      );
    },

    /** Takes a campaign away. @returns its contacts, for the kept counts; null: there is no such campaign */
    async remove(campaignId: number): Promise<StoredContact[] | null> {
      const contacts = await sql.rows<StoredContact & Record<string, unknown>>(
        `DELETE FROM campaign_contacts WHERE workspace_id = $1 AND campaign_id = $2 RETURNING ${columns}`,
        [workspaceId, campaignId],
      );
      const gone = await sql.run(`DELETE FROM campaigns WHERE workspace_id = $1 AND id = $2`, [
        workspaceId,
        campaignId,
      ]);
      return gone === 1 ? contacts : null;
    },

    /** Contacts alike in one: of each campaign and variant, by the day of contact. */
    async contactSums(): Promise<ContactSum[]> {
      return sql.rows<ContactSum & Record<string, unknown>>(
        `SELECT campaign_id AS "campaignId", variant, contacted_day - ${epochDay} AS day, count(*)::int AS contacted,
           count(*) FILTER (WHERE delivered)::int AS delivered, count(*) FILTER (WHERE responded)::int AS responded
         FROM campaign_contacts WHERE workspace_id = $1 GROUP BY 1, 2, 3`,
        [workspaceId],
      );
    },

    /** Whom each variant of each campaign contacted before a day, delivered to and was answered by; from kept counts. */
    async countsBefore(asOf: Day): Promise<Map<number, VariantCounts[]>> {
      const campaigns = new Map<number, VariantCounts[]>();
      for (const row of await keptCountsStore(sql, workspaceId).tallies(campaignFigure, [asOf], 'all')) {
        const { campaignId, variant } = campaignOfSegment(row.segment);
        if (row.segment === '' || row.first === 0) continue;
        const counts = { variant, contacted: row.first, delivered: row.second, responded: row.third };
        const known = campaigns.get(campaignId);
        if (known) known.push(counts);
        else campaigns.set(campaignId, [counts]);
      }
      return campaigns;
    },
  };
}

const columns = `campaign_id AS "campaignId", customer_id AS "customerId", variant,
  contacted_day - ${epochDay} AS "contactedDay", delivered, responded, responded_day - ${epochDay} AS "respondedDay"`;
