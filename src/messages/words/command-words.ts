import { type FigureName, figureNames, isFigure } from '../../loyalty/figures/index.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { toldFigures } from '../figures/told/index.ts';

/** The commands, in the order in which help shows them: figures of single customers stand with the customers. */
export const commandNames = [
  'overview',
  'ladder',
  ...figureNames.filter((name) => !toldFigures[name].isOfCustomersToo),
  'cohorts',
  ...figureNames.filter((name) => toldFigures[name].isOfCustomersToo),
  'prediction',
  'at-risk',
  'campaign',
  'customer',
  'followups',
  'feedback',
  'import',
  'spend',
  'rates',
  'digest',
  'review',
  'targets',
  'settings',
  'help',
] as const;
export type CommandName = (typeof commandNames)[number];

/** The words that say a command that is not a figure's, lower case, in any of the languages; the first is the English one. */
const otherWords: Readonly<Record<Exclude<CommandName, FigureName>, readonly string[]>> = {
  overview: ['overview', 'overblik', 'oversigt', 'oversikt'],
  ladder: ['ladder', 'stages', 'stage', 'rungs', 'stige', 'stigen', 'trin', 'trinn'],
  cohorts: ['cohorts', 'cohort', 'kohorter', 'kohorte', 'kohort'],
  prediction: ['prediction', 'predict', 'forecast', 'prognose', 'prognosen', 'forudsigelse', 'prediksjon'],
  'at-risk': ['at-risk', 'atrisk', 'churn-risk', 'frafaldstruede', 'frafaldstruet', 'frafallstruede', 'frafallstruet'],
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
  review: ['review', 'kvartalsgennemgang', 'kvartalsgjennomgang', 'gennemgang', 'gjennomgang'],
  targets: ['targets', 'target', 'goal', 'goals', 'mål', 'målsætning', 'målsetting'],
  settings: ['settings', 'indstillinger', 'innstillinger'],
  help: ['help', 'hjælp', 'hjelp', '?'],
};

/** The words that say a command, lower case, in any of the languages; the first is the English one. */
export function commandWords(name: CommandName): readonly string[] {
  return isFigure(name) ? [name, ...toldFigures[name].command] : otherWords[name];
}

/** "pr. trin", "fordelt på trin": what Danes and Norwegians say for "by". */
function per<Word extends string>(word: Word): string[] {
  return [`pr ${word}`, `pr. ${word}`, `per ${word}`, `efter ${word}`, `etter ${word}`, `fordelt på ${word}`];
}

/** What stands after a command's word, in any of the languages. */
const optionWords = {
  'by-rung': ['by rung', 'by rungs', 'by stage', 'by stages', ...per('trin'), ...per('trinn')],
  'by-country': ['by country', 'by countries', ...per('land')],
  'by-segment': ['by segment', 'by segments', 'by tag', 'by tags', ...per('segment')],
  'by-source': ['by source', 'by sources', 'by channel', ...per('kilde')],
  trend: ['trend', 'over time', 'udvikling', 'over tid', 'utvikling'],
  weeks: ['weeks', 'weekly', 'by week', 'uger', 'ugentlig', ...per('uge'), 'uker', 'ukentlig', ...per('uke')],
  months: ['months', 'monthly', 'by month', 'måneder', 'månedlig', ...per('måned')],
  quarters: ['quarters', 'quarterly', 'by quarter', 'kvartaler', ...per('kvartal')],
  days: ['days', 'daily', 'by day', 'dage', 'daglig', ...per('dag'), 'dager'],
  why: ['why', 'how', 'definition', 'hvorfor', 'hvordan', 'forklar', 'definisjon'],
  mine: ['mine', 'my'],
  open: ['open', 'åbne', 'åben', 'åpne', 'åpen'],
  overdue: ['overdue', 'forfaldne', 'forfalden', 'forfalte', 'forfalt', 'sene'],
  add: ['add', 'tilføj', 'ny', 'nyt', 'legg til'],
  now: ['now', 'nu', 'nå'],
  remove: ['remove', 'delete', 'fjern', 'slet', 'slett'],
  settings: ['settings', 'indstillinger', 'innstillinger'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OptionName = keyof typeof optionWords;

/** Their words one by one. */
const optionParts: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries(optionWords).map(([option, phrases]) => [option, phrases.map((phrase) => phrase.split(' '))]),
);

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
  if (words.length === 0) return null;
  for (const parts of optionParts.get(option) ?? []) {
    const from = words.findIndex((_, i) => parts.every((part, n) => words[i + n]?.toLowerCase() === part));
    if (from >= 0) return { from, to: from + parts.length };
  }
  return null;
}

/** What to type for a command, and what comes of it. */
export function commandHelp(locale: Locale, name: CommandName): { readonly usage: string; readonly line: string } {
  return isFigure(name) ? toldFigures[name].words(locale).help : otherHelp(locale)[name];
}

const otherHelp = defineText({
  en: {
    overview: { usage: '/loyalty', line: 'Everything at a glance: the ladder, the figures, open follow-ups' },
    ladder: { usage: '/loyalty ladder', line: 'How many stand on each rung, and who moved up or down' },
    cohorts: { usage: '/loyalty cohorts', line: 'Who comes back, month by month after the first order' },
    prediction: {
      usage: '/loyalty prediction',
      line: 'What customers are expected to buy, how many will stay away, and how right that was of late',
    },
    'at-risk': { usage: '/loyalty at-risk', line: 'Valuable customers who may stay away, and why' },
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
    review: {
      usage: '/loyalty review now',
      line: 'The last quarter looked back on; alone it sets which channel gets it',
    },
    targets: { usage: '/loyalty target nps 45 30 June', line: 'Targets and how far they are; with words, set one' },
    settings: { usage: '/loyalty settings', line: 'Your language, and what applies to the workspace' },
    help: { usage: '/loyalty help', line: 'This list' },
  },
  da: {
    overview: { usage: '/loyalty', line: 'Det hele i korte træk: stigen, tallene og de åbne opfølgninger' },
    ladder: { usage: '/loyalty stige', line: 'Hvor mange der står på hvert trin, og hvem der er rykket op eller ned' },
    cohorts: { usage: '/loyalty kohorter', line: 'Hvem der kommer igen, måned for måned efter første ordre' },
    prediction: {
      usage: '/loyalty prognose',
      line: 'Hvad kunderne ventes at købe, hvor mange der bliver væk, og hvor godt det har passet',
    },
    'at-risk': { usage: '/loyalty frafaldstruede', line: 'Værdifulde kunder, der er ved at falde fra, og hvorfor' },
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
    review: {
      usage: '/loyalty kvartalsgennemgang nu',
      line: 'Se tilbage på sidste kvartal; alene vælger ordet kanalen, der får den',
    },
    targets: { usage: '/loyalty mål nps 45 30. juni', line: 'Mål, og hvor langt der er igen; med ord sætter du et' },
    settings: { usage: '/loyalty indstillinger', line: 'Dit sprog, og hvad der gælder for jeres workspace' },
    help: { usage: '/loyalty hjælp', line: 'Denne liste' },
  },
  nb: {
    overview: { usage: '/loyalty', line: 'Alt i korte trekk: stigen, tallene og de åpne oppfølgingene' },
    ladder: {
      usage: '/loyalty stige',
      line: 'Hvor mange som står på hvert trinn, og hvem som har gått opp eller ned',
    },
    cohorts: { usage: '/loyalty kohorter', line: 'Hvem som kommer tilbake, måned for måned etter første ordre' },
    prediction: {
      usage: '/loyalty prognose',
      line: 'Hva kundene ventes å kjøpe, hvor mange som blir borte, og hvor godt det har stemt',
    },
    'at-risk': {
      usage: '/loyalty frafallstruede',
      line: 'Verdifulle kunder som er i ferd med å falle fra, og hvorfor',
    },
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
    review: {
      usage: '/loyalty kvartalsgjennomgang nå',
      line: 'Se tilbake på forrige kvartal; alene velger ordet kanalen som får den',
    },
    targets: { usage: '/loyalty mål nps 45 30. juni', line: 'Mål, og hvor langt det er igjen; med ord setter du et' },
    settings: { usage: '/loyalty innstillinger', line: 'Språket ditt, og det som gjelder for arbeidsområdet' },
    help: { usage: '/loyalty hjelp', line: 'Denne listen' },
  },
});
