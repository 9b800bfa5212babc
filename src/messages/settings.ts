import { z } from 'zod';
import type { SettingsFacts } from '../facts/reply.ts';
import type { NameStyle } from '../loyalty/settings.ts';
import { defineText, type Locale } from '../text/define-text.ts';
import { formatNumber } from '../text/number.ts';
import { sentences } from '../text/sentence.ts';
import { toLocale } from '../text/to-locale.ts';
import { actions, header, lines, type Piece } from './kit/blocks.ts';
import { buttonKind } from './kit/button.ts';
import { toMessage } from './kit/message.ts';
import type { Presenter } from './kit/presenter.ts';
import { channelPiece, memberPiece } from './words/names.ts';

/** Opens the settings modal. */
export const changeSettingsButton = buttonKind('settings.change', z.object({}));

const words = defineText({
  en: {
    title: 'Settings',
    ownLocale: 'Your language: ',
    followsSlack: (name: string) => `as in Slack, otherwise ${name}`,
    locale: 'Language of the workspace: ',
    timeZone: 'Time zone: ',
    currency: 'Currency: ',
    nameStyle: 'Customers’ names in channels: ',
    alertChannel: 'Alert channel: ',
    alertsPerHour: 'Alerts an hour with a card of their own: ',
    links: 'Links on a customer’s card: ',
    admins: 'Admins: ',
    stewards: 'Customer ambassadors: ',
    none: 'none yet',
    more: (count: string) => ` and ${count} more`,
    change: 'Change',
    full: 'in full',
    initials: 'initials',
    id: 'number only',
    en: 'English',
    da: 'Danish',
    nb: 'Norwegian',
  },
  da: {
    title: 'Indstillinger',
    ownLocale: 'Dit sprog: ',
    followsSlack: (name: string) => `som i Slack, ellers ${name}`,
    locale: 'Sprog i jeres workspace: ',
    timeZone: 'Tidszone: ',
    currency: 'Valuta: ',
    nameStyle: 'Kundernes navne i kanaler: ',
    alertChannel: 'Alarmkanal: ',
    alertsPerHour: 'Alarmer i timen med eget kort: ',
    links: 'Links på kundens kort: ',
    admins: 'Administratorer: ',
    stewards: 'Kundeambassadører: ',
    none: 'ingen endnu',
    more: (count: string) => ` og ${count} til`,
    change: 'Ret',
    full: 'hele navnet',
    initials: 'initialer',
    id: 'kun nummer',
    en: 'engelsk',
    da: 'dansk',
    nb: 'norsk',
  },
  nb: {
    title: 'Innstillinger',
    ownLocale: 'Språket ditt: ',
    followsSlack: (name: string) => `som i Slack, ellers ${name}`,
    locale: 'Arbeidsområdets språk: ',
    timeZone: 'Tidssone: ',
    currency: 'Valuta: ',
    nameStyle: 'Kundenes navn i kanaler: ',
    alertChannel: 'Varslingskanal: ',
    alertsPerHour: 'Varsler i timen med eget kort: ',
    links: 'Lenker på kundens kort: ',
    admins: 'Administratorer: ',
    stewards: 'Kundeambassadører: ',
    none: 'ingen ennå',
    more: (count: string) => ` og ${count} til`,
    change: 'Endre',
    full: 'hele navnet',
    initials: 'initialer',
    id: 'bare nummer',
    en: 'engelsk',
    da: 'dansk',
    nb: 'norsk',
  },
});

/** The settings as they are; a member without rights sees only the own language. */
export const settingsReply: Presenter<'settings'> = {
  draw({ settings }, locale) {
    const text = words(locale);
    const own = settings.ownLocale
      ? localeName(locale, settings.ownLocale)
      : text.followsSlack(localeName(locale, settings.locale));
    const rows: Piece[][] = [
      [{ bold: text.ownLocale }, own],
      ...(settings.mayChange ? workspaceLines(settings, locale) : []),
    ];
    return toMessage(sentences(text.title, `${text.ownLocale}${own}`), [
      header(text.title),
      lines(...rows),
      actions(changeSettingsButton.element(text.change, {})),
    ]);
  },
  json: ({ settings }) => settings,
};

/** "Danish"; a language that we do not have stands as it is. */
export function localeName(locale: Locale, of: string): string {
  const known = toLocale(of);
  return known ? words(locale)[known] : of;
}

/** How customers are named in channels, in words. */
export function nameStyleWords(locale: Locale, style: NameStyle): string {
  return words(locale)[style];
}

function workspaceLines(settings: SettingsFacts, locale: Locale): Piece[][] {
  const text = words(locale);
  return [
    [{ bold: text.locale }, localeName(locale, settings.locale)],
    [{ bold: text.timeZone }, settings.timeZone],
    [{ bold: text.currency }, settings.currency],
    [{ bold: text.nameStyle }, nameStyleWords(locale, settings.nameStyle)],
    [{ bold: text.alertChannel }, settings.alertChannelId ? channelPiece(settings.alertChannelId) : text.none],
    [{ bold: text.alertsPerHour }, formatNumber(locale, settings.alertsPerHour)],
    ...linkLines(settings, locale),
    ...whoMay(settings, locale),
  ];
}

function linkLines({ customerLinks }: SettingsFacts, locale: Locale): Piece[][] {
  if (customerLinks.length === 0) return [];
  return [[{ bold: words(locale).links }, customerLinks.map(({ label }) => label).join(', ')]];
}

/** Who may change settings, import and pin. */
export function whoMay({ admins, stewards }: Pick<SettingsFacts, 'admins' | 'stewards'>, locale: Locale): Piece[][] {
  const text = words(locale);
  return [
    [{ bold: text.admins }, ...memberList(admins, locale)],
    [{ bold: text.stewards }, ...memberList(stewards, locale)],
  ];
}

/** As many fit beside the name of the setting. */
const mostNamed = 4;

function memberList(ids: readonly string[], locale: Locale): Piece[] {
  if (ids.length === 0) return [words(locale).none];
  const shown = ids.slice(0, mostNamed);
  const left = ids.length - shown.length;
  return [
    ...shown.flatMap((id, i): Piece[] => [...(i > 0 ? [', '] : []), memberPiece(locale, id)]),
    left > 0 ? words(locale).more(formatNumber(locale, left)) : '',
  ];
}
