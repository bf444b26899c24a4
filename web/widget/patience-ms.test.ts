import { patienceMs } from './patience-ms';

it('[W-11] the ceiling of the wait doubles from five seconds up to five minutes', () => {
  expect([0, 1, 2, 3, 6, 30, 5_000].map(patienceMs)).toEqual([
    5_000, 10_000, 20_000, 40_000, 300_000, 300_000, 300_000,
  ]);
});
