interface Held<Value> {
  readonly value: Value;
  readonly readAtMs: number;
  /** When a read was last tried, successful or not. */
  triedAtMs: number;
}

export interface RecentReadsOptions {
  /** Age up to which an answer is given again without reading. */
  readonly maxAgeMs: number;
  /** Age up to which an answer stands in for a read that fails or lingers. 0, the default, lets failures through. */
  readonly maxStaleMs?: number;
  readonly capacity?: number;
  readonly now?: () => number;
}

const DEFAULT_CAPACITY = 10_000;
/** How long a caller waits for a fresh answer when there is an older one at hand. */
const PATIENCE_MS = 250;

/** Remembers answers, absent ones too, for a moment, and reads once for all who ask at the same time. */
export class RecentReads<Value> {
  private readonly held = new Map<string, Held<Value>>();
  private readonly reading = new Map<string, Promise<Value>>();
  private readonly now: () => number;

  constructor(private readonly options: RecentReadsOptions) {
    this.now = options.now ?? Date.now;
  }

  /** The recent answer for the key, or a fresh one. Rejects as `read` does unless an older answer may stand in. */
  async get(key: string, read: () => Promise<Value>): Promise<Value> {
    const nowMs = this.now();
    const held = this.held.get(key);
    if (held && nowMs - held.triedAtMs < this.options.maxAgeMs) return held.value;
    const fresh = this.reading.get(key) ?? this.readOnce(key, read);
    if (!held || nowMs - held.readAtMs > (this.options.maxStaleMs ?? 0)) return fresh;
    return this.freshOrHeld(fresh, held);
  }

  /** The answer at hand, however old; undefined when there is none. */
  peek(key: string): Value | undefined {
    return this.held.get(key)?.value;
  }

  /** The next get for the key reads again, also when a read of it is under way. */
  forget(key: string): void {
    this.held.delete(key);
    this.reading.delete(key);
  }

  private readOnce(key: string, read: () => Promise<Value>): Promise<Value> {
    const startedAtMs = this.now();
    const promise = read();
    this.reading.set(key, promise);
    const keep = (value: Value): void => {
      // Forgotten meanwhile: what was read may be what the forgetter has just changed.
      if (this.reading.get(key) === promise)
        this.hold(key, { value, readAtMs: startedAtMs, triedAtMs: startedAtMs });
    };
    return promise.then((value) => (keep(value), value)).finally(() => this.endReading(key, promise));
  }

  private endReading(key: string, promise: Promise<Value>): void {
    if (this.reading.get(key) === promise) this.reading.delete(key);
  }

  private hold(key: string, entry: Held<Value>): void {
    this.held.delete(key);
    this.held.set(key, entry);
    const oldest = this.held.keys().next();
    if (this.held.size > (this.options.capacity ?? DEFAULT_CAPACITY) && !oldest.done)
      this.held.delete(oldest.value);
  }

  private async freshOrHeld(fresh: Promise<Value>, held: Held<Value>): Promise<Value> {
    let timer: NodeJS.Timeout | undefined;
    const patienceEnds = new Promise<Value>((resolve) => {
      timer = setTimeout(() => resolve(held.value), PATIENCE_MS);
    });
    try {
      return await Promise.race([fresh, patienceEnds]);
    } catch {
      // The older answer is better than none, and the next try can wait as long as a good answer would be kept.
      held.triedAtMs = this.now();
      return held.value;
    } finally {
      clearTimeout(timer);
    }
  }
}
