import { createLog } from '../log';
import type { VisitorRef } from '../realtime-session/presence';
import { PresenceChanges, type SiteEvent } from '../realtime-session/presence-changes';
import { PresenceScripts, type PresenceTimings } from '../realtime-session/presence-scripts';
import { RealtimeSessionService, type Touch } from '../realtime-session/realtime-session.service';
import { connectRedis, type RedisClient } from '../redis/connect-redis';
import { bucketOf } from '../redis/keys';
import { TIMINGS } from '../timings';
import { PATIENT } from './patient';
import { newId } from '../typed-id';
import { startTestRedis, type TestRedis } from './test-redis';

export const GRACE_MS = 5_000;

/** A Redis of one's own with the session service on it, a site, and a clock that only the test moves. */
export interface PresenceWorld {
  readonly redis: TestRedis;
  readonly client: RedisClient;
  readonly sessions: RealtimeSessionService;
  readonly changes: PresenceChanges;
  readonly siteId: string;
  /** Everything announced on the site, oldest first. */
  announced(): Promise<SiteEvent[]>;
  /** A fresh visitor of the site. */
  visitor(): VisitorRef;
  identify(visitor: VisitorRef, tabId: string, touch?: Partial<Touch>): Promise<TouchReply>;
  heartbeat(visitor: VisitorRef, tabId: string, touch?: Partial<Touch>): Promise<TouchReply>;
  leave(visitor: VisitorRef, tabId: string, seq?: number): ReturnType<RealtimeSessionService['leave']>;
  /** Lets time pass, sweeping every second as a node does. */
  pass(seconds: number): Promise<void>;
  /** Lets time pass while nobody sweeps. */
  skip(seconds: number): void;
  sweep(): Promise<unknown>;
  stop(): Promise<void>;
}

type TouchReply = Awaited<ReturnType<RealtimeSessionService['touch']>>;

const log = createLog('silent');

export async function startPresenceWorld(settings: Partial<PresenceTimings> = {}): Promise<PresenceWorld> {
  const redis = await startTestRedis();
  const [client, subscriber] = await Promise.all([
    open(redis.url, 'commands'),
    open(redis.url, 'subscriber'),
  ]);
  const timings = { ...TIMINGS, ...PATIENT, retainedChanges: 10_000, ...settings };
  let offsetMs = 0;
  const scripts = new PresenceScripts(client, timings, () => offsetMs);
  const sessions = new RealtimeSessionService(scripts, timings, log);
  const changes = new PresenceChanges(client, subscriber, log);
  const siteId = newId('site');
  const bucket = bucketOf(siteId);
  const sweep = () => sessions.sweepBucket(bucket);
  const touch = (visitor: VisitorRef, tabId: string, operation: Touch['operation'], more: Partial<Touch>) =>
    sessions.touch({ ...visitor, tabId, operation, seq: null, isVisible: true, page: null, ...more });
  return {
    redis,
    client,
    sessions,
    changes,
    siteId,
    announced: async () => (await changes.readAfter(siteId, { epoch: '', offset: 0 })) ?? [],
    visitor: () => ({ siteId, visitorId: newId('visitor') }),
    identify: (visitor, tabId, more = {}) => touch(visitor, tabId, 'IDENTIFIED', more),
    heartbeat: (visitor, tabId, more = {}) => touch(visitor, tabId, 'HEARTBEAT_RESUMED', more),
    leave: (visitor, tabId, seq) =>
      sessions.leave({ ...visitor, tabId, seq: seq ?? null, graceMs: GRACE_MS }),
    async pass(seconds) {
      for (let second = 0; second < seconds; second++) {
        offsetMs += 1_000;
        await sweep();
      }
    },
    skip: (seconds) => (offsetMs += seconds * 1_000),
    sweep,
    async stop() {
      client.disconnect();
      subscriber.disconnect();
      await redis.stop();
    },
  };
}

async function open(url: string, name: string): Promise<RedisClient> {
  const client = connectRedis({ url, name, log });
  await new Promise((resolve) => client.once('ready', resolve));
  return client;
}
