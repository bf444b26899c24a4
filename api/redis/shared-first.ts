import { within } from '../within';

/** For so long nobody is kept waiting for a Redis that did not answer the last time. */
const REST_MS = 1_000;

/**
 * What the nodes count together as long as Redis answers in time, and each for itself otherwise. Nobody waits longer than
 * the patience, and after one wait nobody does for a moment.
 */
export class SharedFirst {
  private restsUntilMs = -Infinity;

  constructor(private readonly patienceMs: number) {}

  /** Rejects only as `own` does. */
  async ask<T>(shared: () => Promise<T>, own: () => T | Promise<T>): Promise<T> {
    // Not the wall clock: that may be set back, and then the rest would not end.
    if (performance.now() < this.restsUntilMs) return own();
    try {
      return await within(this.patienceMs, shared(), 'Redis');
    } catch {
      this.restsUntilMs = performance.now() + REST_MS;
      return own();
    }
  }
}
