import { Ticker } from './ticker';

const START_MS = Date.parse('2026-11-25T12:00:03.000Z');

const setHidden = (isHidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => jest.useFakeTimers({ now: START_MS }));
afterEach(() => {
  setHidden(false);
  jest.useRealTimers();
});

describe('the ticker', () => {
  it('[D-3] stands still between ticks and ticks on the round ten seconds', () => {
    const ticker = new Ticker(Date.now);
    const stop = ticker.subscribe(() => {});

    jest.advanceTimersByTime(6_999);
    expect(ticker.nowMs()).toBe(START_MS);

    jest.advanceTimersByTime(1);
    expect(ticker.nowMs()).toBe(START_MS + 7_000);
    stop();
  });

  it('[D-3] a thousand listeners share one timer, and none is left when they go', () => {
    const ticker = new Ticker(Date.now);

    const stops = Array.from({ length: 1_000 }, () => ticker.subscribe(() => {}));
    expect(jest.getTimerCount()).toBe(1);

    for (const stop of stops) stop();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('[D-5] can tick every second for what counts seconds', () => {
    const ticker = new Ticker(Date.now, 1_000);
    const onTick = jest.fn();
    const stop = ticker.subscribe(onTick);

    jest.advanceTimersByTime(3_000);

    expect(onTick).toHaveBeenCalledTimes(3);
    stop();
  });

  it('[F-6] waits for what is about to be drawn anyway, and not for ever', () => {
    let isAwaited = true;
    const onTick = jest.fn();
    const ticker = new Ticker(Date.now, 1_000, () => isAwaited);
    const stop = ticker.subscribe(onTick);

    ticker.catchUp();
    jest.advanceTimersByTime(1_200);
    expect(onTick).not.toHaveBeenCalled();

    ticker.catchUp();
    ticker.catchUp();
    expect(onTick).toHaveBeenCalledTimes(1);
    expect(ticker.nowMs()).toBe(START_MS + 1_200);

    isAwaited = false;
    jest.advanceTimersByTime(800);
    expect(onTick).toHaveBeenCalledTimes(2);
    stop();
  });

  it('[D-3] is silent while the tab is hidden and ticks at once when it is shown again', () => {
    const onTick = jest.fn();
    const ticker = new Ticker(Date.now);
    const stop = ticker.subscribe(onTick);

    setHidden(true);
    jest.advanceTimersByTime(600_000);
    expect(onTick).not.toHaveBeenCalled();

    setHidden(false);
    expect(onTick).toHaveBeenCalledTimes(1);
    expect(ticker.nowMs()).toBe(START_MS + 600_000);
    stop();
  });
});
