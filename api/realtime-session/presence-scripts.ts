import { randomBytes } from 'node:crypto';
import type { RedisClient } from '../redis/connect-redis';
import { bucketKeys, siteKeys } from '../redis/keys';
import { ScriptRunner, type Script } from '../redis/script-runner';
import { loadScripts } from './load-scripts';
import { READ_DEPTHS, type ReadDepth } from './presence';
import type { SlicePlace, SliceQuery } from './roster-slice';
import type { PackedSlice } from './unpack-slice';

/** Settings every script call carries. */
export interface PresenceTimings {
  readonly sessionTtlVisibleMs: number;
  readonly sessionTtlHiddenMs: number;
  readonly redisReadDeadlineMs: number;
  readonly retainedChanges: number;
  readonly checkpointMs: number;
}

export interface Tick {
  /** Ends of presence that wait to be stored. */
  readonly endsWaiting: number;
  /** True for one node in each interval: it has to store how the bucket stands. */
  readonly isCheckpointDue: boolean;
  /** Sites with something to sweep. */
  readonly siteIds: readonly string[];
}

type SiteScript = 'touch' | 'leave' | 'sweep' | 'forget' | 'retell';

/** KEYS 1 to 14 of prelude.lua. */
const KEY_ORDER = [
  'deadlines',
  'sessions',
  'since',
  'leaving',
  'ended',
  'meta',
  'changes',
  'due',
  'sweep',
  'ends',
  'pages',
  'left',
  'sites',
  'forgotten',
] as const;

const STALE = 3;
/** What is noted about a site's pages is kept for that long. */
const INSTALLATION_LIFE_MS = 90 * 24 * 3_600_000;
/** Clocks drift apart slowly; after this long without an answer nobody knows. */
const CLOCK_HOLDS_MS = 60_000;

/** The script set of presence: right keys, common arguments, Redis's clock. Rejects when Redis does not answer in time. */
export class PresenceScripts {
  private readonly runner: ScriptRunner;
  // Redis's clock minus ours; 0 until the first answer.
  private clockSkewMs = 0;
  private clockNotedAtMs = -Infinity;

  constructor(
    redis: RedisClient,
    private readonly timings: PresenceTimings,
    /** Moves Redis's clock for this caller; 0 outside tests. */
    private readonly clockOffsetMs: () => number = () => 0,
    scripts: readonly Script[] = loadScripts(),
  ) {
    this.runner = new ScriptRunner({ redis, scripts, deadlineMs: timings.redisReadDeadlineMs });
  }

  /** Redis's clock, Unix ms, as of what it said lately; null when it did not say anything lately. */
  knownNowMs(): number | null {
    const ageMs = Date.now() - this.clockNotedAtMs;
    return ageMs >= 0 && ageMs < CLOCK_HOLDS_MS ? this.nowMs() : null;
  }

  /** Our estimate of Redis's clock, Unix ms. */
  nowMs(): number {
    return Date.now() + this.clockSkewMs + this.clockOffsetMs();
  }

  /**
   * A writing script of one site. Refused by the script when it waited in a queue for too long; when that was only our
   * estimate of the clock, it is corrected and the call repeated once.
   */
  async runSite(name: SiteScript, siteId: string, args: readonly (string | number)[]): Promise<number[]> {
    const reply = await this.callSite(name, siteId, args, this.nowMs());
    const isRefused = name !== 'sweep' && reply[0] === STALE;
    return isRefused ? this.callSite(name, siteId, args, this.nowMs()) : reply;
  }

  /** As {@link runSite}, once, as if the call had been sent at that instant of Redis's clock. */
  async callSite(
    name: SiteScript,
    siteId: string,
    args: readonly (string | number)[],
    sentAtMs: number,
  ): Promise<number[]> {
    const keys = siteKeys(siteId);
    const common = [
      siteId,
      keys.channel,
      this.clockOffsetMs(),
      Math.round(sentAtMs),
      randomBytes(6).toString('hex'),
      this.timings.retainedChanges,
      this.timings.sessionTtlHiddenMs,
    ];
    const reply = await this.runner.run(
      name,
      KEY_ORDER.map((key) => keys[key]),
      [...common, ...args],
    );
    const numbers = reply as number[];
    if (name !== 'sweep') this.noteClock(numbers[1]!);
    return numbers;
  }

  /** Notes that the bucket is being swept, and tells what there is to do in it. */
  async tick(bucket: number, mostSites: number): Promise<Tick> {
    const { due, sweep, ends, sites } = bucketKeys(bucket);
    const { sessionTtlHiddenMs, checkpointMs } = this.timings;
    const args = [this.clockOffsetMs(), sessionTtlHiddenMs, mostSites, checkpointMs];
    const reply = await this.runner.run('tick', [due, sweep, ends, sites], args);
    const [endsWaiting, isCheckpointDue, ...siteIds] = reply as [number, number, ...string[]];
    return { endsWaiting, isCheckpointDue: isCheckpointDue === 1, siteIds };
  }

  /** Notes how many of the site are online in this minute. */
  async recordHistory(siteId: string): Promise<void> {
    const { deadlines, history } = siteKeys(siteId);
    await this.runner.run('history', [deadlines, history], [this.clockOffsetMs()]);
  }

  /** Notes how a call of the site's pages ended: its kind, origin and reason. */
  async noteInstallation(
    siteId: string,
    note: readonly [kind: string, origin: string, reason: string],
  ): Promise<void> {
    const { meta, installation } = siteKeys(siteId);
    const args = [this.clockOffsetMs(), INSTALLATION_LIFE_MS, ...note];
    await this.runner.run('installation', [meta, installation], args);
  }

  /** One command for all ids of one site. */
  async read(siteId: string, visitorIds: readonly string[], depth: ReadDepth) {
    const { deadlines, sessions, sweep, pages } = siteKeys(siteId);
    const args = [this.clockOffsetMs(), READ_DEPTHS.indexOf(depth), ...visitorIds];
    const reply = await this.runner.run('read', [deadlines, sessions, sweep, pages], args);
    const [nowMs, uncertain, scores, ...packed] = reply as [number, number, string, ...string[]];
    this.noteClock(nowMs);
    return {
      nowMs,
      isUncertain: uncertain === 1,
      deadlines: scores.split(',').map(toDeadline),
      visits: packed.slice(0, visitorIds.length),
      pages: packed.slice(visitorIds.length),
    };
  }

  /** A slice of the roster with the site's position. One command; looks at no more than `lookAt` visitors of a part. */
  async roster(siteId: string, query: SliceQuery, lookAt: number): Promise<PackedSlice> {
    const { deadlines, since, meta, left, sessions, pages, sweep } = siteKeys(siteId);
    const reply = await this.runner.run(
      'roster',
      [deadlines, since, meta, left, sessions, pages, sweep],
      [
        this.clockOffsetMs(),
        query.isForward ? 1 : 0,
        READ_DEPTHS.indexOf(query.depth),
        query.limit,
        lookAt,
        ...[query.online, query.lapsed, query.left].flatMap(placeArgs),
        ...query.candidateIds,
      ],
    );
    const packed = reply as PackedSlice;
    this.noteClock(packed[0]);
    return packed;
  }

  private noteClock(redisNowMs: number): void {
    this.clockNotedAtMs = Date.now();
    this.clockSkewMs = redisNowMs - this.clockOffsetMs() - this.clockNotedAtMs;
  }
}

function toDeadline(score: string): number | null {
  const deadlineMs = Number(score);
  return score === '' || !Number.isFinite(deadlineMs) ? null : deadlineMs;
}

function placeArgs(place: SlicePlace): [string | number, string] {
  if (place === 'NOWHERE') return ['-', ''];
  return place === 'END' ? ['', ''] : [place.score, place.visitorId];
}
