import { ConnectionMonitor } from './connection-monitor';
import { PollingFallback } from './polling-fallback';

const SECOND_MS = 1_000;

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-25T14:32:10.000Z') }));
afterEach(() => jest.useRealTimers());

const passes = (seconds: number): Promise<void> => jest.advanceTimersByTimeAsync(seconds * SECOND_MS);

/** A page that has read its list, behind something that lets no socket through. */
function blocked(read: () => Promise<void> = () => Promise.resolve()) {
  const reads = jest.fn(read);
  const monitor = new ConnectionMonitor(Date.now);
  const polling = new PollingFallback(monitor, reads);
  monitor.socketClosed();
  monitor.caughtUp();
  return { monitor, polling, reads, phase: () => monitor.status.get().phase };
}

describe('a page whose sockets are blocked', () => {
  it('[D-10] asks every ten seconds instead, and says so', async () => {
    const { phase, reads } = blocked();

    await passes(3);
    expect(phase()).toBe('stale');
    await passes(10);
    expect(phase()).toBe('polling');
    await passes(30);

    expect(phase()).toBe('polling');
    expect(reads).toHaveBeenCalledTimes(4);
  });

  it('[D-10] is not live again before the socket is there and the list was read over it', async () => {
    const { phase, monitor, reads } = blocked();
    await passes(13);

    monitor.socketOpened();
    expect(phase()).toBe('polling');
    monitor.caughtUp();
    expect(phase()).toBe('live');

    await passes(60);
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('[D-10] admits that it is lost when no answer comes either', async () => {
    let isAway = false;
    const { phase } = blocked(() => (isAway ? Promise.reject(new Error('away')) : Promise.resolve()));
    await passes(13);

    isAway = true;
    await passes(26);
    expect(phase()).toBe('stale');
    await passes(30);
    expect(phase()).toBe('lost');

    isAway = false;
    await passes(10);
    expect(phase()).toBe('polling');
  });

  it('asks no more once it is closed', async () => {
    const { polling, reads } = blocked();
    await passes(13);

    polling.close();
    await passes(60);

    expect(reads).toHaveBeenCalledTimes(1);
  });
});
