import type { Log } from '../log';
import { Outage } from '../outage';
import type { ForgottenVisitors } from '../visitors/forgotten-visitors';

/** Longer than a transaction may be on its way: what was begun before the last look may have been committed after it. */
const OVERLAP_MS = 60_000;

/**
 * Visitors who were forgotten and whose tokens may still be out there, as far as this node has heard. For calls that ask no
 * database, so that not even a Redis that lost its memory lets them in.
 */
export class RefusedVisitors {
  private readonly forgottenAtMs = new Map<string, number>();
  private heardAt: number | null = null;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;
  private readonly outage: Outage;

  constructor(
    private readonly forgotten: ForgottenVisitors,
    private readonly timings: { readonly forgottenMs: number; readonly visitorTokenMs: number },
    log: Log,
  ) {
    this.outage = new Outage(log, 'refused_visitors');
  }

  has(visitorId: string): boolean {
    return this.forgottenAtMs.has(visitorId);
  }

  add(visitorId: string, forgottenAtMs: number): void {
    this.forgottenAtMs.set(visitorId, forgottenAtMs);
  }

  /** Hears, from now on, of those who are forgotten on other nodes. Resolves when it has heard of everybody so far. */
  async start(): Promise<void> {
    await this.hear();
    this.wait();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Hears of those forgotten since the last time. Never rejects: while PostgreSQL is away nobody is forgotten, and the next makes up for it. */
  async hear(): Promise<void> {
    const { visitorTokenMs } = this.timings;
    // Not the time of day: a clock that is set back would make the time since then too short.
    const now = performance.now();
    const unheardMs = this.heardAt === null ? visitorTokenMs : now - this.heardAt + OVERLAP_MS;
    try {
      const found = await this.forgotten.listRefused(Math.min(unheardMs, visitorTokenMs));
      this.heardAt = now;
      for (const { visitorId, forgottenAt } of found) this.add(visitorId, forgottenAt.getTime());
      for (const [visitorId, atMs] of this.forgottenAtMs) {
        if (atMs + visitorTokenMs + OVERLAP_MS < Date.now()) this.forgottenAtMs.delete(visitorId);
      }
      this.outage.worked();
    } catch (err) {
      this.outage.failed(err);
    }
  }

  private wait(): void {
    this.timer = setTimeout(() => {
      this.running = this.hear().finally(() => {
        if (!this.isStopped) this.wait();
      });
    }, this.timings.forgottenMs).unref();
  }
}
