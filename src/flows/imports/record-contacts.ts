import type { Clock } from '../../context.ts';
import { tallyContact } from '../../loyalty/counts/contacts.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';
import type { NewContact } from '../../loyalty/facts/campaign.ts';
import type { StoredContact } from '../../store/counts/campaigns.ts';
import type { HeldRules, WorkspaceStore } from '../../store/store.ts';
import { type CustomerFinder, customerFinder } from '../customers/find-customers.ts';
import type { NotTaken } from './impossible-row.ts';
import { byKey, newsAmong, nothingRecorded, type Recorder, settleConcerns } from './recorder.ts';

/**
 * Takes the customers whom campaigns contacted. A customer is in one variant of a campaign; what else is told of the
 * contact later corrects it and the kept counts.
 */
export function contactRecorder(
  clock: Clock,
  tx: WorkspaceStore,
  rules: HeldRules,
  makeCustomers: boolean,
): Recorder<NewContact> {
  const finder = customerFinder(clock, tx, makeCustomers);
  const counts = { ...nothingRecorded };
  const sheet = countSheet();

  return {
    async take(rows) {
      const { placed, notTaken } = await place(tx, finder, rows);
      const stored = await tx.campaigns.contactsOf(
        [...new Set(placed.map(({ contact }) => contact.campaignId))],
        placed.map(({ contact }) => contact.customerId),
      );
      const known = byKey(stored, keyOf);
      const variants = new Map(stored.map((contact) => [keyOf(contact), contact.variant]));
      const contacts: StoredContact[] = [];
      for (const { contact, position } of placed) {
        const variant = variants.get(keyOf(contact)) ?? contact.variant;
        variants.set(keyOf(contact), variant);
        if (variant === contact.variant) contacts.push(contact);
        else notTaken.push({ position, why: 'other-variant' });
      }
      const news = newsAmong(contacts, known, counts, (contact, before) => {
        if (before) tallyContact(contact.campaignId, before, -1, sheet);
        tallyContact(contact.campaignId, contact, 1, sheet);
      });
      await tx.campaigns.upsert(news);
      return notTaken;
    },
    async settle() {
      const customersMade = await settleConcerns(tx, rules, { finder, concerns: new Map(), sheet });
      return { ...counts, customersMade };
    },
  };
}

async function place(tx: WorkspaceStore, finder: CustomerFinder, rows: readonly NewContact[]) {
  const ids = await finder.find(rows.map(({ customer }) => customer));
  const isKnown = ({ customer }: NewContact) => ids.has(customer);
  const campaigns = await tx.campaigns.idsOf(rows.filter(isKnown).map(({ campaign }) => campaign));
  const placed: { readonly contact: StoredContact; readonly position: number }[] = [];
  const notTaken: NotTaken[] = [];
  for (const [position, { campaign, customer, ...contact }] of rows.entries()) {
    const [campaignId, customerId] = [campaigns.get(campaign), ids.get(customer)];
    if (customerId === undefined || campaignId === undefined) notTaken.push({ position, why: 'unknown-customer' });
    else placed.push({ contact: { ...contact, campaignId, customerId }, position });
  }
  return { placed, notTaken };
}

function keyOf({ campaignId, customerId }: StoredContact): string {
  return `${campaignId} ${customerId}`;
}
