import { SHORT, type FaultWorld } from '../faults/rig/fault-world';
import type { Observer } from '../faults/rig/observer';
import type { Life } from './life';
import { SOAK } from './soak-timings';

/** After the last fault screens have to be right once its grace and one more announcement are over. */
const SCREENS_SETTLE_MS = SOAK.hiddenTtlMs + 4_000;
/** What is true has to be on a screen within so long. */
const SHOWN_WITHIN_MS = 2_500;
const LAST_SEEN_SLACK_MS = 2_000;

/** Compares what the service says with what is true, and keeps every difference. */
export class Comparison {
  readonly differences: string[] = [];
  looks = 0;
  private compared = 0;
  private unread = 0;
  private onlineNow = 0;
  private isBroken = false;
  private mendedMs = 0;

  constructor(
    private readonly world: FaultWorld,
    private readonly lives: readonly Life[],
    private readonly screens: readonly Observer[],
  ) {}

  breaks(): void {
    this.isBroken = true;
  }

  mends(): void {
    this.isBroken = false;
    this.mendedMs = Date.now();
  }

  /** One comparison of everybody, by reading and on the screens. */
  async look(): Promise<void> {
    const lives = this.lives.filter(({ visitorId }) => visitorId !== undefined);
    const before = lives.map((life) => life.expected(Date.now(), this.calmSinceMs));
    const refs = lives.map(({ visitorId }) => ({ siteId: this.world.siteId, visitorId: visitorId! }));
    const read = await this.world.home.services.sessions.getManyPresence(refs);
    const nowMs = Date.now();
    const calmSinceMs = this.calmSinceMs;
    this.looks += 1;
    if (read.length > 0 && read.every(({ state }) => state === 'UNKNOWN')) {
      // Redis did not answer in time; nobody was said to be online, and nothing can be compared.
      this.unread += 1;
      return;
    }
    this.onlineNow = read.filter(({ state }) => state === 'ONLINE').length;
    lives.forEach((life, i) => {
      const expected = life.expected(nowMs, calmSinceMs);
      if (expected === 'EITHER' || expected !== before[i]) return;
      this.compared += 1;
      const state = read[i]!.state;
      if ((state === 'ONLINE') !== (expected === 'ONLINE'))
        this.differs(life, `reads ${state}, is ${expected}`);
      if (nowMs > this.mendedMs + SCREENS_SETTLE_MS && !this.isBroken)
        this.lookAtScreens(life, expected, nowMs);
    });
  }

  summary(): string {
    const { looks, unread, compared, onlineNow, differences } = this;
    const calls = this.lives.reduce((sum, life) => sum + life.calls, 0);
    return `looks ${looks}, unread ${unread}, compared ${compared}, online ${onlineNow}, calls ${calls}, differences ${differences.length}`;
  }

  /** True when nobody is online, on no screen either, and every last-seen is stored. */
  async isDrained(): Promise<boolean> {
    const online = await this.world.online();
    const shown = this.screens.reduce((sum, { online }) => sum + online.size, 0);
    return online.size === 0 && shown === 0 && (await this.lastSeenDifferences()).length === 0;
  }

  async lookAtTheEnd(): Promise<void> {
    const online = await this.world.online();
    if (online.size > 0) this.differences.push(`${online.size} online after the end`);
    this.screens.forEach(({ online: shown }, i) => {
      if (shown.size > 0) this.differences.push(`${shown.size} on screen ${i} after the end`);
    });
    this.differences.push(...(await this.lastSeenDifferences()));
  }

  private get calmSinceMs(): number {
    return this.isBroken ? Infinity : this.mendedMs + SOAK.settleMs;
  }

  private lookAtScreens(life: Life, expected: string, nowMs: number): void {
    const offlineForMs = nowMs - life.offlineSinceMs(this.calmSinceMs);
    if (expected === 'OFFLINE' && offlineForMs < SHORT.graceMs + SHOWN_WITHIN_MS) return;
    this.screens.forEach((screen, i) => {
      if (!screen.isLive || nowMs - screen.liveSinceMs < SHOWN_WITHIN_MS) return;
      const isShown = screen.online.has(life.visitorId!);
      if (isShown !== (expected === 'ONLINE'))
        this.differs(life, `is ${expected}, and not so on screen ${i}`);
    });
  }

  // A lost Redis costs those who did not come back no more than a checkpoint. A call that was given up may have had effect
  // later, when Redis thawed.
  private async lastSeenDifferences(): Promise<string[]> {
    const stored = await this.world.lastSeen();
    return this.lives.flatMap(({ visitorId, lastBeatMs, lastCallMs }) => {
      if (!visitorId) return [];
      const atMs = stored.get(visitorId) ?? 0;
      const earliestMs = lastBeatMs - SOAK.checkpointMs - LAST_SEEN_SLACK_MS;
      const isRight = atMs >= earliestMs && atMs <= lastCallMs + SOAK.longestWaitMs + LAST_SEEN_SLACK_MS;
      return isRight ? [] : [`${visitorId} last seen ${atMs - lastBeatMs} ms from the last heartbeat`];
    });
  }

  private differs({ visitorId }: Life, what: string): void {
    this.differences.push(`${new Date().toISOString()} ${visitorId} ${what}`);
  }
}
