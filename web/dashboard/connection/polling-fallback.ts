import type { ConnectionMonitor } from './connection-monitor';

const POLL_EVERY_MS = 10_000;

/** Where sockets are blocked, asks now and then by plain requests instead. Stops as soon as the socket is there. */
export class PollingFallback {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly unwatch: () => void;

  /** read brings the page up to date, or rejects. */
  constructor(
    private readonly monitor: ConnectionMonitor,
    private readonly read: () => Promise<void>,
  ) {
    this.unwatch = monitor.status.subscribe(this.settle);
  }

  /** Asks no more. */
  readonly close = (): void => {
    this.unwatch();
    clearTimeout(this.timer);
    this.timer = undefined;
  };

  private readonly settle = (): void => {
    const { phase } = this.monitor.status.get();
    if (phase === 'live' || phase === 'connecting') {
      clearTimeout(this.timer);
      this.timer = undefined;
    } else {
      this.timer ??= setTimeout(() => void this.poll(), POLL_EVERY_MS);
    }
  };

  private async poll(): Promise<void> {
    try {
      if (!document.hidden) await this.read();
      this.timer = undefined;
      if (!document.hidden) this.monitor.polled();
    } catch {
      this.timer = undefined; // the monitor's own patience says when the page is too old
    }
    this.settle();
  }
}
