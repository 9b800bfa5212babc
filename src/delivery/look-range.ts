import type { OutboxRow } from '../store/desk/outbox-lanes.ts';
import type { DeliverySettings } from './row.ts';

/** A part of a channel's history, by Slack's own clock. */
export interface LookRange {
  readonly oldest: string;
  /** Null: up to now. */
  readonly latest: string | null;
}

/** How long before a call its message can have come into being, as far as the clocks are known; and how long after. */
const beforeMs = 30_000;
const afterMs = 15_000;
/** Slack's machines do not agree to the second. */
const disagreeMs = 5000;
/** How far back a look goes where Slack has never given a ts. */
const dayMs = 24 * 3_600_000;

/**
 * Where a message may be whose sending ended without an answer, the likeliest place first: around the sending, then
 * after it, then before it. It is younger than whatever Slack gave before; our own clock, which may be wrong, decides
 * nothing but the order.
 */
export function lookRanges(row: OutboxRow, settings: Pick<DeliverySettings, 'settleMs'>): readonly LookRange[] {
  const ahead = row.slackAheadMs ?? 0;
  const first = (row.firstSendingAt ?? row.createdAt).getTime() + ahead;
  const last = (row.sendingAt ?? row.firstSendingAt ?? row.createdAt).getTime() + ahead;
  const bottom = row.afterTs === null ? first - dayMs : Number(row.afterTs) * 1000 - disagreeMs;
  const from = Math.max(bottom, first - beforeMs);
  const to = last + Math.min(afterMs, settings.settleMs);
  if (to <= bottom) return [{ oldest: toTs(bottom), latest: null }];
  return [
    { oldest: toTs(from), latest: toTs(to) },
    { oldest: toTs(to), latest: null },
    ...(bottom < from ? [{ oldest: toTs(bottom), latest: toTs(from) }] : []),
  ];
}

function toTs(ms: number): string {
  return (Math.max(0, ms) / 1000).toFixed(6);
}
