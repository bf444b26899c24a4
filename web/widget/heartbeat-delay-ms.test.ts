import { heartbeatDelayMs } from './heartbeat-delay-ms';

const many = (seconds: number): number[] => Array.from({ length: 1_000 }, () => heartbeatDelayMs(seconds));

it('[W-5] beats spread over a tenth, so that tabs which started together do not stay together', () => {
  const delays = many(20);

  expect(Math.min(...delays)).toBeGreaterThanOrEqual(18_000);
  expect(Math.min(...delays)).toBeLessThan(18_500);
  expect(Math.max(...delays)).toBeGreaterThan(19_500);
});

it('[W-5] beats of hidden tabs never slip past the minute at which browsers wake them', () => {
  expect(Math.max(...many(55))).toBeLessThanOrEqual(55_000);
});
