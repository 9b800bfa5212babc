import { worthOfAPoint, yearlyChurnOf } from '../../../loyalty/figures/clv.ts';
import type { FigureReport } from '../../../loyalty/figures/report.ts';
import { defineText, type Locale } from '../../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../../text/number.ts';
import { averageAmountWords } from '../score-words.ts';
import { baseCount } from './base-words.ts';
import { cac } from './cac.ts';
import type { ToldFigure } from './told-figure.ts';

const words = defineText({
  en: {
    name: 'lifetime value (CLV)',
    theName: 'the lifetime value (CLV)',
    button: 'Customer value',
    base: { one: 'active customer', many: 'active customers', none: 'no active customers' },
    churn: (share: string, lost: string, before: string) =>
      `Yearly churn ${share}: ${lost} of the ${before} who were active a year before`,
    worth: (amount: string) =>
      `Keeping one percentage point more of the active customers would be worth ${amount} a year`,
    simple: (cost: string, won: string, left: string) =>
      `Less what it cost to win a customer, ${cost} (${won}): ${left}`,
    noCost: 'What it costs to win a customer is not known, so it is not taken off',
    missing: {
      churn: {
        value: 'unknown (no churn yet)',
        why: 'Nobody was active a year before, so how long customers stay is not known. Enter years for them, or wait.',
      },
      losses: {
        value: 'unknown (no losses)',
        why: 'Nobody was lost in a year, so how long customers stay can’t be told. Enter years for them.',
      },
    },
    expected: 'Expected over the whole relationship, if customers go on buying and leaving as in the last year.',
    help: {
      usage: '/loyalty clv',
      line: 'What customers are worth, and a point of retention; with a name, one customer',
    },
    definition: {
      title: 'Customer lifetime value (CLV)',
      meaning: 'What is a customer worth over the whole relationship?',
      formula:
        'Average order × orders a year × years. Years as entered for the customer, else 1 ÷ yearly churn. Simple: yearly revenue × years − acquisition cost. With recommendations: + value of those won − value of those lost − rewards.',
      base: 'Customers active at the end of the period, and their orders in the 365 days before it. By rung: the rung on which they stand then; for churn, the one on which they stood 365 days earlier.',
      leftOut:
        'Cancelled orders. Without a rate for an amount’s currency the value is unknown; so it is without a known churn, unless years are entered.',
      example: '50 × 7 × 5 = 1,750. For 1,200 such customers, losing one percentage point less is worth 21,000 a year',
    },
  },
  da: {
    name: 'livstidsværdi (CLV)',
    theName: 'livstidsværdien (CLV)',
    button: 'Kundernes værdi',
    base: { one: 'aktiv kunde', many: 'aktive kunder', none: 'ingen aktive kunder' },
    churn: (share: string, lost: string, before: string) =>
      `Årlig kundeafgang ${share}: ${lost} af de ${before}, der var aktive et år før`,
    worth: (amount: string) =>
      `Beholdt I ét procentpoint flere af de aktive kunder, ville det være ${amount} værd om året`,
    simple: (cost: string, won: string, left: string) => `Minus det, en ny kunde har kostet, ${cost} (${won}): ${left}`,
    noCost: 'Hvad det koster at få en ny kunde, vides ikke, så det er ikke trukket fra',
    missing: {
      churn: {
        value: 'ukendt (afgangen kendes ikke endnu)',
        why: 'Ingen var aktive et år før, så det vides ikke, hvor længe kunder bliver. Indtast år for dem, eller vent.',
      },
      losses: {
        value: 'ukendt (ingen er faldet fra)',
        why: 'Ingen er faldet fra på et år, så det kan ikke siges, hvor længe kunder bliver. Indtast år for dem.',
      },
    },
    expected: 'Forventet i hele kundeforholdet, hvis kunderne køber og falder fra som det seneste år.',
    help: {
      usage: '/loyalty værdi',
      line: 'Hvad kunderne er værd, og hvad et procentpoint færre tabte er værd; med et navn: én kunde',
    },
    definition: {
      title: 'Livstidsværdi (CLV)',
      meaning: 'Hvad er en kunde værd i hele kundeforholdet?',
      formula:
        'Gennemsnitlig ordre × ordrer om året × år. År som indtastet for kunden, ellers 1 ÷ årlig kundeafgang. Enkel: årlig omsætning × år − prisen for at vinde kunden. Med anbefalinger: + værdien af de vundne − værdien af de tabte − belønninger.',
      base: 'Kunder, der er aktive ved periodens slutning, og deres ordrer i de 365 dage før. Pr. trin: det trin, de står på ved slutningen; for kundeafgangen det, de stod på 365 dage tidligere.',
      leftOut:
        'Annullerede ordrer. Mangler kursen for et beløbs valuta, er værdien ukendt; det er den også uden kendt afgang, medmindre der er indtastet år.',
      example: '50 × 7 × 5 = 1.750. For 1.200 sådanne kunder er ét procentpoint færre tabte 21.000 værd om året',
    },
  },
  nb: {
    name: 'livstidsverdi (CLV)',
    theName: 'livstidsverdien (CLV)',
    button: 'Kundenes verdi',
    base: { one: 'aktiv kunde', many: 'aktive kunder', none: 'ingen aktive kunder' },
    churn: (share: string, lost: string, before: string) =>
      `Årlig kundefrafall ${share}: ${lost} av de ${before} som var aktive et år før`,
    worth: (amount: string) =>
      `Beholdt dere ett prosentpoeng flere av de aktive kundene, ville det være verdt ${amount} i året`,
    simple: (cost: string, won: string, left: string) => `Minus det en ny kunde har kostet, ${cost} (${won}): ${left}`,
    noCost: 'Hva det koster å få en ny kunde, er ikke kjent, så det er ikke trukket fra',
    missing: {
      churn: {
        value: 'ukjent (frafallet er ikke kjent ennå)',
        why: 'Ingen var aktive et år før, så det er ikke kjent hvor lenge kunder blir. Legg inn år for dem, eller vent.',
      },
      losses: {
        value: 'ukjent (ingen har falt fra)',
        why: 'Ingen har falt fra på et år, så det kan ikke sies hvor lenge kunder blir. Legg inn år for dem.',
      },
    },
    expected: 'Forventet gjennom hele kundeforholdet, hvis kundene handler og faller fra som det siste året.',
    help: {
      usage: '/loyalty verdi',
      line: 'Hva kundene er verdt, og hva ett prosentpoeng færre tapte er verdt; med et navn: én kunde',
    },
    definition: {
      title: 'Livstidsverdi (CLV)',
      meaning: 'Hva er en kunde verdt gjennom hele kundeforholdet?',
      formula:
        'Gjennomsnittlig ordre × ordrer i året × år. År som lagt inn for kunden, ellers 1 ÷ årlig kundefrafall. Enkel: årlig omsetning × år − prisen for å vinne kunden. Med anbefalinger: + verdien av dem som er vunnet − verdien av dem som er tapt − belønninger.',
      base: 'Kunder som er aktive ved slutten av perioden, og ordrene deres i de 365 dagene før. Per trinn: trinnet de står på ved slutten; for kundefrafallet det de sto på 365 dager tidligere.',
      leftOut:
        'Kansellerte ordrer. Mangler kursen for valutaen til et beløp, er verdien ukjent; det er den også uten kjent frafall, med mindre det er lagt inn år.',
      example: '50 × 7 × 5 = 1 750. For 1 200 slike kunder er ett prosentpoeng færre tapte verdt 21 000 i året',
    },
  },
});

/** Customer lifetime value, of all active customers on average. */
export const clv: ToldFigure = {
  words,
  base: (locale) => words(locale).base,
  command: ['value', 'værdi', 'verdi', 'livstidsværdi', 'livstidsverdi', 'kundeværdi', 'kundeverdi'],
  note: (locale, { value }) => (value === null ? null : words(locale).expected),
  parts(locale, report, cost) {
    const { revenueMinor = 0, revenueTimesYears = 0, active = 0, activeBefore = 0, lost = 0 } = report.counts;
    const churn = yearlyChurnOf({ activeBefore, lost });
    const worth = worthOfAPoint({ revenueMinor, revenueTimesYears, active, activeBefore, lost });
    const [some, all] = [formatNumber(locale, lost), formatNumber(locale, activeBefore)];
    const text = words(locale);
    return [
      ...(churn === null ? [] : [text.churn(formatPercent(locale, churn), some, all)]),
      ...(worth === null ? [] : [text.worth(averageAmountWords(locale, worth, report.currency ?? ''))]),
      ...(cost ? [costLine(locale, report, cost)] : []),
    ];
  },
};

/** The value after what a customer cost to win. */
function costLine(locale: Locale, { value, currency = '' }: FigureReport, cost: FigureReport): string {
  const text = words(locale);
  if (value === null || cost.value === null) return text.noCost;
  return text.simple(
    averageAmountWords(locale, cost.value, currency),
    baseCount(locale, cac.base(locale), cost.base),
    averageAmountWords(locale, value - cost.value, currency),
  );
}
