import type { Taken } from '../../rate-limits/bucket';
import { rateLimited } from '../rate-limited';

export interface SubscriptionMeterOptions {
  readonly everyMs: number;
  /** Never rejects. */
  readonly pay: () => Promise<Taken>;
  readonly onEmpty: (refusal: Error) => void;
}

/** Pays at equal intervals, the first time after one of them, until it is stopped or nothing is left to pay with. */
export function startSubscriptionMeter({ everyMs, pay, onEmpty }: SubscriptionMeterOptions): {
  stop(): void;
} {
  const timer = setInterval(() => {
    void pay().then(({ waitMs }) => {
      if (waitMs === 0) return;
      clearInterval(timer);
      onEmpty(rateLimited(waitMs));
    });
  }, everyMs).unref();
  return { stop: () => clearInterval(timer) };
}
