import { UserError } from '../errors.ts';
import { campaignsNamed } from '../flows/acquisition/read-campaigns.ts';
import type { ContactQuery } from '../loyalty/customer-query.ts';
import { foldSpelling } from '../loyalty/facts/segments.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatSome } from '../text/list.ts';
import type { Asking } from './command.ts';
import type { Condition } from './condition-words.ts';
import { named, onlyOne } from './not-understood.ts';

const words = defineText({
  en: {
    none: (typed: string) => `No campaign is called ${typed}.`,
    several: (typed: string) => `${typed} could be several campaigns.`,
    noVariant: (typed: string, campaign: string) => `${campaign} has no variant ${typed}.`,
    thereAre: (some: string) => `There are: ${some}.`,
    whose: 'Name the campaign, too, for example `/loyalty customers campaign:"Spring tasting" responded`.',
  },
  da: {
    none: (typed: string) => `Ingen kampagne hedder ${typed}.`,
    several: (typed: string) => `${typed} kan være flere kampagner.`,
    noVariant: (typed: string, campaign: string) => `${campaign} har ingen variant ${typed}.`,
    thereAre: (some: string) => `Der findes: ${some}.`,
    whose: 'Skriv også kampagnen, for eksempel `/loyalty kunder kampagne:"Forårssmagning" svarede`.',
  },
  nb: {
    none: (typed: string) => `Ingen kampanje heter ${typed}.`,
    several: (typed: string) => `${typed} kan være flere kampanjer.`,
    noVariant: (typed: string, campaign: string) => `${campaign} har ingen variant ${typed}.`,
    thereAre: (some: string) => `Det finnes: ${some}.`,
    whose: 'Skriv også kampanjen, for eksempel `/loyalty kunder kampanje:"Vårsmaking" svarte`.',
  },
});

/**
 * Whom of a campaign conditions ask for, by the campaign's and the variant's own names; null: they ask for no campaign.
 *
 * @throws UserError for a campaign or a variant that nobody knows, and for a variant or a response of no campaign
 */
export async function findContacts(asking: Asking, conditions: readonly Condition[]): Promise<ContactQuery | null> {
  const typed = onlyName(conditions, 'campaign');
  const variant = onlyName(conditions, 'variant');
  const responded = conditions.some(({ of }) => of === 'responded');
  if (typed === null) {
    if (variant === null && !responded) return null;
    throw refused('campaign-not-named', (locale) => words(locale).whose);
  }
  const all = await asking.store.campaigns.list();
  const [campaign, ...others] = campaignsNamed(all, typed);
  if (!campaign) throw noSuch(typed, 'none', all);
  if (others.length > 0) throw noSuch(typed, 'several', [campaign, ...others]);
  const { id, name } = campaign;
  return { name, variant: variant === null ? null : await findVariant(asking, id, name, variant), responded };
}

async function findVariant({ store, asOf }: Asking, id: number, campaign: string, typed: string): Promise<string> {
  const counts = (await store.campaigns.countsBefore(asOf)).get(id) ?? [];
  const known = counts.map(({ variant }) => variant);
  const found = known.find((one) => one === typed) ?? known.find((one) => foldSpelling(one) === foldSpelling(typed));
  if (found !== undefined) return found;
  throw refused('unknown-variant', (locale) => {
    const quoted = named(locale);
    return `${words(locale).noVariant(quoted(typed), quoted(campaign))}${someOf(locale, known)}`;
  });
}

function onlyName(conditions: readonly Condition[], of: 'campaign' | 'variant'): string | null {
  const [first, ...others] = conditions.flatMap((one) => (one.of === of && 'name' in one ? [one.name] : []));
  const other = others.find((name) => foldSpelling(name) !== foldSpelling(first ?? ''));
  if (first !== undefined && other !== undefined) throw onlyOne(first, other);
  return first ?? null;
}

function noSuch(typed: string, why: 'none' | 'several', some: readonly { readonly name: string }[]): UserError {
  const names = some.map(({ name }) => name);
  return refused('unknown-campaign', (locale) => `${words(locale)[why](named(locale)(typed))}${someOf(locale, names)}`);
}

const mostNamed = 10;

function someOf(locale: Locale, names: readonly string[]): string {
  const shown = names.filter((name) => name !== '').map(named(locale));
  return shown.length === 0 ? '' : ` ${words(locale).thereAre(formatSome(locale, shown, mostNamed))}`;
}

function refused(code: string, told: (locale: Locale) => string): UserError {
  return new UserError(code, told, { understood: false });
}
