/** Ticks fall on multiples of this of the server's clock, so that every minute begins with one. */
const TICK_MS = 10_000;

/**
 * One heartbeat for every relative time on the page. Between two ticks {@link nowMs} stands still, so that all
 * texts of one frame agree. Silent while the tab is hidden; ticks at once when it is shown again.
 */
export class Ticker {
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private tickMs: number;
  private isOverdue = false;

  /** A tick waits for {@link catchUp} while isAwaited says that something else is about to be drawn anyway. */
  constructor(
    private readonly readMs: () => number,
    private readonly everyMs = TICK_MS,
    private readonly isAwaited: () => boolean = () => false,
  ) {
    this.tickMs = readMs();
  }

  /** The instant of the last tick, Unix ms of the server's clock. */
  readonly nowMs = (): number => this.tickMs;

  /** Calls the listener at each tick until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.listeners.size === 0) this.start();
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };

  /** The two as a value to be watched. */
  readonly time = { get: this.nowMs, subscribe: this.subscribe };

  /** Ticks now: after the clock was set right, for example. */
  readonly tick = (): void => {
    clearTimeout(this.timer);
    this.isOverdue = false;
    this.tickMs = this.readMs();
    if (this.listeners.size > 0 && !document.hidden) this.schedule();
    for (const listener of [...this.listeners]) listener();
  };

  /** Makes up for a tick that has waited. */
  readonly catchUp = (): void => {
    if (this.isOverdue) this.tick();
  };

  private start(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
    this.tickMs = this.readMs();
    if (!document.hidden) this.schedule();
  }

  private stop(): void {
    document.removeEventListener('visibilitychange', this.onVisibility);
    clearTimeout(this.timer);
  }

  private schedule(): void {
    this.timer = setTimeout(this.tickOrWait, this.everyMs - (this.readMs() % this.everyMs));
  }

  private readonly tickOrWait = (): void => {
    if (!this.isAwaited()) return this.tick();
    this.isOverdue = true;
    // Should it be awaited in vain, the next one is not far.
    this.schedule();
  };

  private readonly onVisibility = (): void => {
    if (document.hidden) clearTimeout(this.timer);
    else this.tick();
  };
}
