import { type Factors, worthOf } from '../../loyalty/facts/worth.ts';
import type { RungChange } from '../../loyalty/ladder/rung-rules.ts';
import type { Standing } from '../../loyalty/ladder/standing.ts';

/**
 * A kept standing as one text. To verify a million of them, the text that the database gives is compared with the text that a
 * standing should have; only of one that differs are the parts taken apart.
 */
const parts: Readonly<
  Record<string, readonly [column: string, text: (standing: Standing, factors: Factors) => string]>
> = {
  knownDay: ['s.known_day', (s) => String(s.knownDay)],
  orderDays: ['s.order_days', (s) => `{${s.orderDays.join()}}`],
  orderCount: ['s.order_count', (s) => String(s.orderCount)],
  revenue: ['s.revenue', (s) => revenueText(s.revenue)],
  worthMinor: ['s.worth_minor', (s, factors) => String(worthOf(s.revenue, factors))],
  npsDays: ['s.nps_days', (s) => `{${s.npsDays.join()}}`],
  npsScores: ['s.nps_scores', (s) => `{${s.npsScores.join()}}`],
  npsSources: [listed('s.nps_sources'), (s) => s.npsSources.join(itemEnd)],
  npsRespondents: ['s.nps_respondents', (s) => `{${s.npsRespondents.join()}}`],
  csatDays: ['s.csat_days', (s) => `{${s.csatDays.join()}}`],
  csatScores: ['s.csat_scores', (s) => `{${s.csatScores.join()}}`],
  csatSources: [listed('s.csat_sources'), (s) => s.csatSources.join(itemEnd)],
  cliDays: ['s.cli_days', (s) => `{${s.cliDays.join()}}`],
  cliSums: ['s.cli_sums', (s) => `{${s.cliSums.join()}}`],
  cliSources: [listed('s.cli_sources'), (s) => s.cliSources.join(itemEnd)],
  country: ['s.country', (s) => s.country ?? ''],
  source: ['s.source', (s) => s.source ?? ''],
  tags: [listed('s.tags'), (s) => s.tags.join(itemEnd)],
  relationshipYears: ['s.relationship_years', (s) => String(s.relationshipYears ?? '')],
  wonDay: ['s.won_day', (s) => String(s.wonDay ?? '')],
  advocateDay: ['s.advocate_day', (s) => String(s.advocateDay ?? '')],
  segmentsUntil: ['s.segments_until', (s) => String(s.segmentsUntil ?? '')],
  changes: ['s.changes', (s) => changesText(s.changes)],
};

const partEnd = '\u001f';
const itemEnd = '\u001e';
const texts = Object.values(parts).map(([, text]) => text);

/** The text of a row of standings called s, in SQL. */
export const keptStandingText = `concat(${Object.values(parts)
  .map(([column]) => column)
  .join(`, E'\\x1f', `)})`;

/** The text that a standing should have. */
export function standingText(standing: Standing, factors: Factors): string {
  let text = '';
  for (const [i, of] of texts.entries()) text += (i === 0 ? '' : partEnd) + of(standing, factors);
  return text;
}

/** What differs between two texts, by the names of a standing's parts. */
export function differingParts(kept: string, counted: string): { part: string; kept: string; counted: string }[] {
  const [a, b] = [kept.split(partEnd), counted.split(partEnd)];
  return Object.keys(parts).flatMap((part, i) => {
    const [ofKept = '', ofCounted = ''] = [a[i], b[i]];
    return ofKept === ofCounted ? [] : [{ part, kept: told(ofKept), counted: told(ofCounted) }];
  });
}

/** Changes of rung as rows of their own have them: "day from>to reason", in order. */
export function rungChangesText(changes: readonly RungChange[]): string {
  let text = '';
  for (const { day, from, rung, reason } of changes) text += `${text && ','}${day} ${from ?? ''}>${rung} ${reason}`;
  return text;
}

export const keptRungChangeText = `concat(day - DATE '1970-01-01', ' ', from_rung, '>', to_rung, ' ', reason)`;

function listed(column: string): string {
  return `array_to_string(${column}, E'\\x1e')`;
}

/** As jsonb is written: keys in order, all three letters long. */
function revenueText(revenue: Standing['revenue']): string {
  const currencies = Object.keys(revenue);
  if (currencies.length > 1) currencies.sort();
  return `{${currencies.map((currency) => `"${currency}": ${revenue[currency]}`).join(', ')}}`;
}

function changesText(changes: readonly RungChange[]): string {
  let text = '';
  for (const { day, rung, reason } of changes) text += `${text && ', '}[${day}, "${rung}", "${reason}"]`;
  return `[${text}]`;
}

function told(text: string): string {
  return text.replaceAll(itemEnd, ', ');
}
