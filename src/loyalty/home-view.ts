import type { Role } from './settings.ts';

/** What a Home shows at length: what waits to be done, or how the company stands. The other is one line. */
export const homeViews = ['follow-ups', 'figures'] as const;
export type HomeView = (typeof homeViews)[number];

/**
 * Which Home a member is shown: the one they chose; else who takes follow-ups sees those. That is a customer ambassador,
 * or who has ever claimed one and did not hand it back.
 */
export function decideHomeView(member: {
  readonly chosen: HomeView | null;
  readonly role: Role;
  readonly hasTaken: boolean;
}): HomeView {
  if (member.chosen !== null) return member.chosen;
  return member.role === 'steward' || member.hasTaken ? 'follow-ups' : 'figures';
}
