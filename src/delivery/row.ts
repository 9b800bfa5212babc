import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../errors.ts';
import type { Message } from '../messages/kit/message.ts';
import type { Lanes, OutboxRow } from '../store/desk/outbox-lanes.ts';
import type { Illustrator } from './illustrate.ts';
import type { CanvasWriter } from './write-canvas.ts';

/** What a row says, made at the moment of sending. */
export interface Phrasing extends Pick<Message, 'pictures' | 'sortable'> {
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  /** The same as a canvas. */
  readonly canvas?: { readonly title: string; readonly markdown: string };
  /** Goes with the text as one message. Its name must be unlike any other in the thread: it is known again by it. */
  readonly file?: { readonly name: string; open(): AsyncIterable<Uint8Array | string> };
}

export interface DeliverySettings {
  /** The least time between two messages of a channel. */
  readonly paceMs: number;
  /** How long Slack may take to show a message that it accepted. */
  readonly settleMs: number;
  /** How long after a second sending to look for a second copy. */
  readonly lookAgainMs: number;
  /** How long a channel is kept; longer than reading, phrasing and one call take together. */
  readonly leaseMs: number;
  readonly pollMs: number;
  /** How long a workspace rests whose token is refused. */
  readonly lockedOutMs: number;
  /** Waiting time doubles from the first to the longest. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** From this try on a row that nothing accepts lets the rows behind it pass, if they are about something else. */
  readonly triesInTheWay: number;
  readonly giveUpMs: number;
  /** How often Slack is asked again that refused a message for a reason which somebody can mend. */
  readonly reasonRetryMs: number;
  /** How long such a message waits. */
  readonly reasonGiveUpMs: number;
  /** A channel in which nothing is due is looked at again after this at the latest: something new may have come. */
  readonly longestPauseMs: number;
  /** No wait is longer: what is further ahead was written by a clock that was wrong, and is now. */
  readonly longestWaitMs: number;
  /** How long `stop` waits for calls that are on their way. */
  readonly stopMs: number;
}

export const usualSettings: DeliverySettings = {
  paceMs: 1000,
  settleMs: 60_000,
  lookAgainMs: 180_000,
  leaseMs: 45_000,
  pollMs: 500,
  lockedOutMs: 60_000,
  firstRetryMs: 1000,
  longestRetryMs: 300_000,
  triesInTheWay: 8,
  giveUpMs: 24 * 3_600_000,
  reasonRetryMs: 10 * 60_000,
  reasonGiveUpMs: 30 * 24 * 3_600_000,
  longestPauseMs: 5000,
  longestWaitMs: 15 * 60_000,
  stopMs: 12_000,
};

/** What delivery reaches for. */
export interface DeliveryNeeds {
  readonly store: Lanes;
  /** The client of a workspace (see `deliveryClient`); null: the app is not installed there. */
  clientOf(workspaceId: number): Promise<WebClient | null>;
  /** The words of a row as things stand now; null: there is nothing left to say. */
  phrase(row: OutboxRow): Promise<Phrasing | null>;
  /** Shows pictures and tables that can be sorted; left out: messages go without. */
  readonly illustrator?: Illustrator;
  /** Shows reviews as canvases; left out: they are not. */
  readonly canvasWriter?: CanvasWriter;
  now(): Date;
  /** 0 to 1. */
  random(): number;
  readonly log: Log;
  /** Called once for every message that Slack did not take. */
  onGivenUp?(row: OutboxRow, why: string): void;
  /** Called when messages of a channel begin to wait for a reason, and when they no longer do. */
  onObstacle?(workspaceId: number): void;
  readonly settings: DeliverySettings;
  /** Until when a method that looks for copies rests, by workspace and method. */
  readonly lookRests: Map<string, Date>;
}
