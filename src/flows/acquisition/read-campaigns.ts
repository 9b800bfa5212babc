import type { CampaignFacts } from '../../facts/reply.ts';
import { foldSpelling } from '../../loyalty/facts/segments.ts';
import { campaignReport } from '../../loyalty/figures/campaign-response.ts';
import type { Day } from '../../loyalty/time/period.ts';
import type { WorkspaceStore } from '../../store/store.ts';

/** Every campaign that contacted anybody before a day, the newest first, with its response rates. */
export async function readCampaigns(store: WorkspaceStore, asOf: Day): Promise<CampaignFacts[]> {
  const [campaigns, counts] = await Promise.all([store.campaigns.list(), store.campaigns.countsBefore(asOf)]);
  return campaigns.flatMap((campaign) => {
    const variants = counts.get(campaign.id);
    return variants ? [{ ...campaign, ...campaignReport(variants) }] : [];
  });
}

/** Those that answer to what was typed: one of that very name, else all that hold it. */
export function campaignsNamed<Campaign extends { readonly name: string }>(
  campaigns: readonly Campaign[],
  typed: string,
): readonly Campaign[] {
  const folded = foldSpelling(typed);
  const exact = campaigns.filter(({ name }) => foldSpelling(name) === folded);
  return exact.length > 0 ? exact : campaigns.filter(({ name }) => foldSpelling(name).includes(folded));
}
