/** Why a time was not taken, and what of it was not understood. The words are the caller's. */
export type WhenRefusal =
  | { readonly kind: 'refused'; readonly code: WhenRefusalCode; readonly typed: string }
  | { readonly kind: 'refused'; readonly code: 'cron-field'; readonly field: CronField; readonly typed: string };

export type WhenRefusalCode =
  | 'empty'
  /** A word or number that has no meaning here, "every other" and "last" among them. */
  | 'not-understood'
  /** A time of day without a day. */
  | 'no-day'
  | 'bad-time'
  | 'several-times'
  /** Not 1–31. */
  | 'bad-day-of-month'
  /** The 29th to 31st: there are months without. */
  | 'not-every-month'
  /** Weekdays and days of the month, or another pair that doesn't go together. */
  | 'days-mixed'
  | 'cron-fields'
  | 'cron-seconds'
  | 'cron-nickname'
  | 'never'
  /** More than once an hour. */
  | 'too-often';

export type CronField = 'minute' | 'hour' | 'day' | 'month' | 'weekday';
