import type { Log } from './errors.ts';
import type { DigestParts, ReviewParts } from './facts/report.ts';
import type { Predictor } from './loyalty/prediction/predict.ts';
import type { Settings } from './loyalty/settings.ts';
import type { Day, Window } from './loyalty/time/period.ts';
import type { Timetable } from './loyalty/time/read-schedule.ts';
import type { Store, WorkspaceStore } from './store/store.ts';

/** A workspace, and what a flow may reach for there. */
export interface Context extends Omit<Deps, 'store'> {
  readonly workspaceId: number;
  /** Everything of the workspace, each call on its own. */
  readonly store: WorkspaceStore;
  /** All of it or nothing: see `Store`. */
  transaction<T>(work: (tx: WorkspaceStore) => Promise<T>, options?: { readonly once?: boolean }): Promise<T>;
  /** Everything as it stands at one moment, to be read and not written. */
  snapshot<T>(work: (at: WorkspaceStore) => Promise<T>): Promise<T>;
  readonly rowsPerTransaction: number;
}

/** What time it is. */
export type Clock = Pick<Deps, 'now'>;

/** What flows reach for that look after every workspace. */
export interface Deps {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Log;
  /** Told after a transaction that wrote to the outbox, so that nothing has to wait for the next look. */
  readonly nudgeDelivery: () => void;
  /** When digests come. */
  readonly timetable: Timetable;
  /** What digests and reviews are made of. */
  readonly sections: {
    readonly digest: readonly Gatherer<DigestParts>[];
    readonly review: readonly Gatherer<ReviewParts>[];
  };
  /** Predicts without holding up anybody. */
  readonly predict: Predictor;
  /** What a workspace that is new begins with; left out: Europe/Copenhagen, DKK and English. */
  readonly firstSettings?: Pick<Settings, 'timeZone' | 'currency' | 'locale'>;
  /**
   * Makes sure, for a terminal, that the app can post in a channel; throws a UserError where it cannot. Left out: Slack is not at hand.
   */
  readonly mustReach?: (channelId: string) => Promise<void>;
  /** The names of members and channels, by their ids, for a terminal. Left out: Slack is not at hand. */
  readonly namesInSlack?: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Where the project's `docs` folder can be read in a browser; left out or null: nowhere that is known. */
  readonly docsUrl?: string | null;
  /** Where customers reach the pages of surveys, without a slash at its end; null or left out: nowhere that is known. */
  readonly surveyUrl?: () => string | null;
  /** Whether mails to customers can be sent; left out: they cannot. */
  readonly sendsMail?: boolean;
  /** Told after a transaction that wrote a mail. */
  readonly nudgeMails?: () => void;
}

/** What a flow that only reads needs: a workspace, and what it settled. */
export interface ReadContext {
  readonly store: WorkspaceStore;
  readonly settings: Settings;
}

/** A section as far as a flow needs it: what it is called, and how its facts are read. How they look is for who tells them. */
export interface Gatherer<Parts> {
  readonly name: string;
  gather(request: GatherRequest): Promise<Parts>;
}

/** What facts of a section are read of. */
export interface GatherRequest extends ReadContext {
  readonly window: Window;
  readonly now: Date;
  /** The workspace's day of `now`. */
  readonly today: Day;
}

export function contextOf({ store, ...rest }: Deps, workspaceId: number): Context {
  return {
    ...rest,
    workspaceId,
    store: store.of(workspaceId),
    transaction: (work, options) => store.transaction(workspaceId, work, options),
    snapshot: (work) => store.snapshot(workspaceId, work),
    rowsPerTransaction: store.rowsPerTransaction,
  };
}
