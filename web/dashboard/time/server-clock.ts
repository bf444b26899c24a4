import { Store } from '../store';

const SAMPLES_KEPT = 5;
/** A smaller shift than this changes no text on the page. */
const NOTICED_SHIFT_MS = 1_000;
const MINUTE_MS = 60_000;
/** Below this a wrong clock is nobody's business. */
const WRONG_FROM_MS = 2 * MINUTE_MS;

/**
 * The server's clock as seen from this page. The offset is the median of the last few samples, so that one slow
 * answer does not move it. Without a sample it is the page's own clock.
 */
export class ServerClock {
  /** Whole minutes that the page's own clock is behind the server's, negative when ahead; 0 when near enough. */
  readonly behindByMinutes = new Store(0);
  private readonly offsetsMs: number[] = [];
  private halfTripMs = 0;

  /** onShift is called when a sample has moved the clock by more than the eye would forgive. */
  constructor(
    private readonly readMs: () => number = Date.now,
    private readonly onShift: () => void = () => {},
  ) {}

  /** The page's own clock, Unix ms: what {@link sampleReply} wants for the sending time. */
  localMs(): number {
    return this.readMs();
  }

  /** The server's time, Unix ms. */
  nowMs(): number {
    return this.readMs() + this.offsetMs();
  }

  /** Takes the server's time from the answer to a read that left at sentMs and has just arrived. */
  sampleReply(serverMs: number, sentMs: number): void {
    this.halfTripMs = Math.max(0, this.readMs() - sentMs) / 2;
    this.add(serverMs);
  }

  /** Takes the server's time from a message the server sent by itself and that has just arrived. */
  samplePush(serverMs: number): void {
    this.add(serverMs);
  }

  private add(serverMs: number): void {
    const beforeMs = this.offsetMs();
    this.offsetsMs.push(serverMs + this.halfTripMs - this.readMs());
    if (this.offsetsMs.length > SAMPLES_KEPT) this.offsetsMs.shift();
    const minutes = Math.round(this.offsetMs() / MINUTE_MS);
    this.behindByMinutes.set(Math.abs(this.offsetMs()) > WRONG_FROM_MS ? minutes : 0);
    if (Math.abs(this.offsetMs() - beforeMs) > NOTICED_SHIFT_MS) this.onShift();
  }

  private offsetMs(): number {
    const sorted = [...this.offsetsMs].sort((a, b) => a - b);
    const upper = sorted[sorted.length >> 1] ?? 0;
    const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
    return (upper + lower) / 2;
  }
}
