import { createHash } from 'node:crypto';
import { type ChaosKind, type ChaosPlan, chaosKinds } from '../conditions.ts';

export interface Chaos {
  plan(): ChaosPlan;
  /** A new plan starts its counts anew and lets go of every answer that was held. */
  follow(plan: ChaosPlan): void;
  occurred(): Record<ChaosKind, number>;
  /** Whether this kind hits now. `site` is a Web API method or a kind of delivery; a hit is counted. */
  hits(kind: ChaosKind, site: string): boolean;
  /** The same, but counted only by `happened`, for what may come to nothing. */
  wants(kind: ChaosKind, site: string): boolean;
  happened(kind: ChaosKind): void;
  /** A seeded delay of 50 to 500 ms. */
  delayMs(site: string): number;
  /** Waits as long as the plan holds the answers of this method. */
  held(method: string): Promise<void>;
}

const noPlan: ChaosPlan = { seed: 0, rates: {} };

/**
 * Seeded faults. Whether the n-th call of a method is hit depends on the seed, the kind, the method and n alone, so two
 * runs of the same seed give the same, whatever else happens in between.
 */
export function createChaos(): Chaos {
  let plan = noPlan;
  let seen = new Map<string, number>();
  let counts = noCounts();
  let held: (() => void)[] = [];

  function draw(what: string, site: string): number {
    const key = `${what} ${site}`;
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    const hash = createHash('sha256').update(`${plan.seed} ${key} ${n}`).digest();
    return hash.readUInt32BE(0) / 2 ** 32;
  }

  function wants(kind: ChaosKind, site: string): boolean {
    const rate = plan.rates[kind] ?? 0;
    return rate > 0 && draw(kind, site) < rate;
  }

  return {
    plan: () => plan,
    follow(next) {
      plan = next;
      seen = new Map();
      counts = noCounts();
      const waiting = held;
      held = [];
      for (const letGo of waiting) letGo();
    },
    occurred: () => ({ ...counts }),
    hits(kind, site) {
      if (!wants(kind, site)) return false;
      counts[kind] += 1;
      return true;
    },
    wants,
    happened: (kind) => {
      counts[kind] += 1;
    },
    delayMs: (site) => 50 + Math.round(450 * draw('delay-length', site)),
    async held(method) {
      if (!plan.holdAnswers?.includes(method)) return;
      await new Promise<void>((letGo) => held.push(letGo));
    },
  };
}

function noCounts(): Record<ChaosKind, number> {
  return Object.fromEntries(chaosKinds.map((kind) => [kind, 0])) as Record<ChaosKind, number>;
}
