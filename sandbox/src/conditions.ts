/**
 * How a workspace is where workspaces differ, and what Slack refuses in it: set on start (`--conditions`) and over the
 * wire. What is left out of a change stays as it is.
 */
export interface Conditions {
  /** Takes Slack's own charts (`data_visualization`). */
  readonly charts: boolean;
  /** Takes tables that can be sorted (`data_table`). */
  readonly dataTables: boolean;
  /**
   * `paid`: canvases anywhere. `free`: one in each channel, as a tab of it, and none that stands alone. `off`: none, as an
   * admin has it who switched them off.
   */
  readonly canvases: 'paid' | 'free' | 'off';
  /** Channels that were archived: whatever is sent there is refused with `is_archived`. */
  readonly archived: readonly string[];
  /** Channels in which admins alone may post: everybody else is refused with `restricted_action`. */
  readonly restricted: readonly string[];
  /** Scopes that manifest.yml declares and the workspace did not give: `missing_scope`. */
  readonly withoutScopes: readonly string[];
  /** Each method has the limit of its tier a minute, and a channel one post a second: 429 with `Retry-After`. */
  readonly rateLimited: boolean;
  /**
   * `conversations.history` and `.replies` once a minute, with at most 15 messages: what apps get that are distributed
   * commercially outside the Marketplace.
   */
  readonly historyLimited: boolean;
  /**
   * The status with which a `response_url` refuses blocks: 200 with `{"ok":false}`, say two public clients, 400 says a
   * third.
   */
  readonly answersRefusedWith: 200 | 400;
  /** Channels of Slack Connect: somebody of another organisation is in them, too. */
  readonly connected: readonly string[];
  /**
   * Whether the workspace is part of an Enterprise organisation, and whether the app is installed in the workspace or for
   * all of the organisation, which then is what payloads name (`team: null` where nothing says in which workspace).
   */
  readonly enterprise: 'none' | 'workspace-install' | 'organisation-install';
  /** People whose account was deactivated. */
  readonly deactivated: readonly string[];
  /** People of whom Slack tells no locale, also when it is asked for. */
  readonly withoutLocale: readonly string[];
}

/** As a workspace is when nobody says otherwise. */
export const usualConditions: Conditions = {
  charts: true,
  dataTables: true,
  canvases: 'paid',
  archived: [],
  restricted: [],
  withoutScopes: [],
  rateLimited: true,
  historyLimited: false,
  answersRefusedWith: 200,
  connected: [],
  enterprise: 'none',
  deactivated: [],
  withoutLocale: [],
};

/** One thing that Slack does to the calls of a method; those it does not fit are carried out. */
export interface RefusalRule {
  /** A Web API method, or `response_url`, `files.upload`, `files.download`. */
  readonly method: string;
  /** Only calls about this channel. */
  readonly channel?: string;
  /** Slack's word: the answer is `{"ok":false,"error":…}`. */
  readonly error?: string;
  /** Its HTTP status; left out: 200, as Slack has it for business errors. 429 comes with Retry-After. */
  readonly status?: number;
  /** With 429; left out: 1. */
  readonly retryAfterSeconds?: number;
  /** The call is carried out, and its answer never arrives. */
  readonly answerLost?: boolean;
  /** How many calls it hits; left out: all until the rules change. */
  readonly times?: number;
}

/** A rule, and how many calls it has hit. */
export interface MetRule extends RefusalRule {
  readonly met: number;
}

export const chaosKinds = [
  'duplicate',
  'delay',
  'reorder',
  'rate-limit',
  'server-error',
  'dropped-connection',
  'accepted-then-dropped',
  'accepted-but-late-visible',
] as const;
export type ChaosKind = (typeof chaosKinds)[number];

export interface ChaosPlan {
  readonly seed: number;
  /** The share of deliveries or calls that each kind hits, 0 to 1; a kind left out never occurs. */
  readonly rates: Readonly<Partial<Record<ChaosKind, number>>>;
  /**
   * Web API methods it is limited to (`response_url` and `files.upload` count as methods too); left out: all that a fault
   * can hit. Duplicates and reordering are of deliveries and go on; delay and dropped-connection leave deliveries alone.
   */
  readonly methods?: readonly string[];
  /** Hold calls of these methods after they were accepted and before they are answered, until the plan changes. */
  readonly holdAnswers?: readonly string[];
}
