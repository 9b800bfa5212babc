import type { Contact } from '../facts/campaign.ts';
import type { Day } from '../time/period.ts';
import { addTally, type CountSheet } from './count-sheet.ts';

/** The kept counts of campaigns: customers contacted, of those delivered to, of those responded. By day of contact. */
export const campaignFigure = 'campaign';

/**
 * What one contact contributes to the kept counts: under its campaign and variant, and under all campaigns together.
 *
 * @param sign 1 to add the contribution, -1 to take it away
 */
export function tallyContact(campaignId: number, contact: Contact, sign: 1 | -1, sheet: CountSheet): void {
  const delivered = contact.delivered ? sign : 0;
  const responded = contact.responded ? sign : 0;
  for (const segment of ['', campaignSegment(campaignId, contact.variant)]) {
    addTally(sheet.tallies(campaignFigure, segment), contact.contactedDay, sign, delivered, responded);
  }
}

/** Contacts of one campaign and variant on one day, and of them those delivered and answered. */
export interface ContactSum {
  readonly campaignId: number;
  readonly variant: string;
  readonly day: Day;
  readonly contacted: number;
  readonly delivered: number;
  readonly responded: number;
}

/** The same for many contacts at once, when everything is counted anew. */
export function tallyContactSum(sum: ContactSum, sheet: CountSheet): void {
  for (const segment of ['', campaignSegment(sum.campaignId, sum.variant)]) {
    addTally(sheet.tallies(campaignFigure, segment), sum.day, sum.contacted, sum.delivered, sum.responded);
  }
}

/** The segment of kept counts that holds a campaign's variant. */
function campaignSegment(campaignId: number, variant: string): string {
  return `${campaignId}:${variant}`;
}

/** The campaign and variant of a segment. */
export function campaignOfSegment(segment: string): { readonly campaignId: number; readonly variant: string } {
  const colon = segment.indexOf(':');
  return { campaignId: Number(segment.slice(0, colon)), variant: segment.slice(colon + 1) };
}
