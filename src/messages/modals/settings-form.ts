import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { SettingsFacts } from '../../facts/reply.ts';
import { marksOf } from '../../loyalty/changed-meanwhile.ts';
import { mostAlertsPerHour, nameStyles } from '../../loyalty/settings.ts';
import { isTimeZone } from '../../loyalty/time/period.ts';
import { defineText, type Locale, locales } from '../../text/define-text.ts';
import { capital } from '../../text/terms.ts';
import { divider, lines } from '../kit/blocks.ts';
import { localeName, nameStyleWords, whoMay } from '../settings.ts';
import { customerLinksField, linksIn } from './customer-links-field.ts';
import { channelMenu, choice, type Filled, field, formKind, menu } from './form.ts';
import { formWords } from './form-words.ts';
import { ladderRuleFields, readLadderRules } from './ladder-rules-fields.ts';
import { channelIn, chosenIn, membersIn, type StateValues, typedIn } from './state.ts';

export const settingsForm = formKind(
  'settings.save',
  z.object({ mayChange: z.boolean(), seen: z.record(z.string(), z.string()).optional() }),
);

export interface SettingsEntry {
  /** The member's own language; null follows Slack, then the workspace. */
  readonly ownLocale: Locale | null;
  /** Null: the member saw only the own language. */
  readonly workspace: (Omit<SettingsFacts, 'locale' | 'ownLocale' | 'mayChange'> & { readonly locale: Locale }) | null;
}

const words = defineText({
  en: {
    title: 'Settings',
    ownLocale: 'Your language',
    follows: 'As in Slack',
    locale: 'Language of the workspace',
    localeHint: 'For alerts, and for members whose language Slack does not tell us.',
    timeZoneHint: 'For example Europe/Copenhagen. It decides on which day something happened.',
    currency: 'Currency',
    currencyHint: 'Three letters, for example DKK. For amounts in files that do not name a currency.',
    nameStyle: 'Customers’ names in channels',
    alertChannel: 'Alert channel',
    alertHint: 'Negative feedback is posted here for somebody to claim.',
    alertsPerHour: 'Alerts an hour with a card of their own',
    alertsHint: 'When more come within an hour, they share one message, the biggest customers first.',
    badAlerts: (most: number) => `Write a whole number from 0 to ${most}.`,
    admins: 'Admins',
    adminsHint: 'They can change these settings, import files and set rungs by hand.',
    stewards: 'Customer ambassadors',
    stewardsHint: 'They take follow-ups, and can do what admins can.',
    badCurrency: 'This is not a currency code. Write three letters, for example DKK.',
    noAdmin: 'At least one admin is needed.',
  },
  da: {
    title: 'Indstillinger',
    ownLocale: 'Dit sprog',
    follows: 'Som i Slack',
    locale: 'Sprog i jeres workspace',
    localeHint: 'Til alarmer og til medlemmer, hvis sprog Slack ikke oplyser.',
    timeZoneHint: 'For eksempel Europe/Copenhagen. Den afgør, hvilken dag noget skete.',
    currency: 'Valuta',
    currencyHint: 'Tre bogstaver, for eksempel DKK. Til beløb i filer, der ikke angiver en valuta.',
    nameStyle: 'Kundernes navne i kanaler',
    alertChannel: 'Alarmkanal',
    alertHint: 'Her skrives negativ feedback, så nogen kan tage opgaven.',
    alertsPerHour: 'Alarmer i timen med eget kort',
    alertsHint: 'Kommer der flere inden for en time, deles de om én besked med de mest værdifulde kunder øverst.',
    badAlerts: (most: number) => `Skriv et helt tal fra 0 til ${most}.`,
    admins: 'Administratorer',
    adminsHint: 'De kan ændre indstillingerne, indlæse filer og sætte trin manuelt.',
    stewards: 'Kundeambassadører',
    stewardsHint: 'De tager sig af opfølgninger og kan det samme som administratorer.',
    badCurrency: 'Det er ikke en valutakode. Skriv tre bogstaver, for eksempel DKK.',
    noAdmin: 'Der skal være mindst én administrator.',
  },
  nb: {
    title: 'Innstillinger',
    ownLocale: 'Språket ditt',
    follows: 'Som i Slack',
    locale: 'Arbeidsområdets språk',
    localeHint: 'For varsler og for medlemmer som Slack ikke oppgir språket til.',
    timeZoneHint: 'For eksempel Europe/Oslo. Den avgjør hvilken dag noe skjedde.',
    currency: 'Valuta',
    currencyHint: 'Tre bokstaver, for eksempel NOK. For beløp i filer som ikke oppgir valuta.',
    nameStyle: 'Kundenes navn i kanaler',
    alertChannel: 'Varslingskanal',
    alertHint: 'Her legges negative tilbakemeldinger ut, så noen kan ta oppgaven.',
    alertsPerHour: 'Varsler i timen med eget kort',
    alertsHint: 'Kommer det flere innen en time, deler de én melding, med de mest verdifulle kundene øverst.',
    badAlerts: (most: number) => `Skriv et helt tall fra 0 til ${most}.`,
    admins: 'Administratorer',
    adminsHint: 'De kan endre innstillingene, importere filer og sette trinn manuelt.',
    stewards: 'Kundeambassadører',
    stewardsHint: 'De tar seg av oppfølginger og kan det samme som administratorer.',
    badCurrency: 'Dette er ikke en valutakode. Skriv tre bokstaver, for eksempel NOK.',
    noAdmin: 'Det må være minst én administrator.',
  },
});

const follows = 'follow';

/** The settings; a member without rights sees only the own language, and whom to ask for more. */
export function settingsView(settings: SettingsFacts, locale: Locale): ModalView {
  const text = words(locale);
  const languages = locales.map((name) => choice(name, capital(localeName(locale, name))));
  const own = [choice(follows, text.follows), ...languages];
  const { mayChange, ownLocale } = settings;
  const blocks = [
    field('own-locale', text.ownLocale, menu('settings.own-locale', own, ownLocale ?? follows)),
    ...(mayChange ? workspaceFields(settings, locale) : [lines(...whoMay(settings, locale))]),
  ];
  const { ownLocale: _, mayChange: _may, ...workspace } = settings;
  const seen = mayChange ? marksOf(workspace) : undefined;
  return settingsForm.view({ title: text.title, blocks }, { mayChange, ...(seen && { seen }) }, locale);
}

function workspaceFields(settings: SettingsFacts, locale: Locale): KnownBlock[] {
  const text = words(locale);
  const languages = locales.map((name) => choice(name, capital(localeName(locale, name))));
  const styles = nameStyles.map((style) => choice(style, capital(nameStyleWords(locale, style))));
  const { timeZone, currency, alertChannelId } = settings;
  const typed = (actionId: string, value: string, longest: number) =>
    ({ type: 'plain_text_input', action_id: actionId, initial_value: value, max_length: longest }) as const;
  const members = (actionId: string, ids: readonly string[]) =>
    ({
      type: 'multi_users_select',
      action_id: actionId,
      ...(ids.length > 0 && { initial_users: [...ids] }),
    }) as const;
  return [
    divider(),
    field('time-zone', formWords(locale).timeZone, typed('settings.time-zone', timeZone, 60), {
      hint: text.timeZoneHint,
    }),
    field('locale', text.locale, menu('settings.locale', languages, settings.locale), { hint: text.localeHint }),
    field('currency', text.currency, typed('settings.currency', currency, 3), { hint: text.currencyHint }),
    field('name-style', text.nameStyle, menu('settings.name-style', styles, settings.nameStyle)),
    field('alert-channel', text.alertChannel, channelMenu('settings.alert-channel', alertChannelId), {
      optional: true,
      hint: text.alertHint,
    }),
    field('alerts-per-hour', text.alertsPerHour, typed('settings.alerts-per-hour', String(settings.alertsPerHour), 4), {
      hint: text.alertsHint,
    }),
    field('admins', text.admins, members('settings.admins', settings.admins), { hint: text.adminsHint }),
    field('stewards', text.stewards, members('settings.stewards', settings.stewards), {
      optional: true,
      hint: text.stewardsHint,
    }),
    ...customerLinksField(settings.customerLinks, locale),
    ...ladderRuleFields(settings.ladderRules, locale),
  ];
}

/** @param mayChange whether the member may change what applies to the workspace; decided by the caller, anew */
export function readSettings(values: StateValues, locale: Locale, mayChange: boolean): Filled<SettingsEntry> {
  const own = chosenIn(values, 'own-locale');
  const ownLocale = locales.find((name) => name === own) ?? null;
  if (!mayChange || !('time-zone' in values)) return { kind: 'filled', values: { ownLocale, workspace: null } };
  const text = words(locale);
  const timeZone = typedIn(values, 'time-zone');
  const currency = typedIn(values, 'currency').toUpperCase();
  const chosenLocale = locales.find((name) => name === chosenIn(values, 'locale'));
  const nameStyle = nameStyles.find((style) => style === chosenIn(values, 'name-style'));
  const alertsPerHour = readAlertsPerHour(typedIn(values, 'alerts-per-hour'));
  const admins = membersIn(values, 'admins');
  const rules = readLadderRules(values, locale);
  const links = linksIn(values, locale);
  const errors = {
    ...(rules.kind === 'errors' && rules.errors),
    ...(links.kind === 'errors' && links.errors),
    ...(!isTimeZone(timeZone) && { 'time-zone': formWords(locale).badTimeZone }),
    ...(!Intl.supportedValuesOf('currency').includes(currency) && { currency: text.badCurrency }),
    ...(alertsPerHour === null && { 'alerts-per-hour': text.badAlerts(mostAlertsPerHour) }),
    ...(admins.length === 0 && { admins: text.noAdmin }),
    ...(!chosenLocale && { locale: formWords(locale).chooseOne }),
    ...(!nameStyle && { 'name-style': formWords(locale).chooseOne }),
  };
  if (
    !chosenLocale ||
    !nameStyle ||
    alertsPerHour === null ||
    rules.kind === 'errors' ||
    links.kind === 'errors' ||
    Object.keys(errors).length > 0
  )
    return { kind: 'errors', errors };
  const alertChannelId = channelIn(values, 'alert-channel');
  const stewards = membersIn(values, 'stewards');
  const workspace = {
    timeZone,
    currency,
    locale: chosenLocale,
    nameStyle,
    alertChannelId,
    alertsPerHour,
    ladderRules: rules.values,
    customerLinks: links.values,
    admins,
    stewards,
  };
  return { kind: 'filled', values: { ownLocale, workspace } };
}

/** A whole number within what can be set; null: it is none. */
function readAlertsPerHour(typed: string): number | null {
  return /^\d+$/.test(typed) && Number(typed) <= mostAlertsPerHour ? Number(typed) : null;
}
