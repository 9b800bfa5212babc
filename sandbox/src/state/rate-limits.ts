export interface RateLimits {
  /** Counts a call; the seconds to wait when it is one too many, which then is not counted. */
  count(key: string, limit: RateLimit): number | null;
}

/** So many calls within so long. */
export interface RateLimit {
  readonly calls: number;
  readonly withinMs: number;
}

/** The calls of the last while, by workspace and method, and by channel where Slack counts so. */
export function createRateLimits(now: () => number): RateLimits {
  const counted = new Map<string, readonly number[]>();
  return {
    count(key, { calls, withinMs }) {
      const recent = (counted.get(key) ?? []).filter((at) => at > now() - withinMs && at <= now());
      const oldest = recent.length >= calls ? recent.at(-calls) : undefined;
      counted.set(key, oldest === undefined ? [...recent, now()] : recent);
      return oldest === undefined ? null : Math.max(1, Math.ceil((oldest + withinMs - now()) / 1000));
    },
  };
}
