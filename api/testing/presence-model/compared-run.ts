import type { Redis } from 'ioredis';
import { createLog } from '../../log';
import { loadScripts } from '../../realtime-session/load-scripts';
import type { PresenceChanges } from '../../realtime-session/presence-changes';
import { PresenceScripts } from '../../realtime-session/presence-scripts';
import { RealtimeSessionService } from '../../realtime-session/realtime-session.service';
import { VisitorEraser } from '../../realtime-session/visitor-eraser';
import { bucketKeys, bucketOf, siteKeys } from '../../redis/keys';
import type { Script } from '../../redis/script-runner';
import { TIMINGS } from '../../timings';
import { VISITORS, type Call, type Command } from './commands';
import { FORGOTTEN_MS, GRACE_MS, PresenceModel, TTL } from './presence-model';

const SITE = 'site-of-the-model';
const BUCKET = bucketOf(SITE);
const LONGEST_DRAIN_MS = 10_000_000;
/** Shorter than what counts as a blackout. */
const SWEPT_STEP_MS = 8_000;
const START_MS = 1_800_000_000_000;
// What was forgotten goes by Redis's own clock, which no test moves.
const KEPT_FOR_GOOD = ['changes', 'ends', 'forgotten', 'meta', 'sites', 'sweep'];

type NumberedCall = Call & { readonly seq: number };

/** The real scripts, with the test's clock in the place of TIME: everything else in them is as it is sent to Redis. */
export function scriptsOnTestClock(change: (script: Script) => string = ({ lua }) => lua): Script[] {
  return loadScripts().map((script) => ({
    ...script,
    lua: change(script).replaceAll("redis.call('TIME')", '{ 0, 0 }'),
  }));
}

/** Does the same to Redis and to the model, and throws at the first difference a reader or a follower could see. */
export class ComparedRun {
  private readonly model = new PresenceModel();
  private readonly sessions: RealtimeSessionService;
  private readonly scripts: PresenceScripts;
  private readonly eraser: VisitorEraser;
  private readonly seqs = new Map<string, number>();
  private readonly held: NumberedCall[] = [];
  private last: NumberedCall | undefined;

  constructor(
    private readonly redis: Redis,
    private readonly changes: PresenceChanges,
    scripts: readonly Script[],
  ) {
    const timings = { ...TIMINGS, redisReadDeadlineMs: 5_000, retainedChanges: 100_000 };
    const log = createLog('silent');
    this.model.now = START_MS;
    this.scripts = new PresenceScripts(redis, timings, () => this.model.now, scripts);
    this.sessions = new RealtimeSessionService(this.scripts, timings, log);
    this.eraser = new VisitorEraser(this.scripts, redis, FORGOTTEN_MS);
  }

  async run(commands: readonly Command[]): Promise<void> {
    await this.redis.flushall();
    for (const command of commands) {
      await this.execute(command);
      await this.compare();
      await this.audit();
    }
    await this.drain();
  }

  private async execute(command: Command): Promise<void> {
    switch (command.type) {
      case 'touch':
      case 'leave':
        return this.call(this.number(command));
      case 'repeat':
        return this.last ? this.call(this.last) : undefined;
      case 'hold':
        this.held.push(this.number(command.call));
        return;
      case 'release': {
        const held = this.held.shift();
        return held ? this.call(held) : undefined;
      }
      case 'stale':
        return this.callTooLate(command.call);
      case 'sweep':
        return this.sweep();
      case 'pass':
        for (let second = 0; second < command.seconds; second++) {
          this.model.now += 1_000;
          await this.sweep();
        }
        return;
      case 'jump':
        this.model.now += command.ms;
        return;
      case 'blackout':
        this.model.now += command.seconds * 1_000;
        return;
      case 'edge':
        return this.approach(command.visitor, command.ms);
      case 'forget':
        this.model.forget(command.visitor);
        return this.eraser.erase({ siteId: SITE, visitorId: command.visitor });
      case 'wipe':
        await this.redis.flushall();
        this.model.wipe();
        return;
    }
  }

  private async approach(visitor: string, ms: number): Promise<void> {
    const endMs = this.model.endOf(visitor);
    if (endMs === null || endMs + ms <= this.model.now) return;
    for (; this.model.now + SWEPT_STEP_MS < endMs + ms; this.model.now += SWEPT_STEP_MS) await this.sweep();
    this.model.now = endMs + ms;
  }

  private number(call: Call): NumberedCall {
    const key = `${call.visitor}|${call.tab}`;
    const seq = (this.seqs.get(key) ?? 0) + 1;
    this.seqs.set(key, seq);
    return { ...call, seq };
  }

  private async call(call: NumberedCall): Promise<void> {
    this.last = call;
    this.model.wasIdle = this.model.isEmpty();
    const { visitor, tab, seq } = call;
    const ref = { siteId: SITE, visitorId: visitor, tabId: tab, seq };
    if (call.type === 'leave') {
      const { status, wasLast, isStillOnline } = await this.sessions.leave({ ...ref, graceMs: GRACE_MS });
      expect({ reply: status, wasLast, isStillOnline }).toEqual(this.model.leave(visitor, tab, seq));
      return;
    }
    const { operation, url } = call;
    const visible = operation === 'NAVIGATED' ? null : call.visible;
    const page = url === null ? null : { url, title: null, referrer: null };
    const { status, cameOnline } = await this.sessions.touch({ ...ref, operation, isVisible: visible, page });
    const expected = this.model.touch({ visitor, tab, seq, visible, operation, url });
    expect({ reply: status, cameOnline }).toEqual(expected);
  }

  private async callTooLate({ visitor, tab, operation }: Call & { operation: string }): Promise<void> {
    const args = [visitor, tab, 1_000_000, '1', TTL.visible, operation, '', '', '', '0'];
    const [status] = await this.scripts.callSite('touch', SITE, args, this.model.now - 5_001);
    expect(status).toBe(3);
  }

  private async sweep(): Promise<void> {
    this.model.sweep();
    await this.sessions.sweepBucket(BUCKET);
  }

  private async compare(): Promise<void> {
    const refs = VISITORS.map((visitorId) => ({ siteId: SITE, visitorId }));
    const [presences, roster, events, ends] = await Promise.all([
      this.sessions.getManyPresence(refs, 'sessions'),
      this.sessions.getPosition(SITE),
      this.changes.pageAfter(SITE, undefined),
      this.redis.xrange(bucketKeys(BUCKET).ends, '-', '+'),
    ]);
    expect(
      presences.map(({ state, sinceMs, sessions }) => [state, sinceMs, sessions?.[0]?.page?.url ?? null]),
    ).toEqual(
      VISITORS.map((visitor) => [
        this.model.stateOf(visitor),
        this.model.sinceOf(visitor),
        this.model.currentUrlOf(visitor),
      ]),
    );
    expect(roster?.count).toBe(VISITORS.filter((visitor) => this.model.stateOf(visitor) === 'ONLINE').length);
    expect(
      events?.map((event) => (event.kind === 'RESYNC' ? 'RESYNC' : `${event.visitorId} ${event.kind}`)),
    ).toEqual(this.model.announced);
    expect(events?.map(({ position }) => position.offset)).toEqual(this.model.offsets);
    expect(ends.map(([, fields]) => `${fields[3]} ${fields[5]}`)).toEqual(this.model.ends);
  }

  /** The keys must agree with each other: the same visitors in each, and no session that outlives its visitor's deadline. */
  private async audit(): Promise<void> {
    const keys = siteKeys(SITE);
    const [deadlines, since, leaving, sessions] = await Promise.all([
      this.redis.zrange(keys.deadlines, 0, -1, 'WITHSCORES'),
      this.redis.zrange(keys.since, 0, -1),
      this.redis.zrange(keys.leaving, 0, -1),
      this.redis.hgetall(keys.sessions),
    ]);
    const deadlineOf = new Map<string, number>();
    for (let i = 0; i < deadlines.length; i += 2) deadlineOf.set(deadlines[i]!, Number(deadlines[i + 1]));
    expect([...since].sort()).toEqual([...deadlineOf.keys()].sort());
    expect(Object.keys(sessions).sort()).toEqual([...deadlineOf.keys(), ...leaving].sort());
    for (const [visitor, packed] of Object.entries(sessions)) {
      const [, tabs = []] = JSON.parse(packed) as [number, [string, number, number][]?];
      for (const [, , deadline] of tabs) expect(deadline).toBeLessThanOrEqual(deadlineOf.get(visitor)!);
    }
  }

  /** Everybody goes; afterwards nothing of them may be left, and each must have come and gone in turn. */
  private async drain(): Promise<void> {
    const isWaiting = (waitedMs: number) => waitedMs <= 3 * TTL.hidden || !this.model.isEmpty();
    // A clock that ran ahead unswept and then stepped back leaves times in the future; they pass too, only later.
    for (let waitedMs = 0; isWaiting(waitedMs) && waitedMs < LONGEST_DRAIN_MS; waitedMs += 9_000) {
      this.model.now += 9_000;
      await this.sweep();
    }
    await this.compare();
    const keys = await this.redis.keys('*');
    expect(keys.map((key) => key.split(':').at(-1)!).filter((name) => !KEPT_FOR_GOOD.includes(name))).toEqual(
      [],
    );
    for (const visitor of VISITORS) expect(turnsOf(visitor, this.model.announced)).toEqual([]);
  }
}

/** Places where a visitor came or went twice in a row. */
function turnsOf(visitor: string, announced: readonly string[]): string[] {
  const moves = announced.filter((a) => new RegExp(`^${visitor} (CAME|WENT)`).test(a));
  return moves.filter((move, i) => i > 0 && move === moves[i - 1]);
}
