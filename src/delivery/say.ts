import type { KnownBlock } from '@slack/types';

/** A message as Slack takes it, its pictures shown or left out. */
export interface Shown {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Whether Slack took a message; `failed`: it may have, or would another time. */
export type AttemptOutcome = 'taken' | 'refused' | 'failed';

/** Says something to one member alone. */
export interface Say {
  /** What Slack need not take. */
  attempt(shown: Shown): Promise<AttemptOutcome>;
  /** By whatever way there is, without its blocks if need be. */
  surely(shown: Shown): Promise<void>;
}
