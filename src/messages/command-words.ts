import { defineText } from '../text/define-text.ts';

/** The commands, in the order in which help shows them. */
export const commandNames = [
  'overview',
  'ladder',
  'nps',
  'csat',
  'repeat',
  'campaign',
  'customer',
  'followups',
  'feedback',
  'import',
  'spend',
  'rates',
  'digest',
  'settings',
  'help',
] as const;
export type CommandName = (typeof commandNames)[number];

/** The words that say a command, lower case, in any of the languages; the first is the English one. */
export const commandWords: Readonly<Record<CommandName, readonly string[]>> = {
  overview: ['overview', 'overblik', 'oversigt', 'oversikt'],
  ladder: ['ladder', 'stages', 'stage', 'rungs', 'stige', 'stigen', 'trin', 'trinn'],
  nps: ['nps'],
  csat: ['csat', 'satisfaction', 'tilfredshed', 'tilfredshet'],
  repeat: ['repeat', 'genkøb', 'genkøbsrate', 'gentagne', 'gjenkjøp', 'gjenkjøpsrate'],
  campaign: ['campaign', 'campaigns', 'kampagne', 'kampagner', 'kampanje', 'kampanjer'],
  customer: ['customer', 'kunde'],
  followups: [
    'followups',
    'followup',
    'follow-ups',
    'follow-up',
    'opfølgninger',
    'opfølgning',
    'oppfølginger',
    'oppfølging',
  ],
  feedback: ['feedback', 'tilbagemelding', 'tilbakemelding'],
  import: ['import', 'importer', 'importér', 'indlæs'],
  spend: ['spend', 'costs', 'udgifter', 'udgift', 'utgifter', 'utgift'],
  rates: ['rates', 'rate', 'currency', 'kurser', 'kurs', 'valuta', 'valutakurser'],
  digest: ['digest', 'opsummering', 'oppsummering'],
  settings: ['settings', 'indstillinger', 'innstillinger'],
  help: ['help', 'hjælp', 'hjelp', '?'],
};

/** What stands after a command's word, in any of the languages. */
const optionWords = {
  'by-rung': [
    'by rung',
    'by rungs',
    'by stage',
    'by stages',
    'pr trin',
    'pr. trin',
    'per trin',
    'efter trin',
    'per trinn',
    'etter trinn',
  ],
  mine: ['mine', 'my'],
  open: ['open', 'åbne', 'åben', 'åpne', 'åpen'],
  overdue: ['overdue', 'forfaldne', 'forfalden', 'forfalte', 'forfalt', 'sene'],
  add: ['add', 'tilføj', 'ny', 'nyt', 'legg til'],
  now: ['now', 'nu', 'nå'],
  settings: ['settings', 'indstillinger', 'innstillinger'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OptionName = keyof typeof optionWords;

/** Whether an option was typed, in any of the languages. */
export function hasOption(words: readonly string[], option: OptionName): boolean {
  return placeOf(words, option) !== null;
}

/** The words without those that say an option. */
export function withoutOption(words: readonly string[], option: OptionName): string[] {
  const place = placeOf(words, option);
  return place ? words.filter((_, i) => i < place.from || i >= place.to) : [...words];
}

function placeOf(words: readonly string[], option: OptionName): { readonly from: number; readonly to: number } | null {
  for (const phrase of optionWords[option]) {
    const parts = phrase.split(' ');
    const from = words.findIndex((_, i) => parts.every((part, n) => words[i + n]?.toLowerCase() === part));
    if (from >= 0) return { from, to: from + parts.length };
  }
  return null;
}

/** What to type and what comes of it. */
export const commandTexts = defineText({
  en: {
    overview: { usage: '/loyalty', line: 'Everything at a glance: the ladder, the figures, open follow-ups' },
    ladder: { usage: '/loyalty ladder', line: 'How many stand on each rung, and who moved up or down' },
    nps: {
      usage: '/loyalty nps 90 by rung',
      line: 'Net Promoter Score over 30, 90 or 365 days, or a month, quarter or year',
    },
    csat: { usage: '/loyalty csat last month', line: 'How many are satisfied' },
    repeat: { usage: '/loyalty repeat 365', line: 'How many of those who bought had bought before' },
    campaign: {
      usage: '/loyalty campaign',
      line: 'Who responded to a campaign, per variant, and whether one is better',
    },
    customer: { usage: '/loyalty customer Hansen', line: 'Find a customer by name, e-mail or number: rung and why' },
    followups: { usage: '/loyalty followups mine', line: 'Follow-ups: mine, open or overdue' },
    feedback: { usage: '/loyalty feedback add', line: 'Note what a customer said' },
    import: { usage: '/loyalty import', line: 'Bring in customers, orders, feedback and more from a file' },
    spend: { usage: '/loyalty spend', line: 'What winning customers cost' },
    rates: { usage: '/loyalty rates', line: 'Currency rates, so that amounts can be added up' },
    digest: { usage: '/loyalty digest now', line: 'Post a digest in this channel; “settings” says when it comes' },
    settings: { usage: '/loyalty settings', line: 'Your language, and what applies to the workspace' },
    help: { usage: '/loyalty help', line: 'This list' },
  },
  da: {
    overview: { usage: '/loyalty', line: 'Det hele i korte træk: stigen, tallene og de åbne opfølgninger' },
    ladder: { usage: '/loyalty stige', line: 'Hvor mange der står på hvert trin, og hvem der er rykket op eller ned' },
    nps: {
      usage: '/loyalty nps 90 pr. trin',
      line: 'Net Promoter Score over 30, 90 eller 365 dage, en måned, et kvartal eller et år',
    },
    csat: { usage: '/loyalty tilfredshed sidste måned', line: 'Hvor mange der er tilfredse (CSAT)' },
    repeat: { usage: '/loyalty genkøb 365', line: 'Hvor mange af køberne der havde købt før' },
    campaign: {
      usage: '/loyalty kampagne',
      line: 'Hvem der svarede på en kampagne, pr. variant, og om én er bedre',
    },
    customer: {
      usage: '/loyalty kunde Hansen',
      line: 'Find en kunde på navn, e-mail eller nummer: trin og begrundelse',
    },
    followups: { usage: '/loyalty opfølgninger mine', line: 'Opfølgninger: mine, åbne eller forfaldne' },
    feedback: { usage: '/loyalty feedback tilføj', line: 'Skriv ned, hvad en kunde har sagt' },
    import: { usage: '/loyalty indlæs', line: 'Hent kunder, ordrer, feedback med mere ind fra en fil' },
    spend: { usage: '/loyalty udgifter', line: 'Hvad det koster at vinde kunder' },
    rates: { usage: '/loyalty kurser', line: 'Valutakurser, så beløb kan lægges sammen' },
    digest: {
      usage: '/loyalty opsummering nu',
      line: 'Send en opsummering til kanalen; ”indstillinger” bestemmer, hvornår den kommer',
    },
    settings: { usage: '/loyalty indstillinger', line: 'Dit sprog, og hvad der gælder for jeres workspace' },
    help: { usage: '/loyalty hjælp', line: 'Denne liste' },
  },
  nb: {
    overview: { usage: '/loyalty', line: 'Alt i korte trekk: stigen, tallene og de åpne oppfølgingene' },
    ladder: {
      usage: '/loyalty stige',
      line: 'Hvor mange som står på hvert trinn, og hvem som har gått opp eller ned',
    },
    nps: {
      usage: '/loyalty nps 90 per trinn',
      line: 'Net Promoter Score over 30, 90 eller 365 dager, en måned, et kvartal eller et år',
    },
    csat: { usage: '/loyalty tilfredshet forrige måned', line: 'Hvor mange som er fornøyde (CSAT)' },
    repeat: { usage: '/loyalty gjenkjøp 365', line: 'Hvor mange av kjøperne som hadde kjøpt før' },
    campaign: {
      usage: '/loyalty kampanje',
      line: 'Hvem som svarte på en kampanje, per variant, og om én er bedre',
    },
    customer: {
      usage: '/loyalty kunde Hansen',
      line: 'Finn en kunde på navn, e-post eller nummer: trinn og begrunnelse',
    },
    followups: { usage: '/loyalty oppfølginger mine', line: 'Oppfølginger: mine, åpne eller forfalte' },
    feedback: { usage: '/loyalty tilbakemelding ny', line: 'Skriv ned hva en kunde har sagt' },
    import: { usage: '/loyalty importer', line: 'Hent inn kunder, ordrer, tilbakemeldinger med mer fra en fil' },
    spend: { usage: '/loyalty utgifter', line: 'Hva det koster å vinne kunder' },
    rates: { usage: '/loyalty kurser', line: 'Valutakurser, så beløp kan legges sammen' },
    digest: {
      usage: '/loyalty oppsummering nå',
      line: 'Send en oppsummering til kanalen; «innstillinger» bestemmer når den kommer',
    },
    settings: { usage: '/loyalty innstillinger', line: 'Språket ditt, og det som gjelder for arbeidsområdet' },
    help: { usage: '/loyalty hjelp', line: 'Denne listen' },
  },
});
