import { visitorCard } from '../testing/visitor-card';
import { Arrivals } from './arrivals';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('notices of who came', () => {
  it('[D-18] the first comes at once, those of the next five seconds come together', () => {
    const told: string[][] = [];
    const arrivals = new Arrivals((visitors) => told.push(visitors.map(({ id }) => id)));

    arrivals.add([visitorCard({ id: 'a' })]);
    for (const id of ['b', 'c', 'b']) arrivals.add([visitorCard({ id })]);
    expect(told).toEqual([['a']]);

    jest.advanceTimersByTime(5_000);
    expect(told).toEqual([['a'], ['b', 'c']]);

    jest.advanceTimersByTime(60_000);
    expect(told).toHaveLength(2);
    expect(jest.getTimerCount()).toBe(0);
  });
});
