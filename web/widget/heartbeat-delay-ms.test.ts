import { heartbeatDelayMs } from './heartbeat-delay-ms';

const many = (isVisible: boolean, seconds: number): number[] =>
  Array.from({ length: 1_000 }, () => heartbeatDelayMs(seconds, isVisible));

it('[W-5] beats of visible tabs spread by a tenth to either side', () => {
  const delays = many(true, 20);

  expect(Math.min(...delays)).toBeGreaterThanOrEqual(18_000);
  expect(Math.min(...delays)).toBeLessThan(18_500);
  expect(Math.max(...delays)).toBeGreaterThan(21_500);
  expect(Math.max(...delays)).toBeLessThanOrEqual(22_000);
});

it('[W-5] beats of hidden tabs never slip past the minute at which browsers wake them', () => {
  expect(Math.max(...many(false, 55))).toBeLessThanOrEqual(55_000);
});
