import { Store } from '../store';
import { backoffMs } from './backoff-ms';

/** A wait between tries that an agent, a network coming back or a tab being shown may cut short. */
export class RetryWait {
  /** When the next try is due, Unix ms of this machine's clock; null when nothing waits. */
  readonly dueAtMs = new Store<number | null>(null);
  private readonly waiting = new Set<() => void>();

  /** Resolves after the back-off of this attempt, or at {@link cutShort}. */
  readonly wait = (attempt: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.waiting.delete(end);
        if (this.waiting.size === 0) this.dueAtMs.set(null);
        resolve();
      };
      const waitMs = backoffMs(attempt);
      const timer = setTimeout(end, waitMs);
      this.dueAtMs.set(Date.now() + waitMs);
      this.waiting.add(end);
    });

  /** Ends every wait at once. */
  readonly cutShort = (): void => {
    for (const end of [...this.waiting]) end();
  };
}
