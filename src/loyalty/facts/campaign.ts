import type { Day } from '../time/period.ts';

/** A customer who was contacted in a campaign, as it came in. */
export interface NewContact extends Contact {
  readonly campaign: string;
  /** The customer's own number in the company's systems. */
  readonly customer: string;
  /** The customer's e-mail address, where the row says it. */
  readonly email?: string | null;
}

export interface Contact {
  /** Empty: the campaign has no variants. */
  readonly variant: string;
  readonly contactedDay: Day;
  readonly delivered: boolean;
  readonly responded: boolean;
  /** Null: no response, or its day is not known. */
  readonly respondedDay: Day | null;
}
