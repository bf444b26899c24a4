import { backoffMs } from './backoff-ms';
import { RetryWait } from './retry-wait';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('waiting between tries', () => {
  it('[D-9] waits at least one second and never more than thirty, spread over the whole range', () => {
    for (const attempt of [0, 1, 5, 50, 5_000]) {
      expect(backoffMs(attempt, () => 0)).toBe(1_000);
      expect(backoffMs(attempt, () => 1)).toBeLessThanOrEqual(30_000);
    }
    expect(backoffMs(0, () => 1)).toBe(2_000);
    expect(backoffMs(2, () => 1)).toBe(8_000);
    expect(backoffMs(9, () => 1)).toBe(30_000);
  });

  it('[D-9] is cut short on demand, and says when the next try is due until then', async () => {
    const retry = new RetryWait();
    const waited = retry.wait(9);
    expect(retry.dueAtMs.get()).toBeGreaterThan(Date.now());

    retry.cutShort();

    await expect(waited).resolves.toBeUndefined();
    expect(retry.dueAtMs.get()).toBeNull();
    expect(jest.getTimerCount()).toBe(0);
  });
});
