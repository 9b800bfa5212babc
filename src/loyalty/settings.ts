import type { CustomerLink } from './customer-links.ts';
import { defaultLadderRules, type LadderRules } from './ladder/rung-rules.ts';

/** How customers are named in channels. */
export const nameStyles = ['full', 'initials', 'id'] as const;
export type NameStyle = (typeof nameStyles)[number];

/** The most that can be set. */
export const mostAlertsPerHour = 1000;

/** What a workspace has settled for itself. */
export interface Settings {
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly locale: 'en' | 'da' | 'nb';
  readonly nameStyle: NameStyle;
  readonly alertChannelId: string | null;
  /** So many alerts an hour get a card of their own; more of them share a message. */
  readonly alertsPerHour: number;
  readonly ladderRules: LadderRules;
  /** Where the company looks customers up. */
  readonly customerLinks: readonly CustomerLink[];
}

export const defaultSettings: Settings = {
  timeZone: 'Europe/Copenhagen',
  currency: 'DKK',
  locale: 'en',
  nameStyle: 'full',
  alertChannelId: null,
  alertsPerHour: 10,
  ladderRules: defaultLadderRules,
  customerLinks: [],
};

/** What a member may do: admins and customer ambassadors import, pin and change settings; guests see nothing. */
export const roles = ['admin', 'steward', 'member'] as const;
export type Role = (typeof roles)[number];
