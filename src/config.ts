import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { isTimeZone } from './loyalty/time/period.ts';
import type { DatabasePlace } from './store/database/database.ts';

export interface Config {
  readonly database: DatabasePlace;
  /** Holds the embedded database and the sandbox's messages. */
  readonly dataFolder: string;
  /** Null: no tokens, so the app runs in its own sandbox. */
  readonly slack: SlackConfig | null;
  /** 0 picks a free one. */
  readonly port: number;
  /** The member who may change settings before anybody else is named. */
  readonly firstAdmin: string | null;
  /** Of a workspace that is new. */
  readonly firstSettings: { readonly timeZone: string; readonly currency: string; readonly locale: 'en' | 'da' | 'nb' };
  /** LOYALTY_LANGUAGE, where it is set: a terminal speaks it. */
  readonly language: 'en' | 'da' | 'nb' | null;
  /** What a new sandbox speaks: LOYALTY_LANGUAGE, else the machine's language where it is one of ours, else English. */
  readonly sandboxLanguage: 'en' | 'da' | 'nb';
  /** Where the app is reached from outside, over HTTP, without a slash at its end; null: nowhere that is known. */
  readonly publicUrl: string | null;
  /** The mail server that surveys are sent by; null: none. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Where the project's `docs` folder can be read in a browser; null: places in it are named, not linked. */
  readonly docsUrl: string | null;
  /** `npm start` stands between the app and whoever sends it signals. */
  readonly underNpm: boolean;
  /** Fills in the sample company: yes, no, or only into the sandbox's own empty embedded database. */
  readonly sample: 'yes' | 'no' | 'sandbox';
}

export type SlackConfig = {
  readonly botToken: string;
  /** Where the Web API is; only a loopback address may stand in for Slack. */
  readonly apiUrl: string;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
);

/** Settings that cannot be used, each by its name. */
export class BadSettings extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Some settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'BadSettings';
    this.problems = problems;
  }
}

const slackApi = 'https://slack.com/api/';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const environment = z.object({
  SLACK_BOT_TOKEN: optional(
    z.string().startsWith('xoxb-', 'must begin with xoxb- (OAuth & Permissions, Bot User OAuth Token)'),
  ),
  SLACK_APP_TOKEN: optional(
    z.string().startsWith('xapp-', 'must begin with xapp- (Basic Information, App-Level Tokens)'),
  ),
  SLACK_SIGNING_SECRET: optional(z.string().min(16, 'is too short (Basic Information, Signing Secret)')),
  SLACK_API_URL: optional(
    z.url('must be an address').refine(isSlackOrLoopback, 'must be Slack, or an address on this machine'),
  ),
  DATABASE_URL: optional(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
      .refine(URL.canParse, 'must be an address like postgresql://user:password@host:5432/name'),
  ),
  DATABASE_CONNECTIONS: optional(wholeNumber(2, 200)),
  LOYALTY_DATA: optional(z.string()),
  LOYALTY_ADMIN: optional(
    z.string().regex(/^[UW][A-Z0-9]{4,}$/, 'must be a member id of Slack, for example U012AB3CD'),
  ),
  LOYALTY_TIME_ZONE: optional(z.string().refine(isTimeZone, 'must be a time zone, for example Europe/Copenhagen')),
  LOYALTY_CURRENCY: optional(z.string().refine(isCurrency, 'must be a currency, for example DKK')),
  LOYALTY_LANGUAGE: optional(z.enum(['en', 'da', 'nb'], 'must be en, da or nb')),
  DOCS_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address, for example https://example.com/docs' }),
  ),
  PUBLIC_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address, for example https://loyalty.example.com' }),
  ),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: 'must be an address, for example smtps://user:password@smtp.example.com' }),
  ),
  MAIL_FROM: optional(
    z
      .string()
      .regex(
        /^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
        'must be like: Nordlys Kaffe <hello@nordlys.example>',
      ),
  ),
  PORT: optional(wholeNumber(0, 65_535)),
});

/**
 * Reads the environment, and `.env` in the working folder for what is not set there. The only reader of either.
 *
 * @param entry the shell needs no Slack
 * @throws BadSettings that names every problem at once
 */
export function readConfig(env: NodeJS.ProcessEnv, words: readonly string[], entry: 'app' | 'shell' = 'app'): Config {
  const file = resolve('.env');
  const settings = { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...env };
  const problems: string[] = [];
  const parsed = environment.safeParse(settings);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  }
  for (const word of words) {
    if (word !== '--empty' && word !== '--sample')
      problems.push(`${word} is not an option; there are --empty and --sample`);
  }
  if (words.includes('--empty') && words.includes('--sample')) problems.push('--empty and --sample exclude each other');
  const slack = slackOf(settings, problems);
  if (!slack && entry === 'app' && settings.NODE_ENV === 'production') {
    problems.push('NODE_ENV is production, where the sandbox never runs: set SLACK_BOT_TOKEN and the tokens beside it');
  }
  if (Boolean(settings.SMTP_URL) !== Boolean(settings.MAIL_FROM)) {
    problems.push('SMTP_URL and MAIL_FROM belong together: a mail server, and whom its mails are from');
  }
  if (!parsed.success || problems.length > 0) throw new BadSettings(problems);

  const dataFolder = resolve(parsed.data.LOYALTY_DATA ?? 'data');
  const { DATABASE_URL: url, DATABASE_CONNECTIONS: connections, SMTP_URL: smtp, MAIL_FROM: from } = parsed.data;
  return {
    database: url
      ? { kind: 'server', url, ...(connections && { connections }) }
      : { kind: 'folder', folder: dataFolder },
    dataFolder,
    slack,
    port: parsed.data.PORT ?? 3000,
    firstAdmin: parsed.data.LOYALTY_ADMIN ?? null,
    language: parsed.data.LOYALTY_LANGUAGE ?? null,
    sandboxLanguage: parsed.data.LOYALTY_LANGUAGE ?? machineLanguage(settings),
    publicUrl: parsed.data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    mail: smtp && from ? { url: smtp, from } : null,
    docsUrl: parsed.data.DOCS_URL ?? null,
    underNpm: settings.npm_lifecycle_event === 'start',
    firstSettings: {
      timeZone: parsed.data.LOYALTY_TIME_ZONE ?? 'Europe/Copenhagen',
      currency: parsed.data.LOYALTY_CURRENCY ?? 'DKK',
      locale: parsed.data.LOYALTY_LANGUAGE ?? 'en',
    },
    sample: words.includes('--sample') ? 'yes' : words.includes('--empty') ? 'no' : 'sandbox',
  };
}

/** As the machine says it; one that says "C" says nothing, and the runtime may know better. */
function machineLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.Dict<string>): 'en' | 'da' | 'nb' {
  const said = (LC_ALL || LC_MESSAGES || LANG || '').split('.')[0] ?? '';
  const isNone = said === '' || said === 'C' || said === 'POSIX';
  const tag = isNone ? new Intl.DateTimeFormat().resolvedOptions().locale : said;
  const language = tag.toLowerCase().split(/[-_]/)[0];
  if (language === 'da') return 'da';
  return language === 'nb' || language === 'nn' || language === 'no' ? 'nb' : 'en';
}

function slackOf(settings: NodeJS.Dict<string>, problems: string[]): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  if (!botToken && !appToken && !signingSecret) return null;
  if (!botToken) problems.push('SLACK_BOT_TOKEN is missing, while other Slack tokens are there');
  else if (!appToken && !signingSecret) {
    problems.push('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing beside SLACK_BOT_TOKEN');
  }
  const common = { botToken: botToken ?? '', apiUrl: settings.SLACK_API_URL || slackApi };
  if (appToken) return { ...common, mode: 'socket', appToken };
  return { ...common, mode: 'http', signingSecret: signingSecret ?? '' };
}

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);
}

function isSlackOrLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'))) return true;
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}
