import { retryDelayMs } from './connect-redis';

describe('waiting before the next attempt to connect', () => {
  it('[R-10] begins at no less than 50 ms, doubles, and ends at no more than a second and a half', () => {
    const longest = (attempt: number) => retryDelayMs(attempt, () => 1);
    const shortest = (attempt: number) => retryDelayMs(attempt, () => 0);

    expect(Array.from({ length: 50 }, (_, i) => shortest(i + 1)).every((ms) => ms >= 50)).toBe(true);
    expect([1, 2, 3].map(longest)).toEqual([100, 200, 400]);
    expect(longest(1_000)).toBe(1_500);
  });

  it('[R-10] is spread, so that nodes do not return in step', () => {
    expect(retryDelayMs(8, () => 0)).toBeLessThan(retryDelayMs(8, () => 0.99) / 1.5);
  });
});
