import { type ContactSum, campaignFigure, campaignOfSegment } from '../../loyalty/counts/contacts.ts';
import type { Contact } from '../../loyalty/facts/campaign.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import type { VariantCounts } from '../../loyalty/figures/campaign-response.ts';
import type { Day } from '../../loyalty/time/period.ts';
import { numberArray, textArray } from '../database/arrays.ts';
import type { Sql } from '../database/sql.ts';
import {
  campaignIds,
  contactSums,
  contactsOf,
  contactsOfCustomers,
  removeContacts,
  upsertContacts,
} from './campaigns.sql.ts';
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
    list: (): Promise<StoredCampaign[]> =>
      sql.typed(({ campaign }) =>
        campaign.findMany({ where: { workspaceId }, orderBy: { id: 'desc' }, select: { id: true, name: true } }),
      ),

    /** The ids of campaigns by their names as typed; those that are not known are made. */
    async idsOf(names: readonly string[]): Promise<Map<string, number>> {
      const distinct = [...new Set(names)];
      const folded = distinct.map(foldSpelling);
      const rows = await sql.rows(campaignIds, [workspaceId, textArray(distinct), textArray(folded)]);
      const ids = new Map(rows.map((row) => [row.folded, row.id]));
      return new Map(distinct.flatMap((name, i) => [[name, ids.get(folded[i] ?? '') ?? 0] as const]));
    },

    /** The contacts of these customers in these campaigns. */
    contactsOf: (campaignIds: readonly number[], customerIds: readonly number[]): Promise<StoredContact[]> =>
      sql.rows(contactsOf, [workspaceId, numberArray(campaignIds), numberArray(customerIds)]),

    /** All contacts of customers. */
    contactsOfCustomers: (customerIds: readonly number[]): Promise<StoredContact[]> =>
      sql.rows(contactsOfCustomers, [workspaceId, numberArray(customerIds)]),

    /** Writes contacts, each customer of a campaign once, over those that are there. */
    async upsert(contacts: readonly StoredContact[]): Promise<void> {
      if (contacts.length > 0) await sql.run(upsertContacts, [workspaceId, JSON.stringify(contacts)]);
    },

    /** Takes a campaign away. @returns its contacts, for the kept counts; null: there is no such campaign */
    async remove(campaignId: number): Promise<StoredContact[] | null> {
      const contacts = await sql.rows(removeContacts, [workspaceId, campaignId]);
      const where = { workspaceId, id: campaignId };
      const { count } = await sql.typed(({ campaign }) => campaign.deleteMany({ where }));
      return count === 1 ? contacts : null;
    },

    /** Contacts alike in one: of each campaign and variant, by the day of contact. */
    contactSums: (): Promise<ContactSum[]> => sql.rows(contactSums, [workspaceId]),

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
