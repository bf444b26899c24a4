import type { Log } from '../log';
import { simulatedPerson } from './simulated-person';
import { SimulatedVisitor } from './simulated-visitor';
import { WidgetCallFailed, WidgetCalls } from './widget-calls';

export interface SimulatedCrowdOptions {
  readonly graphqlUrl: string;
  readonly siteKey: string;
  readonly pageOrigin: string;
  readonly count: number;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Unix ms: when the first visitors come. */
  readonly startsAtMs: number;
}

const MOST_ONLINE = 0.7;
const FIRST_ARRIVALS_MS = 40_000;
const LATE_ARRIVALS_MS = 300_000;
const MAX_CALLS_AT_ONCE = 8;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/** All simulated visitors of a site: who acts when, how many at once, and what happens while the API is away. */
export class SimulatedCrowd {
  private readonly visitors: readonly SimulatedVisitor[];
  private readonly mostOnline: number;
  private failures = 0;
  private quietUntilMs = 0;

  constructor(private readonly options: SimulatedCrowdOptions) {
    const { count, random, startsAtMs } = options;
    const calls = new WidgetCalls(options);
    this.mostOnline = Math.max(1, Math.floor(count * MOST_ONLINE));
    this.visitors = Array.from({ length: count }, (_, index) => {
      const spreadMs = index < this.mostOnline ? FIRST_ARRIVALS_MS : LATE_ARRIVALS_MS;
      const arrivesAtMs = startsAtMs + random() * spreadMs;
      return new SimulatedVisitor({ ...options, calls, person: simulatedPerson(index), arrivesAtMs });
    });
  }

  get onlineCount(): number {
    return this.visitors.filter(({ isOnline }) => isOnline).length;
  }

  /** Lets everybody act who is due, a few at a time. Never rejects; while the API is away it waits ever longer. */
  async step(nowMs: number): Promise<void> {
    if (nowMs < this.quietUntilMs) return;
    const due = this.visitors.filter(({ dueAtMs }) => dueAtMs <= nowMs);
    let places = this.mostOnline - this.onlineCount;
    await this.each(due, nowMs, async (visitor) => {
      if (!visitor.isOnline && places-- <= 0) visitor.wait(nowMs);
      else {
        await visitor.act(nowMs);
        this.recover();
      }
    });
  }

  /** Everybody online says goodbye. Never rejects. */
  async leave(nowMs: number): Promise<void> {
    const here = this.visitors.filter(({ isOnline }) => isOnline);
    await this.each(here, nowMs, (visitor) => visitor.leave(nowMs, false));
  }

  private async each(
    visitors: SimulatedVisitor[],
    nowMs: number,
    run: (visitor: SimulatedVisitor) => Promise<void>,
  ): Promise<void> {
    // After a failure one goes ahead to see.
    const callsAtOnce = this.failures > 0 ? 1 : MAX_CALLS_AT_ONCE;
    const worker = async (): Promise<void> => {
      for (let visitor = visitors.shift(); visitor; visitor = visitors.shift()) {
        try {
          await run(visitor);
        } catch (error) {
          if (!(error instanceof WidgetCallFailed)) throw error;
          // One failure speaks for all: the others wait too.
          visitors.length = 0;
          this.pause(nowMs, error);
        }
      }
    };
    await Promise.all(Array.from({ length: callsAtOnce }, worker));
  }

  private pause(nowMs: number, error: WidgetCallFailed): void {
    if (nowMs < this.quietUntilMs) return;
    if (this.failures === 0) this.options.log.warn({ err: error }, 'demo_visitors_paused');
    const ceilingMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures++);
    this.quietUntilMs = nowMs + Math.max(error.retryAfterMs, ceilingMs * (0.5 + this.options.random() / 2));
  }

  private recover(): void {
    if (this.failures > 0) this.options.log.info('demo_visitors_resumed');
    this.failures = 0;
  }
}
