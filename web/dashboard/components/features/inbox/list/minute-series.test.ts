import { minuteSeries } from './minute-series';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 25, 12, minute)).toISOString();

describe('the line of the last hour', () => {
  it('[D-19] leaves a gap, not a zero, where a minute is missing', () => {
    const { online, seconds } = minuteSeries([
      { at: at(2), online: 7 },
      { at: at(0), online: 5 },
      { at: at(4), online: 0 },
    ]);

    expect(online).toEqual([5, null, 7, null, 0]);
    expect(seconds[4]! - seconds[0]!).toBe(240);
  });

  it('is empty without a point', () => {
    expect(minuteSeries([])).toEqual({ seconds: [], online: [] });
  });
});
