import { yearlyChurn } from '../../../loyalty/figures/churn.ts';
import { defineText } from '../../../text/define-text.ts';
import { formatPercent } from '../../../text/number.ts';
import { retention, stayLines } from './retention.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'churn rate',
    theName: 'the churn rate',
    who: 'Who has lapsed?',
    yearly: (share: string) => `If it goes on like this, ${share} in a year.`,
    help: { usage: '/loyalty churn quarter', line: 'How many active customers were lost' },
    definition: {
      title: 'Churn rate',
      meaning: 'How many active customers are lost?',
      formula: '1 − retention rate: customers lost ÷ customers active at the start.',
      base: 'Customers who were active when the period began. By rung: the rung on which they stood then.',
      leftOut: 'Newcomers. A month’s churn is not multiplied by twelve: 5% a month is 45.96% a year.',
      example: '120 active at the start, 30 of them lost: 25%',
    },
  },
  da: {
    name: 'kundeafgang',
    theName: 'kundeafgangen',
    who: 'Hvem er faldet fra?',
    yearly: (share: string) => `Går det sådan videre, er det ${share} på et år.`,
    help: { usage: '/loyalty kundeafgang kvartal', line: 'Hvor mange aktive kunder der er faldet fra' },
    definition: {
      title: 'Kundeafgang',
      meaning: 'Hvor mange aktive kunder falder fra?',
      formula: '1 − fastholdelse: kunder, der er faldet fra ÷ kunder, der var aktive ved starten.',
      base: 'Kunder, der var aktive, da perioden begyndte. Pr. trin: det trin, de stod på dengang.',
      leftOut: 'Nye kunder. En måneds afgang ganges ikke med tolv: 5 % om måneden er 45,96 % om året.',
      example: '120 aktive ved starten, 30 af dem faldet fra: 25 %',
    },
  },
  nb: {
    name: 'kundefrafall',
    theName: 'kundefrafallet',
    who: 'Hvem har falt fra?',
    yearly: (share: string) => `Fortsetter det slik, blir det ${share} på et år.`,
    help: { usage: '/loyalty kundefrafall kvartal', line: 'Hvor mange aktive kunder som har falt fra' },
    definition: {
      title: 'Kundefrafall',
      meaning: 'Hvor mange aktive kunder faller fra?',
      formula: '1 − kundebevaring: kunder som har falt fra ÷ kunder som var aktive ved start.',
      base: 'Kunder som var aktive da perioden begynte. Per trinn: trinnet de sto på da.',
      leftOut: 'Nye kunder. En måneds frafall ganges ikke med tolv: 5 % i måneden er 45,96 % i året.',
      example: '120 aktive ved start, 30 av dem har falt fra: 25 %',
    },
  },
});

/** Churn rate: what retention leaves. */
export const churn: ToldFigure = {
  words,
  base: retention.base,
  command: ['afgang', 'kundeafgang', 'frafald', 'frafall', 'kundefrafall'],
  list: { words: 'customers lapsed', ofPeriod: false },
  parts: (locale, report) => stayLines(locale, report).toReversed(),
  note(locale, { value, window }) {
    const days = window.to - window.from;
    if (value === null || days >= 360) return null;
    return words(locale).yearly(formatPercent(locale, yearlyChurn(value, 365 / days)));
  },
};
