import type { Deps } from '../../deps.ts';
import { tallyContact } from '../../loyalty/counts/contacts.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';

/** Takes a campaign and its contacts away, as after a wrong import. @returns whether it was there */
export async function removeCampaign(
  deps: Deps,
  workspaceId: number,
  campaignId: number,
  memberId: string,
): Promise<boolean> {
  return deps.store.transaction(workspaceId, async (tx) => {
    const contacts = await tx.campaigns.remove(campaignId);
    if (!contacts) return false;
    const sheet = countSheet();
    for (const contact of contacts) tallyContact(campaignId, contact, -1, sheet);
    await tx.keptCounts.add(sheet);
    await tx.audit.add(deps.now(), memberId, 'campaign.removed', `campaign:${campaignId}`, {
      contacts: contacts.length,
    });
    return true;
  });
}
