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

  constructor(
    private readonly readMs: () => number,
    private readonly everyMs = TICK_MS,
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

  /** Ticks now: after the clock was set right, for example. */
  readonly tick = (): void => {
    clearTimeout(this.timer);
    this.tickMs = this.readMs();
    if (this.listeners.size > 0 && !document.hidden) this.schedule();
    for (const listener of [...this.listeners]) listener();
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
    this.timer = setTimeout(this.tick, this.everyMs - (this.tickMs % this.everyMs));
  }

  private readonly onVisibility = (): void => {
    if (document.hidden) clearTimeout(this.timer);
    else this.tick();
  };
}
