import type { FigureReport } from '../../../loyalty/figures/report.ts';
import { defineText, type Locale } from '../../../text/define-text.ts';
import { partLine } from './part-line.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'retention rate',
    theName: 'the retention rate',
    base: {
      one: 'active customer at the start',
      many: 'active customers at the start',
      none: 'nobody active at the start',
    },
    stayed: { one: 'still active', many: 'still active' },
    lost: 'lost',
    help: { usage: '/loyalty retention 365', line: 'How many active customers stayed active' },
    definition: {
      title: 'Retention rate',
      meaning:
        'How many active customers stay active? Active means an order within the ladder’s active window, 365 days unless set otherwise.',
      formula: 'Customers active at the start who still are at the end ÷ customers active at the start.',
      base: 'Customers who were active when the period began. By rung: the rung on which they stood then.',
      leftOut: 'Newcomers: they are in neither part. With nobody active at the start there is no rate.',
      example: '120 active at the start, 90 of them at the end: 75%',
    },
  },
  da: {
    name: 'fastholdelse',
    theName: 'fastholdelsen',
    base: { one: 'aktiv kunde ved starten', many: 'aktive kunder ved starten', none: 'ingen aktive ved starten' },
    stayed: { one: 'stadig aktiv', many: 'stadig aktive' },
    lost: 'faldet fra',
    help: { usage: '/loyalty fastholdelse 365', line: 'Hvor mange aktive kunder der blev ved med at være aktive' },
    definition: {
      title: 'Fastholdelse',
      meaning:
        'Hvor mange aktive kunder forbliver aktive? Aktiv er den, der har bestilt inden for stigens aktive vindue, 365 dage medmindre andet er valgt.',
      formula:
        'Kunder, der var aktive ved starten og stadig er det ved slutningen ÷ kunder, der var aktive ved starten.',
      base: 'Kunder, der var aktive, da perioden begyndte. Pr. trin: det trin, de stod på dengang.',
      leftOut: 'Nye kunder: De indgår i ingen af delene. Var ingen aktive ved starten, er der intet tal.',
      example: '120 aktive ved starten, 90 af dem ved slutningen: 75 %',
    },
  },
  nb: {
    name: 'kundebevaring',
    theName: 'kundebevaringen',
    base: { one: 'aktiv kunde ved start', many: 'aktive kunder ved start', none: 'ingen aktive ved start' },
    stayed: { one: 'fortsatt aktiv', many: 'fortsatt aktive' },
    lost: 'har falt fra',
    help: { usage: '/loyalty kundebevaring 365', line: 'Hvor mange aktive kunder som fortsatte å være aktive' },
    definition: {
      title: 'Kundebevaring',
      meaning:
        'Hvor mange aktive kunder forblir aktive? Aktiv er den som har bestilt innenfor stigens aktive vindu, 365 dager om ikke annet er valgt.',
      formula: 'Kunder som var aktive ved start og fortsatt er det ved slutt ÷ kunder som var aktive ved start.',
      base: 'Kunder som var aktive da perioden begynte. Per trinn: trinnet de sto på da.',
      leftOut: 'Nye kunder: De inngår ikke i noen av delene. Var ingen aktive ved start, finnes det ikke noe tall.',
      example: '120 aktive ved start, 90 av dem ved slutt: 75 %',
    },
  },
});

export const retention: ToldFigure = {
  words,
  base: (locale) => words(locale).base,
  command: ['fastholdelse', 'kundebevaring', 'bevaring'],
  parts: stayLines,
};

/** Who stayed and who was lost of those active at the start. */
export function stayLines(locale: Locale, { counts, base }: FigureReport): string[] {
  const { active = 0, lost = 0 } = counts;
  const text = words(locale);
  return [partLine(locale, active - lost, base, text.stayed), partLine(locale, lost, base, text.lost)];
}
