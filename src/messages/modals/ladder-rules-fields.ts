import type { KnownBlock } from '@slack/types';
import type { LadderRules } from '../../loyalty/ladder/rung-rules.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { divider } from '../kit/blocks.ts';
import { type Filled, field } from './form.ts';
import { type StateValues, typedIn } from './state.ts';

const words = defineText({
  en: {
    activeWindowDays: 'Days a customer counts as active',
    activeWindowHint: 'Counted from the newest order. After that a repeat customer falls back a rung.',
    repeatOrderDays: 'Days with an order that make a repeat customer',
    ambassadorNps: 'Lowest NPS answer of an ambassador',
    reviewStars: 'Stars a public review needs to count as a recommendation',
    reviewHint: 'After a change, every customer’s rung is computed again, for past days too.',
    outside: (least: number, most: number) => `Write a whole number from ${least} to ${most}.`,
  },
  da: {
    activeWindowDays: 'Antal dage, en kunde regnes for aktiv',
    activeWindowHint: 'Regnet fra den nyeste ordre. Derefter falder en tilbagevendende kunde et trin ned.',
    repeatOrderDays: 'Antal dage med ordrer, før en kunde er tilbagevendende',
    ambassadorNps: 'Laveste NPS-svar for en ambassadør',
    reviewStars: 'Stjerner, der skal til, før en offentlig anmeldelse tæller som en anbefaling',
    reviewHint: 'Efter en ændring beregnes alle kunders trin igen, også for tidligere dage.',
    outside: (least: number, most: number) => `Skriv et helt tal fra ${least} til ${most}.`,
  },
  nb: {
    activeWindowDays: 'Antall dager en kunde regnes som aktiv',
    activeWindowHint: 'Regnet fra den nyeste ordren. Deretter faller en tilbakevendende kunde et trinn ned.',
    repeatOrderDays: 'Antall dager med ordrer før en kunde er tilbakevendende',
    ambassadorNps: 'Laveste NPS-svar for en ambassadør',
    reviewStars: 'Stjerner som skal til før en offentlig omtale teller som en anbefaling',
    reviewHint: 'Etter en endring beregnes alle kunders trinn på nytt, også for tidligere dager.',
    outside: (least: number, most: number) => `Skriv et helt tall fra ${least} til ${most}.`,
  },
});

/** The rules of the ladder, each with what it may be. */
const ranges = {
  activeWindowDays: [7, 3650],
  repeatOrderDays: [2, 50],
  ambassadorNps: [0, 10],
  reviewStars: [1, 5],
} as const satisfies Record<keyof LadderRules, readonly [number, number]>;

const names = Object.keys(ranges) as (keyof LadderRules)[];

export function ladderRuleFields(rules: LadderRules, locale: Locale): KnownBlock[] {
  const text = words(locale);
  const hints: Partial<Record<keyof LadderRules, string>> = {
    activeWindowDays: text.activeWindowHint,
    reviewStars: text.reviewHint,
  };
  return [
    divider(),
    ...names.map((name) => {
      const hint = hints[name];
      const [least, most] = ranges[name];
      return field(
        name,
        text[name],
        {
          type: 'number_input',
          is_decimal_allowed: false,
          action_id: `settings.${name}`,
          initial_value: String(rules[name]),
          min_value: String(least),
          max_value: String(most),
        },
        hint ? { hint } : {},
      );
    }),
  ];
}

export function readLadderRules(values: StateValues, locale: Locale): Filled<LadderRules> {
  const errors: Record<string, string> = {};
  const number = (name: keyof LadderRules): number => {
    const [least, most] = ranges[name];
    const typed = typedIn(values, name);
    const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(value >= least && value <= most)) errors[name] = words(locale).outside(least, most);
    return value;
  };
  const rules: LadderRules = {
    activeWindowDays: number('activeWindowDays'),
    repeatOrderDays: number('repeatOrderDays'),
    ambassadorNps: number('ambassadorNps'),
    reviewStars: number('reviewStars'),
  };
  return Object.keys(errors).length > 0 ? { kind: 'errors', errors } : { kind: 'filled', values: rules };
}
