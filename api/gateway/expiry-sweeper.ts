import type { Log } from '../log';
import { Outage } from '../outage';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import { BUCKETS } from '../redis/keys';
import type { LastSeenCheckpoint } from './last-seen-checkpoint';
import type { LastSeenWriter } from './last-seen-writer';
import type { VisitorForgetter } from './visitor-forgetter';

/** Turns silence into "offline" and has it stored, again and again until stopped. Runs on every node. */
export class ExpirySweeper {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;
  /** Writing to PostgreSQL goes on beside the sweeps, for a slow database must not look like a blackout. */
  private readonly storing = new Map<string, Promise<void>>();
  private readonly outage: Outage;

  constructor(
    private readonly sessions: RealtimeSessionService,
    private readonly writer: LastSeenWriter,
    private readonly checkpoint: LastSeenCheckpoint,
    private readonly forgetter: VisitorForgetter,
    private readonly everyMs: number,
    log: Log,
  ) {
    this.outage = new Outage(log, 'sweep');
  }

  start(): void {
    // Spread, so that nodes started together do not all sweep in the same moment.
    const waitMs = this.everyMs * (0.8 + Math.random() * 0.4);
    this.timer = setTimeout(() => {
      this.running = this.sweep().finally(() => {
        if (!this.isStopped) this.start();
      });
    }, waitMs);
    this.timer.unref();
  }

  /** One round over all buckets. Never rejects; a bucket that fails is tried again in the next round. */
  async sweep(): Promise<void> {
    const buckets = Array.from({ length: BUCKETS }, (_, bucket) => this.sweepBucket(bucket));
    const results = await Promise.allSettled(buckets);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) this.outage.failed(failed.reason);
    else this.outage.worked();
  }

  /** One bucket of sites, as {@link sweep} does it; rejects when Redis does not answer. */
  async sweepBucket(bucket: number): Promise<void> {
    const { endsWaiting, isCheckpointDue } = await this.sessions.sweepBucket(bucket);
    if (endsWaiting > 0) this.store(`ends ${bucket}`, () => this.writer.drain(bucket));
    if (isCheckpointDue) this.store(`checkpoint ${bucket}`, () => this.checkpoint.make(bucket));
    if (isCheckpointDue) this.store(`forgotten ${bucket}`, () => this.forgetter.finish(bucket));
  }

  /** Resolves once everything that sweeps gave to PostgreSQL so far is stored, or has failed. */
  async stored(): Promise<void> {
    await Promise.all(this.storing.values());
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
    await this.stored();
  }

  private store(name: string, act: () => Promise<void>): void {
    if (this.storing.has(name)) return;
    this.storing.set(
      name,
      act().finally(() => this.storing.delete(name)),
    );
  }
}
