/**
 * The sandbox's own wire, beside Slack's: what its page and the tests see and do as a person.
 * What a person or a test did wrong is HTTP 200 with {ok: false, error}. Files of messages are read at their `url`.
 * Everything is JSON over loopback HTTP below /sandbox/, and one WebSocket for what happens live.
 *
 *   GET  /sandbox/workspaces                                   -> SandboxWorkspace[]
 *   GET  /sandbox/messages?workspace=&as=&channel=[&thread=ts] -> SandboxMessage[]  oldest first, ephemeral ones for `as` included
 *   GET  /sandbox/screen?workspace=&as=                        -> SandboxScreen     the open modals and the App Home
 *   GET  /sandbox/canvas?workspace=&id=                       -> SandboxCanvas     also below /docs/WORKSPACE/ID, as a page
 *   POST /sandbox/act                                          <- PersonAct         -> ActResult
 *   GET  /sandbox/mails                                        -> SandboxMail[]     what customers got by mail, the newest first
 *   GET  /sandbox/mails/MESSAGE-ID                             its HTML, which runs no script
 *   POST /sandbox/mails                                        <- SandboxMail without receivedAt; once for each messageId, for the app
 *   POST /sandbox/files?workspace=&as=&name=                   <- the file's bytes  -> { file_id }
 *   POST /sandbox/options                                      <- OptionsQuery      -> { options } | { option_groups }
 *   GET  /sandbox/clock, POST /sandbox/clock                   <- { now?: iso, advanceMs? } -> { now }
 *   GET  /sandbox/chaos, POST /sandbox/chaos                   <- ChaosPlan         -> { plan, occurred: Record<ChaosKind, number> }
 *   GET  /sandbox/calls?workspace=[&method=]                   -> SandboxCall[]     the Web API calls that were made
 *   GET  /sandbox/delivery, POST /sandbox/delivery             <- { requestUrl?: string | null, refresh?: true }
 *                                                              -> { requestUrl, connections }
 *                                                              where the app is reached over HTTP (loopback only), and how
 *                                                              many sockets it has; refresh asks them to come anew
 *   GET  /sandbox/conditions?workspace=, POST                  <- Partial<Conditions> -> Conditions   how the workspace is
 *   GET  /sandbox/refusals?workspace=, POST                    <- { rules: RefusalRule[] } -> { rules: MetRule[] }
 *                                                              what Slack refuses; new rules take the place of the old
 *   GET  /sandbox/functions?workspace=                          -> FunctionRun[]     what run-function started
 *   GET  /sandbox/company, POST                              <- { language, onlyUntouched? } -> SandboxCompany
 *                                                              has the app make its company again in another language, where it can
 *   POST /sandbox/first-day                                    <- { language }      -> SandboxCompany  begins anew, for the app
 *   GET  /sandbox/samples/NAME                                 a file to bring in
 *   GET  /sandbox/identity                                     -> { folder }        which folder it has open
 *   WS   /sandbox/live?workspace=&as=                          -> LiveEvent
 */

export * from './conditions.ts';

/** The line of JSON that the sandbox prints when it listens. */
export interface ReadyLine {
  readonly url: string;
  readonly pid: number;
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly app: {
    readonly id: string;
    readonly appToken: string;
    readonly signingSecret: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly workspaces: readonly ReadyWorkspace[];
  readonly language: Language;
}

interface ReadyWorkspace {
  readonly id: string;
  readonly name: string;
  readonly installed: boolean;
  /** Null: the app is not installed there. */
  readonly botToken: string | null;
  readonly botUserId: string;
  readonly botId: string;
  readonly installer: string | null;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** What a workspace speaks on its first day. */
export const languages = ['en', 'da', 'nb'] as const;
export type Language = (typeof languages)[number];

/** What the workspace speaks, and what its page may offer. */
export interface SandboxCompany {
  readonly language: Language;
  /** Whether the app makes its company again when it is asked to. */
  readonly canMakeAgain: boolean;
  /** The names of files to bring in. */
  readonly samples: readonly string[];
}

/** What passes between the sandbox and the process that started it. */
export type ParentMessage =
  | { readonly type: 'can-make-again' }
  | { readonly type: 'make-again'; readonly language: Language; readonly onlyUntouched: boolean }
  | { readonly type: 'made-again'; readonly isMade: boolean };

export interface SandboxUser {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly isAdmin: boolean;
  readonly isGuest: boolean;
  readonly isBot: boolean;
  /** Of somebody of another organisation, met in a Slack Connect channel: their workspace. */
  readonly team?: string;
}

export interface SandboxChannel {
  readonly id: string;
  readonly name: string;
  /** channel: public; group: private; im: a person and the app, or two people; mpim: several people, maybe with the app. */
  readonly kind: 'channel' | 'group' | 'im' | 'mpim';
  readonly members: readonly string[];
  /** Those that are tabs of it: where each is read. */
  readonly canvases: readonly { readonly id: string; readonly title: string; readonly url: string }[];
}

export interface SandboxWorkspace {
  readonly id: string;
  readonly name: string;
  readonly users: readonly SandboxUser[];
  readonly channels: readonly SandboxChannel[];
  /** From manifest.yml. */
  readonly app: { readonly id: string; readonly name: string; readonly botUserId: string; readonly installed: boolean };
  readonly commands: readonly { readonly command: string; readonly description: string; readonly usageHint: string }[];
  readonly shortcuts: readonly {
    readonly type: 'message' | 'global';
    readonly callbackId: string;
    readonly name: string;
    readonly description: string;
  }[];
}

export interface SandboxMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly isApp: boolean;
  readonly text: string;
  /** Block Kit, as Slack would store it: every block has its block_id. */
  readonly blocks: readonly Record<string, unknown>[];
  readonly threadTs: string | null;
  readonly replyCount: number;
  readonly edited: boolean;
  /** Seen by `as` alone. */
  readonly ephemeral: boolean;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly url: string;
  }[];
  /** Files that the blocks show and that are shared with nobody who sees the message: Slack shows them no picture. */
  readonly hiddenFiles: readonly string[];
}

/** A mail to a customer, as it stands in the mailbox. */
export interface SandboxMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly receivedAt: string;
}

export interface SandboxCanvas {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  /** Where it is a tab; null: in no channel. */
  readonly channel: { readonly id: string; readonly name: string } | null;
}

export interface SandboxView {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly Record<string, unknown>[];
  readonly notifyOnClose: boolean;
  /** Slack's own words under fields after a refused submission, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface SandboxScreen {
  /** The stack of open modals, the one on top last. */
  readonly modals: readonly SandboxView[];
  readonly home: SandboxView | null;
}

/** One value as Slack sends it in view.state.values or in an action, for example {type: 'plain_text_input', value: 'x'}. */
export type ElementValue = Readonly<Record<string, unknown>>;
/** block_id -> action_id -> value. Elements that are left out keep their initial value. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, ElementValue>>>>;

interface Act {
  readonly workspace: string;
  /** The user id of the person who acts. */
  readonly as: string;
}

export type PersonAct =
  | (Act & {
      readonly do: 'say';
      readonly channel: string;
      readonly text: string;
      readonly threadTs?: string;
      readonly fileIds?: readonly string[];
    })
  | (Act & { readonly do: 'command'; readonly channel: string; readonly command: string; readonly text: string })
  | (Act & { readonly do: 'global-shortcut'; readonly callbackId: string })
  | (Act & {
      readonly do: 'message-shortcut';
      readonly callbackId: string;
      readonly channel: string;
      readonly ts: string;
    })
  | (Act & {
      readonly do: 'press';
      /** Where the element stands. */
      readonly on:
        | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
        | { readonly kind: 'view'; readonly viewId: string };
      readonly blockId: string;
      readonly actionId: string;
      /** What was chosen; not needed for a button. */
      readonly value?: ElementValue;
      /** The state of the other elements of the message or view. */
      readonly state?: StateValues;
    })
  | (Act & { readonly do: 'submit'; readonly viewId: string; readonly state: StateValues })
  | (Act & { readonly do: 'close'; readonly viewId: string; readonly all?: boolean })
  | (Act & { readonly do: 'open-home'; readonly tab?: 'home' | 'messages' })
  | (Act & { readonly do: 'read'; readonly channel: string })
  | (Act & { readonly do: 'create-channel'; readonly name: string; readonly isPrivate: boolean })
  | (Act & { readonly do: 'invite'; readonly channel: string; readonly user: string })
  | (Act & { readonly do: 'remove'; readonly channel: string; readonly user: string })
  /** Opens the direct messages of several people, or with `users` of one those of two; the app is in them if it is named. */
  | (Act & { readonly do: 'open-group'; readonly users: readonly string[] })
  | (Act & { readonly do: 'uninstall-app' })
  /** A workflow's step that the app provides; the result's id is the execution's. */
  | (Act & {
      readonly do: 'run-function';
      readonly callbackId: string;
      readonly inputs: Readonly<Record<string, unknown>>;
    });

/** How the app took it. Slack shows a person the words in `error`. */
export interface ActResult {
  readonly ok: boolean;
  /** For example operation_timeout, dispatch_failed, dispatch_unknown_error, trigger_expired. */
  readonly error?: string;
  /** The ts of what was said, the id of what was made. */
  readonly ts?: string;
  readonly id?: string;
  /** Milliseconds until the app acknowledged. */
  readonly ackMs?: number;
}

export interface OptionsQuery extends Act {
  readonly on:
    | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
    | { readonly kind: 'view'; readonly viewId: string };
  readonly blockId: string;
  readonly actionId: string;
  readonly typed: string;
}

export interface SandboxCall {
  readonly n: number;
  readonly at: string;
  readonly method: string;
  readonly ok: boolean;
  readonly error: string | null;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Arguments that Slack knows nothing of and left aside. */
  readonly unknown: readonly string[];
}

export interface FunctionRun {
  readonly id: string;
  readonly callbackId: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly error: string | null;
}

export type LiveEvent =
  | { readonly type: 'message'; readonly message: SandboxMessage }
  | { readonly type: 'message-changed'; readonly message: SandboxMessage }
  | { readonly type: 'message-deleted'; readonly channel: string; readonly ts: string }
  | { readonly type: 'screen'; readonly screen: SandboxScreen }
  | { readonly type: 'channels'; readonly channels: readonly SandboxChannel[] }
  | { readonly type: 'app'; readonly connected: boolean }
  /** Everything is anew: to be loaded again. */
  | { readonly type: 'begun-anew' };
