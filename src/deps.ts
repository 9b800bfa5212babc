import type { Log } from './errors.ts';
import type { Store } from './store/store.ts';

/** What a flow may reach for. */
export interface Deps {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Log;
  /** Told after a transaction that wrote to the outbox, so that nothing has to wait for the next look. */
  readonly nudgeDelivery: () => void;
  /** Where the project's `docs` folder can be read in a browser; left out or null: nowhere that is known. */
  readonly docsUrl?: string | null;
}
