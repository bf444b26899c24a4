import { Store } from '../store';
import type { ConnectionPhase } from './connection-phase';

const STALE_AFTER_MS = 3_000;
const LOST_AFTER_MS = 45_000;
/** A poll that is this late is no longer on its way. */
const POLL_LATE_MS = 25_000;
const BACK_SHOWN_MS = 4_000;

export interface ConnectionStatus {
  readonly phase: ConnectionPhase;
  /** When what is shown was last known to be right, Unix ms of the server's clock; null before the first read. */
  readonly correctAtMs: number | null;
  /** For a short while after an outage: the moment it ended. Null otherwise. */
  readonly backAtMs: number | null;
}

/**
 * Decides how honest the page must be. Live needs both an open socket and a read that finished after the last
 * outage; a short gap is forgiven, a long one is named.
 */
export class ConnectionMonitor {
  readonly status = new Store<ConnectionStatus>({ phase: 'connecting', correctAtMs: null, backAtMs: null });
  private isSocketOpen = false;
  private isCaughtUp = false;
  private isClosed = false;
  private awayTimers: readonly ReturnType<typeof setTimeout>[] = [];
  private backTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly nowMs: () => number) {}

  readonly socketOpened = (): void => {
    this.isSocketOpen = true;
    this.settle();
  };

  /** Whether only a new read can make the page live. */
  needsRead(): boolean {
    return !this.isCaughtUp;
  }

  /** The socket is gone, or was refused. Safe to call for each failed try. */
  readonly socketClosed = (): void => {
    this.isSocketOpen = false;
    this.fellBehind();
  };

  /** The server stopped answering pings: no forgiveness is left to give. */
  readonly pingMissed = (): void => {
    this.socketClosed();
    this.become('stale');
  };

  /** What is shown has just been read again, and the feed goes on from there. */
  readonly caughtUp = (): void => {
    this.isCaughtUp = true;
    this.status.set({ ...this.status.get(), correctAtMs: this.nowMs() });
    if (this.isSocketOpen) this.settle();
    else this.startAwayTimersOnce();
  };

  /** The feed broke off, with or without the socket: only a new read makes the page right again. */
  readonly fellBehind = (): void => {
    this.isCaughtUp = false;
    this.startAwayTimersOnce();
  };

  /** Without a socket, what is shown has been read by a plain request, as it will be again soon. */
  readonly polled = (): void => {
    if (this.isClosed || this.isSocketOpen) return;
    this.isCaughtUp = false; // the feed does not go on from this read
    this.startAwayTimers(POLL_LATE_MS);
    clearTimeout(this.backTimer);
    this.status.set({ phase: 'polling', correctAtMs: this.nowMs(), backAtMs: null });
  };

  /** A sign of life: a message or a pong. */
  readonly heard = (): void => {
    if (this.isSocketOpen && this.isCaughtUp) {
      this.status.set({ ...this.status.get(), correctAtMs: this.nowMs() });
    }
  };

  /** Stops the timers for good; a socket's last event may come later and starts none. */
  readonly close = (): void => {
    this.isClosed = true;
    this.stopAwayTimers();
    clearTimeout(this.backTimer);
  };

  private settle(): void {
    if (!this.isSocketOpen || !this.isCaughtUp) return;
    this.stopAwayTimers();
    const status = this.status.get();
    if (status.phase === 'live') return;

    const wasAway = status.phase !== 'connecting';
    this.status.set({ phase: 'live', correctAtMs: this.nowMs(), backAtMs: wasAway ? this.nowMs() : null });
    if (wasAway) this.backTimer = setTimeout(this.forgetOutage, BACK_SHOWN_MS);
  }

  private startAwayTimersOnce(): void {
    const hasNothingToDoubt = this.status.get().correctAtMs === null;
    if (!this.isClosed && !hasNothingToDoubt && this.awayTimers.length === 0) this.startAwayTimers();
  }

  private startAwayTimers(staleAfterMs = STALE_AFTER_MS): void {
    this.stopAwayTimers();
    this.awayTimers = [
      setTimeout(() => this.become('stale'), staleAfterMs),
      setTimeout(() => this.become('lost'), LOST_AFTER_MS),
    ];
  }

  private stopAwayTimers(): void {
    for (const timer of this.awayTimers) clearTimeout(timer);
    this.awayTimers = [];
  }

  private become(phase: 'stale' | 'lost'): void {
    const status = this.status.get();
    if (status.phase === 'lost') return;
    clearTimeout(this.backTimer);
    this.status.set({ ...status, phase, backAtMs: null });
  }

  private readonly forgetOutage = (): void => {
    this.status.set({ ...this.status.get(), backAtMs: null });
  };
}
