import { Announcer } from './announcer';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the voice of the dashboard', () => {
  it('[D-22] speaks at most once in five seconds, and then the newest message', () => {
    const announcer = new Announcer();

    for (const text of ['Maria is now offline', '3 visitors match', '4 visitors match']) announcer.say(text);
    expect(announcer.message.get()).toBe('Maria is now offline');

    jest.advanceTimersByTime(5_000);
    expect(announcer.message.get()).toBe('4 visitors match');

    jest.advanceTimersByTime(60_000);
    expect(announcer.message.get()).toBe('4 visitors match');
  });

  it('says the same words again when the same thing happens again', () => {
    const announcer = new Announcer();
    announcer.say('Link copied');
    const first = announcer.message.get();

    jest.advanceTimersByTime(5_000);
    announcer.say('Link copied');

    expect(announcer.message.get()).not.toBe(first);
    expect(announcer.message.get().trim()).toBe('Link copied');
  });
});
