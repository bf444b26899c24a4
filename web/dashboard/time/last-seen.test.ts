import { lastSeen } from './last-seen';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const SECOND_MS = 1_000;
const words = (secondsAgo: number): string => lastSeen(new Date(NOW.getTime() - secondsAgo * SECOND_MS), NOW);

describe('how long ago a visitor was seen', () => {
  it.each([
    [-3_600, 'just now'],
    [-30, 'just now'],
    [0, 'just now'],
    [5, 'just now'],
    [59, 'just now'],
    [60, '1 minute ago'],
    [91, '1 minute ago'],
    [119, '1 minute ago'],
    [299, '4 minutes ago'],
    [300, '5 minutes ago'],
    [3_599, '59 minutes ago'],
    [3_600, '1 hour ago'],
    [5_399, '1 hour ago'],
    [86_399, '23 hours ago'],
    [86_400, '1 day ago'],
    [7 * 86_400 - 1, '6 days ago'],
    [7 * 86_400, '18 Nov'],
    [400 * 86_400, '21 Oct 2025'],
  ])('[D-1] an age of %i s reads "%s"', (secondsAgo, expected) => {
    expect(words(secondsAgo)).toBe(expected);
  });

  it('[D-1] somebody who was never here is "Never seen", not a date of 1970', () => {
    expect(lastSeen(null, NOW)).toBe('Never seen');
  });
});
