import { ServerClock } from './server-clock';

const HOUR_MS = 3_600_000;

describe("the server's clock", () => {
  it("[D-2] without a sample it is the page's own clock", () => {
    expect(new ServerClock(() => 1_000).nowMs()).toBe(1_000);
  });

  it('[D-2] a page clock that is an hour slow does not matter', () => {
    const clock = new ServerClock(() => 5_000);

    clock.sampleReply(5_000 + HOUR_MS, 5_000);

    expect(clock.nowMs()).toBe(5_000 + HOUR_MS);
  });

  it('[D-2] half of the round trip is taken off a reply', () => {
    const clock = new ServerClock(() => 1_400);

    clock.sampleReply(10_000, 1_000);

    expect(clock.nowMs()).toBe(10_200);
  });

  it('[D-2] one slow message among five moves nothing, for the median decides', () => {
    const clock = new ServerClock(() => 0);

    for (const offsetMs of [100, 101, 99, 100, -60_000]) clock.samplePush(offsetMs);

    expect(clock.nowMs()).toBe(100);
  });

  it('[D-2] only the last five samples count', () => {
    const clock = new ServerClock(() => 0);

    for (const offsetMs of [1, 1, 1, 1, 1, 7_000, 7_000, 7_000]) clock.samplePush(offsetMs);

    expect(clock.nowMs()).toBe(7_000);
  });

  it('[D-2] a page clock is named wrong from two minutes on, by whole minutes, and only while it is', () => {
    const clock = new ServerClock(() => 0);
    const wrongBy = (ms: number): number => {
      for (let sample = 0; sample < 5; sample += 1) clock.samplePush(ms);
      return clock.behindByMinutes.get();
    };

    expect([119_000, 190_000, -HOUR_MS, 0].map(wrongBy)).toEqual([0, 3, -60, 0]);
  });

  it('tells of a shift that can be seen, and not of a small one', () => {
    const onShift = jest.fn();
    const clock = new ServerClock(() => 0, onShift);

    clock.samplePush(50);
    expect(onShift).not.toHaveBeenCalled();

    clock.sampleReply(60_000, 0);
    expect(onShift).toHaveBeenCalledTimes(1);
  });
});
