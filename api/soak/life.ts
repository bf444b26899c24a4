import { Widget } from '../faults/rig/widget';
import { SOAK } from './soak-timings';

export interface LifeOptions {
  readonly url: () => string;
  readonly siteKey: string;
  readonly random: () => number;
}

export type Expectation = 'ONLINE' | 'OFFLINE' | 'EITHER';

const MOST_TABS = 3;
const SPREAD = 0.2;
/** So long before its end a session is still certain, and so long after it is certainly over. */
const MARGIN_MS = 400;

/** One visitor who comes and goes at random, and knows what is true about them. */
export class Life {
  visitorId: string | undefined;
  /** When what was last sent was answered, or given up, Unix ms. */
  lastCallMs = 0;
  /** When the last heartbeat that was answered was sent, Unix ms. */
  lastBeatMs = 0;
  calls = 0;
  failures = 0;
  private token: string | undefined;
  /** Live tabs, with the times at which their answered heartbeats were sent. */
  private readonly beats = new Map<Widget, number[]>();
  /** When the service said that nothing of the visitor is left, Unix ms; 0 while that is not so. */
  private goneMs = 0;
  private isChanging = false;

  constructor(private readonly options: LifeOptions) {}

  /** Acts once, as a browser does between two heartbeats. Never rejects. */
  async step(): Promise<void> {
    const { random } = this.options;
    if (this.beats.size === 0) {
      if (random() < 0.3) await this.change(() => this.open());
      return;
    }
    await Promise.all([...this.beats.keys()].map((tab) => this.call(() => this.beat(tab))));
    const dice = random();
    const [tab] = this.beats.keys();
    if (!tab) return;
    if (dice < 0.05) this.beats.clear();
    else if (dice < 0.1) await this.change(() => this.leaveAll());
    else if (dice < 0.18) await this.change(() => this.leave(tab));
    else if (dice < 0.26 && this.beats.size < MOST_TABS) await this.change(() => this.open());
    else if (dice < 0.4) await this.call(() => tab.view(this.options.url(), `https://acme.test/${dice}`));
  }

  /** From one step to the next, ms. */
  pauseMs(): number {
    return SOAK.heartbeatMs * (1 - SPREAD + this.options.random() * SPREAD);
  }

  /** Falls silent for good. */
  end(): void {
    this.beats.clear();
  }

  /**
   * What has to be read at an instant. Since `calmSinceMs` nothing was broken; Infinity while something is. Online is
   * certain after two heartbeats in time: a single one may have met a Redis that was late.
   */
  expected(nowMs: number, calmSinceMs: number): Expectation {
    if (this.isChanging) return 'EITHER';
    const fromMs = Math.max(nowMs - SOAK.ttlMs + MARGIN_MS, calmSinceMs);
    if ([...this.beats.values()].some((sent) => sent.filter((atMs) => atMs > fromMs).length >= 2))
      return 'ONLINE';
    const offlineMs = this.offlineSinceMs(calmSinceMs);
    return this.beats.size === 0 && nowMs > offlineMs ? 'OFFLINE' : 'EITHER';
  }

  /** When at the latest the visitor was offline, if no tab is left, Unix ms. */
  offlineSinceMs(calmSinceMs: number): number {
    if (this.goneMs > 0) return this.goneMs;
    const waitMs = this.lastCallMs > calmSinceMs ? 0 : SOAK.longestWaitMs;
    return this.lastCallMs + SOAK.hiddenTtlMs + MARGIN_MS + waitMs;
  }

  private async open(): Promise<void> {
    this.goneMs = 0;
    const sentMs = Date.now();
    const tab = await Widget.open(this.options.url(), this.options.siteKey, this.token);
    this.token = tab.token;
    this.visitorId = tab.visitorId;
    this.lastBeatMs = sentMs;
    this.beats.set(tab, [sentMs]);
  }

  private async beat(tab: Widget): Promise<void> {
    const sentMs = Date.now();
    const code = await tab.beat(this.options.url());
    if (code) throw new Error(code);
    this.lastBeatMs = Math.max(this.lastBeatMs, sentMs);
    this.beats.get(tab)?.push(sentMs);
    while ((this.beats.get(tab)?.length ?? 0) > 4) this.beats.get(tab)!.shift();
  }

  private async leave(tab: Widget): Promise<void> {
    this.beats.delete(tab);
    const sentMs = Date.now();
    const code = await tab.leave(this.options.url());
    if (code) throw new Error(code);
    this.lastBeatMs = Math.max(this.lastBeatMs, sentMs);
    if (this.beats.size === 0 && tab.isStillOnline === false) this.goneMs = Date.now();
  }

  private async leaveAll(): Promise<void> {
    for (const tab of this.beats.keys()) await this.leave(tab);
  }

  private async change(act: () => Promise<unknown>): Promise<void> {
    this.isChanging = true;
    await this.call(act);
    this.isChanging = false;
  }

  private async call(act: () => Promise<unknown>): Promise<void> {
    this.calls += 1;
    try {
      await act();
    } catch {
      this.failures += 1;
    }
    this.lastCallMs = Date.now();
  }
}
