import { randomUUID } from 'node:crypto';
import type { Log } from '../log';
import { Outage } from '../outage';
import type { RedisClient } from '../redis/connect-redis';
import { probeChannel } from '../redis/keys';
import { within } from '../within';

export interface ProbeTimings {
  readonly probeEveryMs: number;
  /** A message that has not come back by then will not come. */
  readonly probeAnswerMs: number;
}

/**
 * Sends a message to itself through the subscription connection, again and again. A connection that is silent, though it
 * looks open, is ended and made anew.
 */
export class SubscriptionProbe {
  private readonly channel = probeChannel(randomUUID());
  private readonly outage: Outage;
  private timer: NodeJS.Timeout | undefined;
  private isUnderWay = false;
  private awaited = { text: '', arrive: () => undefined as void };
  private count = 0;
  private heard = true;

  constructor(
    private readonly commands: RedisClient,
    private readonly subscriber: RedisClient,
    private readonly timings: ProbeTimings,
    log: Log,
  ) {
    this.outage = new Outage(log, 'subscription');
    subscriber.on('message', (channel: string, text: string) => {
      if (channel === this.channel && text === this.awaited.text) this.awaited.arrive();
    });
  }

  /** False from the first message that was not heard until one is. */
  get isHeard(): boolean {
    return this.heard;
  }

  start(): void {
    this.timer ??= setInterval(() => void this.probe(), this.timings.probeEveryMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async probe(): Promise<void> {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    const progress = { isSending: false };
    try {
      await within(this.timings.probeAnswerMs, this.loop(progress), 'The subscription');
      this.heard = true;
      this.outage.worked();
    } catch (err) {
      // A message that could not be sent tells nothing about the way back.
      if (!progress.isSending) this.reconnect(err);
    } finally {
      this.isUnderWay = false;
    }
  }

  private async loop(progress: { isSending: boolean }): Promise<void> {
    await this.subscriber.subscribe(this.channel);
    const arrives = new Promise<void>((arrive) => (this.awaited = { text: String(++this.count), arrive }));
    progress.isSending = true;
    await this.commands.publish(this.channel, this.awaited.text);
    progress.isSending = false;
    await arrives;
  }

  private reconnect(err: unknown): void {
    this.heard = false;
    this.outage.failed(err);
    // One that is stopped, or already on its way back, is left alone.
    if (this.timer && this.subscriber.status !== 'reconnecting') this.subscriber.disconnect(true);
  }
}
