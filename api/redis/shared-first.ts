import { within } from '../within';

/** For so long nobody is kept waiting for a Redis that did not answer the last time. */
const REST_MS = 1_000;

/**
 * What the nodes count together as long as Redis answers in time, and each for itself otherwise. Nobody waits longer than
 * the patience; and once somebody waited in vain, only one at a time tries whether Redis is back, so that nothing piles up.
 */
export class SharedFirst {
  private isAway = false;
  private isTrying = false;
  private restsUntilMs = 0;

  constructor(
    private readonly patienceMs: number,
    // Not the wall clock: that may be set back, and then the rest would not end.
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Rejects only as `own` does. */
  async ask<T>(shared: () => Promise<T>, own: () => T | Promise<T>): Promise<T> {
    if (this.isAway && (this.isTrying || this.nowMs() < this.restsUntilMs)) return own();
    const isTrial = (this.isTrying = this.isAway);
    try {
      const answer = await within(this.patienceMs, shared(), 'Redis');
      this.isAway = false;
      return answer;
    } catch {
      this.isAway = true;
      this.restsUntilMs = this.nowMs() + REST_MS;
      return own();
    } finally {
      if (isTrial) this.isTrying = false;
    }
  }
}
