import type { Clock } from '../../context.ts';
import { tallyContact } from '../../loyalty/counts/contacts.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { NewContact } from '../../loyalty/facts/campaign.ts';
import type { LadderRules } from '../../loyalty/ladder/ladder.ts';
import type { StoredContact } from '../../store/counts/campaigns.ts';
import type { WorkspaceStore } from '../../store/store.ts';
import { customerFinder } from '../customers/find-customers.ts';
import { type Concern, settleStandings } from '../upkeep/settle-standings.ts';
import type { NotTaken } from './impossible-row.ts';
import type { RecordCounts } from './record-orders.ts';

/** Takes the customers whom campaigns contacted into one transaction, batch by batch. */
export interface ContactRecorder {
  take(rows: readonly NewContact[]): Promise<NotTaken[]>;
  settle(): Promise<RecordCounts>;
}

/** A customer is in one variant of a campaign; what else is told of the contact later corrects it and the kept counts. */
export function contactRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  rules: LadderRules,
  makeCustomers: boolean,
): ContactRecorder {
  const finder = customerFinder(clock, tx, makeCustomers);
  const counts: RecordCounts = { imported: 0, updated: 0, unchanged: 0, customersMade: 0 };
  const sheet = countSheet();

  return {
    async take(rows) {
      const ids = await finder.find(rows.map(({ customer }) => customer));
      const known = rows.flatMap(({ customer }) => ids.get(customer) ?? []);
      const campaigns = await tx.campaigns.idsOf(
        rows.filter(({ customer }) => ids.has(customer)).map(({ campaign }) => campaign),
      );
      const stored = await tx.campaigns.contactsOf([...campaigns.values()], known);
      const contacts = new Map(stored.map((contact) => [keyOf(contact), contact]));
      const changed = new Map<string, StoredContact>();
      const notTaken: NotTaken[] = [];
      for (const [position, { campaign, customer, ...contact }] of rows.entries()) {
        const [campaignId, customerId] = [campaigns.get(campaign), ids.get(customer)];
        if (customerId === undefined || campaignId === undefined) {
          notTaken.push({ position, why: 'unknown-customer' });
          continue;
        }
        const next = { ...contact, campaignId, customerId };
        const before = contacts.get(keyOf(next));
        if (before && before.variant !== next.variant) {
          notTaken.push({ position, why: 'other-variant' });
          continue;
        }
        if (before && isSame(before, next)) {
          counts.unchanged += 1;
          continue;
        }
        if (before) {
          counts.updated += 1;
          tallyContact(campaignId, before, -1, sheet);
        } else {
          counts.imported += 1;
        }
        tallyContact(campaignId, next, 1, sheet);
        contacts.set(keyOf(next), next);
        changed.set(keyOf(next), next);
      }
      await tx.campaigns.upsert([...changed.values()]);
      return notTaken;
    },
    async settle() {
      const made = new Map<number, Concern>(finder.madeIds().map((id) => [id, 'read-anew']));
      await settleStandings(tx, rules, made, sheet);
      return { ...counts, customersMade: finder.madeIds().length };
    },
  };
}

function keyOf({ campaignId, customerId }: StoredContact): string {
  return `${campaignId} ${customerId}`;
}

function isSame(a: StoredContact, b: StoredContact): boolean {
  return (Object.keys(a) as (keyof StoredContact)[]).every((key) => a[key] === b[key]);
}
