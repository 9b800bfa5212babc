import type { Button, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { CampaignFacts, Reply } from '../../facts/reply.ts';
import { allCustomers } from '../../loyalty/customer-query.ts';
import type { VariantComparison, VariantReport } from '../../loyalty/figures/campaign-response.ts';
import { firmBase, leastBase } from '../../loyalty/figures/figure.ts';
import { brief } from '../../text/brief.ts';
import { defineText, type Locale } from '../../text/define-text.ts';
import { formatNumber, formatPercent } from '../../text/number.ts';
import { shortened } from '../../text/shorten.ts';
import { capital } from '../../text/terms.ts';
import { escapeMrkdwn, oneLine } from '../../text/typed.ts';
import { listCustomersButton } from '../customers/customer-list.ts';
import { actions, bullets, context, header, lines, type Piece, section } from '../kit/blocks.ts';
import { buttonKind } from '../kit/button.ts';
import { withDefinition } from '../kit/docs-link.ts';
import type { DrawContext } from '../kit/draw-context.ts';
import { fitsButton } from '../kit/list-page.ts';
import { type Message, toMessage } from '../kit/message.ts';
import type { Presenter } from '../kit/presenter.ts';
import { shareElements } from '../kit/share-button.ts';
import { chanceWords, comparedVariants, findingWords, pWords } from './campaign-finding.ts';

export const removeCampaignButton = buttonKind('campaign.remove', z.object({ campaignId: z.int().positive() }));

const words = defineText({
  en: {
    all: 'All variants',
    unnamed: 'No variant',
    rate: (rate: string, responded: string, delivered: string) => `${rate}: ${responded} of ${delivered} responded`,
    tooFew: (delivered: string) => `not enough data (reached ${delivered})`,
    interval: (low: string, high: string) => `95% interval ${low} to ${high}`,
    indicative: 'indicative: fewer than 30',
    unreached: (count: string) => `${count} not reached`,
    better: (name: string, by: string, to: string, p: string) => `${name} does better than ${to}: ${by} (${p}).`,
    worse: (name: string, by: string, to: string, p: string) => `${name} does worse than ${to}: ${by} (${p}).`,
    unproven: (name: string, by: string, to: string, p: string) =>
      `No difference proven between ${name} and ${to}: ${by} (${p}).`,
    points: (points: string) => `${points} percentage points`,
    uneven:
      'The variants went to more unequal numbers of customers than chance explains (p below .001). Check how they were dealt out before you trust the comparison.',
    about: 'Response rate: customers who responded ÷ customers whom it reached. One customer counts once.',
    none: 'No campaign yet. Import a file with `/loyalty import`: campaign, variant, customer, contacted, delivered, responded.',
    unknown: (typed: string) => `No campaign matches “${typed}”.`,
    there: 'There are:',
    title: 'Campaigns',
    more: 'There are more. Type the name after the command.',
    customers: 'Show customers',
    responders: 'Show who responded',
    inTerminal: (asked: string) => `Who they are: customers campaign:${asked}`,
    remove: 'Remove campaign',
    sure: 'Remove campaign?',
    sureText: 'The campaign and its contacts go. Import its file again to bring them back.',
    keep: 'Keep it',
  },
  da: {
    all: 'Alle varianter',
    unnamed: 'Uden variant',
    rate: (rate: string, responded: string, delivered: string) => `${rate}: ${responded} af ${delivered} svarede`,
    tooFew: (delivered: string) => `ikke nok data (nåede ${delivered})`,
    interval: (low: string, high: string) => `95 %-interval ${low} til ${high}`,
    indicative: 'vejledende: færre end 30',
    unreached: (count: string) => `${count} ikke nået`,
    better: (name: string, by: string, to: string, p: string) => `${name} klarer sig bedre end ${to}: ${by} (${p}).`,
    worse: (name: string, by: string, to: string, p: string) => `${name} klarer sig dårligere end ${to}: ${by} (${p}).`,
    unproven: (name: string, by: string, to: string, p: string) =>
      `Ingen sikker forskel på ${name} og ${to}: ${by} (${p}).`,
    points: (points: string) => `${points} procentpoint`,
    uneven:
      'Varianterne er ikke sendt til lige mange kunder, og det er mere, end tilfældet forklarer (p under 0,001). Undersøg fordelingen, før I stoler på sammenligningen.',
    about: 'Svarprocent: kunder, der svarede ÷ kunder, som kampagnen nåede. En kunde tæller én gang.',
    none: 'Ingen kampagner endnu. Indlæs en fil med `/loyalty indlæs`: kampagne, variant, kunde, kontaktet, leveret, svaret.',
    unknown: (typed: string) => `Ingen kampagner matcher ”${typed}”.`,
    there: 'Der er:',
    title: 'Kampagner',
    more: 'Der er flere. Skriv navnet efter ”kampagne”.',
    customers: 'Vis kunderne',
    responders: 'Vis dem, der svarede',
    inTerminal: (asked: string) => `Hvem det er: kunder kampagne:${asked}`,
    remove: 'Fjern kampagnen',
    sure: 'Fjerne kampagnen?',
    sureText: 'Kampagnen og dens kontakter forsvinder. Indlæs filen igen for at få dem tilbage.',
    keep: 'Behold den',
  },
  nb: {
    all: 'Alle varianter',
    unnamed: 'Uten variant',
    rate: (rate: string, responded: string, delivered: string) => `${rate}: ${responded} av ${delivered} svarte`,
    tooFew: (delivered: string) => `ikke nok data (nådde ${delivered})`,
    interval: (low: string, high: string) => `95 %-intervall ${low} til ${high}`,
    indicative: 'veiledende: færre enn 30',
    unreached: (count: string) => `${count} ikke nådd`,
    better: (name: string, by: string, to: string, p: string) => `${name} gjør det bedre enn ${to}: ${by} (${p}).`,
    worse: (name: string, by: string, to: string, p: string) => `${name} gjør det dårligere enn ${to}: ${by} (${p}).`,
    unproven: (name: string, by: string, to: string, p: string) =>
      `Ingen sikker forskjell mellom ${name} og ${to}: ${by} (${p}).`,
    points: (points: string) => `${points} prosentpoeng`,
    uneven:
      'Variantene er ikke sendt til like mange kunder, og det er mer enn tilfeldigheter forklarer (p under 0,001). Undersøk fordelingen før dere stoler på sammenligningen.',
    about: 'Svarprosent: kunder som svarte ÷ kunder som kampanjen nådde. En kunde teller én gang.',
    none: 'Ingen kampanjer ennå. Importer en fil med `/loyalty importer`: kampanje, variant, kunde, kontaktet, levert, svart.',
    unknown: (typed: string) => `Fant ingen kampanje for «${typed}».`,
    there: 'Disse finnes:',
    title: 'Kampanjer',
    more: 'Det finnes flere. Skriv navnet etter «kampanje».',
    customers: 'Vis kundene',
    responders: 'Vis dem som svarte',
    inTerminal: (asked: string) => `Hvem det er: kunder kampanje:${asked}`,
    remove: 'Fjern kampanjen',
    sure: 'Fjerne kampanjen?',
    sureText: 'Kampanjen og kontaktene forsvinner. Importer filen på nytt for å få dem tilbake.',
    keep: 'Behold den',
  },
});

/** As long as Slack takes a headline. */
const mostInTitle = 150;
const mostVariants = 12;
const mostCampaigns = 20;

type Rate = CampaignFacts['total'];

/** How a campaign is told. */
export const campaignReply: Presenter<'campaign'> = {
  draw: (reply, locale, context) =>
    withDefinition(drawCampaign(reply, locale, context), locale, context.docsUrl, 'campaign'),
  json: ({ campaign }) => campaignJson(campaign),
};

/** One campaign: the response rate of each variant, how they compare, and whether they may be compared. */
function drawCampaign(
  { campaign, mayManage }: Extract<Reply, { kind: 'campaign' }>,
  locale: Locale,
  { said, memberId, inTerminal }: DrawContext,
): Message {
  const text = words(locale);
  const name = shortened(oneLine(campaign.name), 100);
  const shown = campaign.variants.slice(0, mostVariants);
  const variants = shown.map((variant): Piece[] => [
    { bold: nameOf(variant, locale) },
    ` · ${rateLine(variant, locale)}`,
  ]);
  const several = comparedVariants(campaign);
  // Of two alone the headline tells it.
  const compared = several.length > 1 ? several.map((variant) => comparisonLine(variant, locale)) : [];
  const finding = findingWords(locale, campaign);
  const title = `${name}: ${finding}`;
  const chance = chanceWords(locale, campaign);
  const confirm = { title: text.sure, text: text.sureText, yes: text.remove, no: text.keep };
  const buttons = [
    ...(inTerminal ? [] : listButtons(locale, campaign)),
    ...shareElements(locale, said),
    ...(mayManage && memberId !== null
      ? [removeCampaignButton.element(text.remove, { campaignId: campaign.id }, { confirm, style: 'danger' })]
      : []),
  ];
  const blocks: KnownBlock[] = [
    ...(title.length > mostInTitle ? [header(name), lines([{ bold: capital(finding) }])] : [header(title)]),
    bullets(variants),
    ...(campaign.variants.length > 1 ? [lines([{ bold: text.all }, ` · ${rateLine(campaign.total, locale)}`])] : []),
    ...(compared.length > 0 ? [lines(...compared.map((line) => [line]))] : []),
    ...(campaign.balance?.alarm ? [lines([{ bold: `⚠ ${text.uneven}` }])] : []),
    context(chance === null ? text.about : `${chance} ${text.about}`),
    ...(inTerminal ? [context(text.inTerminal(`"${name}"`))] : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ];
  return toMessage(escapeMrkdwn(title), blocks);
}

/** The lists behind the numbers: whom it contacted, and who of them responded. */
function listButtons(locale: Locale, { name, total }: CampaignFacts): Button[] {
  const text = words(locale);
  const whom = { ...allCustomers, campaign: { name, variant: null, responded: false } };
  if (total.contacted === 0 || !fitsButton(whom)) return [];
  const who = { ...whom, campaign: { ...whom.campaign, responded: true } };
  return [
    listCustomersButton.element(text.customers, { query: whom }, { style: 'primary' }),
    ...(total.responded > 0
      ? [listCustomersButton.element(text.responders, { query: who }, { mark: 'responded' })]
      : []),
  ];
}

/** How a list of campaigns is told. */
export const campaignsReply: Presenter<'campaigns'> = {
  draw: (reply, locale, context) => withDefinition(drawCampaigns(reply, locale), locale, context.docsUrl, 'campaign'),
  json: ({ isFound = true, campaigns, more }) => ({
    campaigns: isFound ? campaigns.map(campaignJson) : [],
    more: isFound && more,
  }),
};

/** All campaigns with the response rate of each. */
function drawCampaigns(
  { typed, isFound = true, campaigns, more }: Extract<Reply, { kind: 'campaigns' }>,
  locale: Locale,
): Message {
  const text = words(locale);
  const none = typed === null ? text.none : text.unknown(escapeMrkdwn(shortened(oneLine(typed), 100)));
  if (campaigns.length === 0) return toMessage(none, [section(none)]);
  const rows = campaigns
    .slice(0, mostCampaigns)
    .map((one): Piece[] => [{ bold: shortened(oneLine(one.name), 60) }, `: ${findingWords(locale, one)}`]);
  return toMessage(isFound ? text.title : none, [
    isFound ? header(text.title) : section(`${none} ${text.there}`),
    bullets(rows),
    context(more ? `${text.about} ${text.more}` : text.about),
  ]);
}

function nameOf({ variant }: VariantReport, locale: Locale): string {
  return brief(variant) || words(locale).unnamed;
}

/** "7.5%: 18 of 240 responded · 95% interval 4.8% to 11.6%"; no score below the least base. */
function rateLine({ value, interval, contacted, delivered, responded }: Rate, locale: Locale): string {
  const text = words(locale);
  const number = (count: number) => formatNumber(locale, count);
  const unreached = delivered < contacted ? [text.unreached(number(contacted - delivered))] : [];
  if (value === null || interval === null || delivered < leastBase) {
    return [text.tooFew(number(delivered)), ...unreached].join(' · ');
  }
  return [
    text.rate(formatPercent(locale, value), number(responded), number(delivered)),
    text.interval(formatPercent(locale, interval[0]), formatPercent(locale, interval[1])),
    ...unreached,
    ...(delivered < firmBase ? [text.indicative] : []),
  ].join(' · ');
}

function comparisonLine(variant: VariantReport & { readonly comparison: VariantComparison }, locale: Locale): string {
  const { comparison } = variant;
  const text = words(locale);
  const to = brief(comparison.to) || text.unnamed;
  const said = [nameOf(variant, locale), byWords(comparison, locale), to, pWords(locale, comparison.p)] as const;
  if (!comparison.proven) return text.unproven(...said);
  return comparison.value > 0 ? text.better(...said) : text.worse(...said);
}

/** "+25%"; in percentage points where there is nothing to be a part of. */
function byWords({ relative, value }: VariantComparison, locale: Locale): string {
  const part = relative ?? value;
  const percent = formatPercent(locale, Math.abs(part));
  const sign = part > 0 ? '+' : part < 0 ? '−' : '';
  return relative === null ? words(locale).points(sign + percent.replace(/[\s\u00a0]?%/, '')) : sign + percent;
}

function campaignJson({ name, variants, total, balance }: CampaignFacts): object {
  return { campaign: name, variants, total, balance };
}
