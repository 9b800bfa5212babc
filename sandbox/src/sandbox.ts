import { join } from 'node:path';
import { createDelivery, type Delivery } from './delivery/delivery.ts';
import { createLive, type Live } from './delivery/live.ts';
import type { FunctionRun, Language } from './page-api.ts';
import { type CallLog, createCallLog } from './state/calls.ts';
import { type Chaos, createChaos } from './state/chaos.ts';
import { type Clock, createClock } from './state/clock.ts';
import { type ConditionStore, openConditions } from './state/conditions.ts';
import { openJournal } from './state/journal.ts';
import type { Manifest } from './state/manifest.ts';
import { type Modals, openModals } from './state/modals.ts';
import { createRateLimits, type RateLimits } from './state/rate-limits.ts';
import { createRefusals, type Refusals } from './state/refusals.ts';
import { identityOf } from './state/running.ts';
import { createTriggers, type Triggers } from './state/triggers.ts';
import { openWorld, type World } from './state/world.ts';

/** Everything that a part of the sandbox may reach for. */
export interface Sandbox {
  readonly manifest: Manifest;
  readonly world: World;
  readonly clock: Clock;
  readonly chaos: Chaos;
  readonly live: Live;
  readonly calls: CallLog;
  readonly triggers: Triggers;
  readonly modals: Modals;
  readonly delivery: Delivery;
  readonly oauthCodes: Map<string, OAuthCode>;
  /** How the workspaces are, where workspaces differ. */
  readonly conditions: ConditionStore;
  readonly refusals: Refusals;
  readonly rates: RateLimits;
  /** Runs of the app's functions, by their function_execution_id. */
  readonly executions: Map<string, FunctionExecution>;
  /** Has the app make its company again, where it can. */
  makeAgain: MakeAgain | null;
  /** The folder with files to bring in; null: none. */
  readonly samplesFolder: string | null;
  /** The folder that it has open, by its own name. */
  readonly folder: string;
  /** Where the bytes of files lie. */
  readonly filesFolder: string;
  /** `http://127.0.0.1:port`, known once it listens. */
  address: string;
  close(): void;
}

/** @returns whether it was made */
export type MakeAgain = (language: Language, onlyUntouched: boolean) => Promise<boolean>;

export interface OAuthCode {
  readonly workspace: string;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | null;
  readonly expiresAt: number;
}

interface FunctionExecution extends FunctionRun {
  readonly workspace: string;
}

/** Opens the sandbox's memory in a folder; it is reached once server.ts listens. */
export function openSandbox(
  folder: string,
  manifest: Manifest,
  { language, samplesFolder }: { readonly language: Language; readonly samplesFolder: string | null },
): Sandbox {
  const journal = openJournal(folder);
  const clock = createClock(journal.collection('settings'));
  const chaos = createChaos();
  const live = createLive();
  const delivery = createDelivery(chaos, () => live.tell(null, { type: 'app', connected: delivery.connected() }));
  return {
    manifest,
    clock,
    chaos,
    live,
    delivery,
    world: openWorld(
      journal,
      manifest.features.bot_user?.display_name ?? manifest.display_information.name,
      clock.now,
      language,
    ),
    calls: createCallLog(),
    triggers: createTriggers(clock.now),
    modals: openModals(),
    oauthCodes: new Map(),
    conditions: openConditions(journal.collection('conditions')),
    refusals: createRefusals(),
    rates: createRateLimits(clock.now),
    executions: new Map(),
    makeAgain: null,
    samplesFolder,
    folder: identityOf(folder),
    filesFolder: join(folder, 'files'),
    address: '',
    close() {
      delivery.close();
      live.close();
      clock.close();
      journal.close();
    },
  };
}
