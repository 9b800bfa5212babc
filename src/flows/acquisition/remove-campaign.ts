import type { Context } from '../../context.ts';
import { tallyContact } from '../../loyalty/counts/contacts.ts';
import { countSheet } from '../../loyalty/counts/count-sheet.ts';

/** Takes a campaign and its contacts away, as after a wrong import. @returns whether it was there */
export async function removeCampaign(context: Context, campaignId: number, memberId: string): Promise<boolean> {
  return context.transaction(async (tx) => {
    const { ladderRules } = await tx.settings.hold();
    const contacts = await tx.campaigns.remove(campaignId);
    if (!contacts) return false;
    const sheet = countSheet();
    for (const contact of contacts) tallyContact(campaignId, contact, -1, sheet);
    await tx.keptCounts.add(sheet, ladderRules);
    await tx.audit.add(context.now(), memberId, 'campaign.removed', `campaign:${campaignId}`, {
      contacts: contacts.length,
    });
    return true;
  });
}
