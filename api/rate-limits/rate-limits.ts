import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BoundedMap } from '../bounded-map';
import type { LIMITS } from '../limits';
import type { RedisClient } from '../redis/connect-redis';
import { rateKey } from '../redis/keys';
import { ScriptRunner } from '../redis/script-runner';
import { SharedFirst } from '../redis/shared-first';
import type { Bucket, Taken } from './bucket';
import { takePoints } from './take-points';

/** Whose calls are counted: a credential, a visitor, a network address, a site. */
export type BucketKind = 'apiKey' | 'agent' | 'visitor' | 'address' | 'site';

export interface RateLimitsOptions {
  readonly redis: RedisClient;
  readonly limits: Readonly<Record<keyof typeof LIMITS, number>>;
  /** How long Redis may take before this node counts for itself. */
  readonly patienceMs: number;
  /** Moves the clock of this node's calls; left out outside tests. */
  readonly clockOffsetMs?: () => number;
}

interface Refusal {
  readonly points: number;
  readonly untilMs: number;
}

const TAKE = {
  name: 'take',
  lua: readFileSync(join(__dirname, 'scripts/take.lua'), 'utf8'),
  numberOfKeys: 1,
};
/** Callers a node remembers; of more than so many at once the longest unheard starts anew. */
const MOST_HOLDERS = 10_000;

/** How much callers have used, for all nodes together. While Redis is away every node counts for itself. */
export class RateLimits {
  private readonly runner: ScriptRunner;
  private readonly sharedFirst: SharedFirst;
  private readonly fullAtMs = new BoundedMap<number>(MOST_HOLDERS);
  private readonly refusals = new BoundedMap<Refusal>(MOST_HOLDERS);
  private readonly clockOffsetMs: () => number;

  constructor(private readonly options: RateLimitsOptions) {
    const { redis, patienceMs } = options;
    this.runner = new ScriptRunner({ redis, scripts: [TAKE], deadlineMs: patienceMs });
    this.sharedFirst = new SharedFirst(patienceMs);
    this.clockOffsetMs = options.clockOffsetMs ?? (() => 0);
  }

  bucket(kind: BucketKind): Bucket {
    const { limits } = this.options;
    return { limit: limits[`${kind}Limit`], restorePerSecond: limits[`${kind}RestorePerSecond`] };
  }

  /** How long a caller has to wait in any case, as this node was told lately, ms; 0 when only asking can tell. */
  knownWaitMs(kind: BucketKind, holder: string, points: number): number {
    const refusal = this.refusals.get(keyOf(kind, holder));
    // Cheaper calls may still find enough.
    return refusal && points >= refusal.points ? Math.max(0, Math.ceil(refusal.untilMs - this.nowMs())) : 0;
  }

  /** Never rejects, and waits for Redis no longer than its patience. */
  async take(kind: BucketKind, holder: string, points: number): Promise<Taken> {
    const bucket = this.bucket(kind);
    const key = keyOf(kind, holder);
    const knownMs = this.knownWaitMs(kind, holder, points);
    if (knownMs > 0) return { remaining: 0, waitMs: knownMs };
    const taken = await this.sharedFirst.ask(
      () => this.takeShared(key, bucket, points),
      () => this.takeOwn(key, bucket, points),
    );
    if (taken.waitMs > 0) this.refusals.set(key, { points, untilMs: this.nowMs() + taken.waitMs });
    else this.refusals.delete(key);
    return taken;
  }

  private async takeShared(key: string, { limit, restorePerSecond }: Bucket, points: number): Promise<Taken> {
    const args = [limit, restorePerSecond, points, this.clockOffsetMs()];
    const [remaining, waitMs] = (await this.runner.run('take', [key], args)) as [number, number];
    return { remaining, waitMs };
  }

  private takeOwn(key: string, bucket: Bucket, points: number): Taken {
    const { fullAtMs, ...taken } = takePoints(bucket, points, this.fullAtMs.get(key) ?? 0, this.nowMs());
    this.fullAtMs.set(key, fullAtMs);
    return taken;
  }

  // Not the wall clock: were that set back, callers would have to wait for as long.
  private nowMs(): number {
    return performance.now() + this.clockOffsetMs();
  }
}

// Nobody's address is kept in clear.
function keyOf(kind: BucketKind, holder: string): string {
  return rateKey(kind, createHash('sha256').update(holder).digest('base64url').slice(0, 22));
}
