import { timeOnPage } from './time-on-page';

const SINCE = new Date('2026-11-25T12:00:00.000Z');

describe('time on a page', () => {
  it.each([
    [-5, '0 s'],
    [0, '0 s'],
    [12.9, '12 s'],
    [59, '59 s'],
    [60, '1 min'],
    [3 * 60 + 59, '3 min'],
    [59 * 60 + 59, '59 min'],
    [3_600, '1 h 00'],
    [3_900, '1 h 05'],
    [26 * 3_600, '26 h 00'],
  ])('[D-5] after %d s it reads "%s"', (seconds, expected) => {
    expect(timeOnPage(SINCE, new Date(SINCE.getTime() + seconds * 1_000))).toBe(expected);
  });
});
