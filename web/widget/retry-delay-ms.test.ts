import { retryDelayMs } from './retry-delay-ms';

const CROWD = 5_000;

it('[W-11] a crowd that lost the server spreads evenly below a ceiling that doubles up to five minutes', () => {
  for (const [failures, ceilingMs] of [
    [0, 5_000],
    [1, 10_000],
    [3, 40_000],
    [30, 300_000],
  ] as const) {
    const delays = Array.from({ length: CROWD }, () => retryDelayMs(failures)).sort((a, b) => a - b);

    expect(delays[0]).toBeLessThan(ceilingMs * 0.05);
    expect(delays[CROWD / 2]! / ceilingMs).toBeCloseTo(0.5, 1);
    expect(delays.at(-1)!).toBeLessThanOrEqual(ceilingMs);
  }
});
