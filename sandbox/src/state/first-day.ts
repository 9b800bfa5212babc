import type { Language } from '../page-api.ts';
import type { StoredChannel, StoredUser } from './model.ts';

/** The app's own identity: the same at every start, so that a restarted app finds itself again. */
export const app = {
  id: 'A0LOYALTY01',
  clientId: '1000000000001.1000000000002',
  clientSecret: 'sandbox-client-secret',
  signingSecret: 'sandbox-signing-secret',
  verificationToken: 'sandbox-verification-token',
  appToken: 'xapp-1-A0LOYALTY01-sandbox',
} as const;

export interface FirstDay {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly botUserId: string;
  readonly botId: string;
  /** Null: the app is not installed until its OAuth page is used. */
  readonly installer: string | null;
  readonly users: readonly StoredUser[];
  /** Somebody of another organisation, who is in its Slack Connect channels. */
  readonly outsider: StoredUser;
  readonly channels: readonly Omit<StoredChannel, 'createdAt' | 'person'>[];
}

/** The organisation of a workspace that is part of one. */
export const enterprise = { id: 'E0NORDICORG', name: 'Nordic Organisation' } as const;

const nordlys = 'T0NORDLYS01';
const fjord = 'T0FJORDSP01';

/** The two workspaces as they are on a first day in Danish; in other languages channels and most people speak another. */
export const firstDays: readonly FirstDay[] = [
  {
    id: nordlys,
    name: 'Nordlys Kaffe',
    domain: 'nordlys-kaffe',
    botUserId: 'U0NLLADDER1',
    botId: 'B0NLLADDER1',
    installer: 'U0ASTRID001',
    users: [
      person('U0ASTRID001', 'astrid', 'Astrid Holm', 'da-DK', 'Europe/Copenhagen', { isAdmin: true }),
      person('U0JONAS0001', 'jonas', 'Jonas Berg', 'nb-NO', 'Europe/Oslo'),
      person('U0EMILY0001', 'emily', 'Emily Clarke', 'en-US', 'Europe/London'),
      person('U0MADS00001', 'mads', 'Mads Lund', 'da-DK', 'Europe/Copenhagen'),
      person('U0GUEST0001', 'gaest', 'Guest Gæst', 'da-DK', 'Europe/Copenhagen', { isGuest: true }),
    ],
    outsider: {
      ...person('U0PETRA0001', 'petra', 'Petra Partner', 'da-DK', 'Europe/Copenhagen'),
      team: 'T0PARTNER01',
    },
    channels: [
      channel(nordlys, 'C0GENERAL01', 'general', 'channel', [
        'U0ASTRID001',
        'U0JONAS0001',
        'U0EMILY0001',
        'U0MADS00001',
      ]),
      channel(nordlys, 'C0KUNDESERV', 'kundeservice', 'channel', [
        'U0ASTRID001',
        'U0JONAS0001',
        'U0MADS00001',
        'U0GUEST0001',
      ]),
      channel(nordlys, 'C0KUNDALARM', 'kunder-alarm', 'channel', [
        'U0ASTRID001',
        'U0JONAS0001',
        'U0EMILY0001',
        'U0MADS00001',
      ]),
      channel(nordlys, 'C0LEDELSE01', 'ledelse', 'group', ['U0ASTRID001', 'U0MADS00001']),
    ],
  },
  {
    id: fjord,
    name: 'Fjord Sport',
    domain: 'fjord-sport',
    botUserId: 'U0FSLADDER1',
    botId: 'B0FSLADDER1',
    installer: null,
    users: [
      person('U0INGRID001', 'ingrid', 'Ingrid Nilsen', 'nb-NO', 'Europe/Oslo', { isAdmin: true }),
      person('U0LARS00001', 'lars', 'Lars Dahl', 'nb-NO', 'Europe/Oslo'),
    ],
    outsider: { ...person('U0PER000001', 'per', 'Per Partner', 'nb-NO', 'Europe/Oslo'), team: 'T0PARTNER01' },
    channels: [
      channel(fjord, 'C0FSGENERAL', 'general', 'channel', ['U0INGRID001', 'U0LARS00001']),
      channel(fjord, 'C0FSBUTIKK1', 'butikk', 'channel', ['U0INGRID001', 'U0LARS00001']),
    ],
  },
];

function person(
  id: string,
  name: string,
  realName: string,
  locale: string,
  timeZone: string,
  role: { readonly isAdmin?: boolean; readonly isGuest?: boolean } = {},
): StoredUser {
  const { isAdmin = false, isGuest = false } = role;
  return { id, name, realName, email: `${name}@example.com`, locale, timeZone, isAdmin, isGuest, isBot: false };
}

function channel(
  workspace: string,
  id: string,
  name: string,
  kind: 'channel' | 'group',
  members: readonly string[],
): FirstDay['channels'][number] {
  return { id, workspace, name, kind, members };
}

/** What the roaster's people and channels are in another language; the ids stay. */
const inOtherWords: Readonly<
  Record<Exclude<Language, 'da'>, { readonly locale: string; readonly channels: Readonly<Record<string, string>> }>
> = {
  nb: {
    locale: 'nb-NO',
    channels: { kundeservice: 'kundeservice', 'kunder-alarm': 'kunde-varsler', ledelse: 'ledelse' },
  },
  en: {
    locale: 'en-GB',
    channels: { kundeservice: 'customer-service', 'kunder-alarm': 'customer-alerts', ledelse: 'management' },
  },
};

/** The workspaces on a first day in a language: who spoke Danish speaks that. */
export function firstDaysIn(language: Language): readonly FirstDay[] {
  if (language === 'da') return firstDays;
  const { locale, channels } = inOtherWords[language];
  return firstDays.map((day) =>
    day.id !== nordlys
      ? day
      : {
          ...day,
          users: day.users.map((user) => (user.locale === 'da-DK' ? { ...user, locale } : user)),
          channels: day.channels.map((one) => ({ ...one, name: channels[one.name] ?? one.name })),
        },
  );
}
