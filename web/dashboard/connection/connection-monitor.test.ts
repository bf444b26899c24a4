import { ConnectionMonitor } from './connection-monitor';

const START_MS = Date.parse('2026-11-25T14:32:10.000Z');
const SECOND_MS = 1_000;

beforeEach(() => jest.useFakeTimers({ now: START_MS }));
afterEach(() => jest.useRealTimers());

const phase = (monitor: ConnectionMonitor): string => monitor.status.get().phase;
const passes = (seconds: number): void => void jest.advanceTimersByTime(seconds * SECOND_MS);

function liveMonitor(): ConnectionMonitor {
  const monitor = new ConnectionMonitor(Date.now);
  monitor.caughtUp();
  monitor.socketOpened();
  return monitor;
}

describe('the state of the connection', () => {
  it('[D-6] begins as connecting, and an open socket alone is not live', () => {
    const monitor = new ConnectionMonitor(Date.now);
    expect(phase(monitor)).toBe('connecting');

    monitor.socketOpened();

    expect(phase(monitor)).toBe('connecting');
  });

  it('[D-6] is live once the read has finished and the socket is open, in either order', () => {
    const readFirst = liveMonitor();
    const socketFirst = new ConnectionMonitor(Date.now);
    socketFirst.socketOpened();
    socketFirst.caughtUp();

    expect([phase(readFirst), phase(socketFirst)]).toEqual(['live', 'live']);
  });

  it('[D-6] stays live over a gap of under three seconds and says nothing of it', () => {
    const monitor = liveMonitor();

    monitor.socketClosed();
    passes(2.9);
    monitor.socketOpened();
    monitor.caughtUp();
    passes(60);

    expect(monitor.status.get()).toMatchObject({ phase: 'live', backAtMs: null });
  });

  it('[D-6] is stale after three seconds without a socket and lost after forty-five', () => {
    const monitor = liveMonitor();

    monitor.socketClosed();
    passes(3);
    expect(phase(monitor)).toBe('stale');

    passes(41.9);
    expect(phase(monitor)).toBe('stale');

    passes(0.1);
    expect(phase(monitor)).toBe('lost');
  });

  it('[D-6] counts from the first loss, however many tries fail meanwhile', () => {
    const monitor = liveMonitor();
    monitor.socketClosed();

    for (let second = 0; second < 45; second += 1) {
      passes(1);
      monitor.socketClosed();
    }

    expect(phase(monitor)).toBe('lost');
  });

  it('[D-6] is not live again when the socket is back but the read is not done', () => {
    const monitor = liveMonitor();
    monitor.socketClosed();
    passes(10);

    monitor.socketOpened();
    expect(phase(monitor)).toBe('stale');

    monitor.caughtUp();
    expect(phase(monitor)).toBe('live');
  });

  it('[D-6] is stale at once when a ping goes unanswered', () => {
    const monitor = liveMonitor();

    monitor.pingMissed();

    expect(phase(monitor)).toBe('stale');
  });

  it('[D-6] is stale when the feed breaks off under an open socket', () => {
    const monitor = liveMonitor();

    monitor.fellBehind();
    passes(3);

    expect(phase(monitor)).toBe('stale');
  });

  it('[D-6] is stale when a list was read but no socket ever opened', () => {
    const monitor = new ConnectionMonitor(Date.now);

    monitor.caughtUp();
    passes(3);

    expect(phase(monitor)).toBe('stale');
  });

  it('remembers when what is shown was last right, and no later', () => {
    const monitor = liveMonitor();
    passes(20);
    monitor.heard();
    passes(5);
    monitor.socketClosed();
    monitor.heard();
    passes(60);

    expect(monitor.status.get()).toMatchObject({ phase: 'lost', correctAtMs: START_MS + 20 * SECOND_MS });
  });

  it('tells for four seconds that it is live again', () => {
    const monitor = liveMonitor();
    monitor.socketClosed();
    passes(10);
    monitor.socketOpened();
    monitor.caughtUp();
    expect(monitor.status.get().backAtMs).toBe(START_MS + 10 * SECOND_MS);

    passes(4);

    expect(monitor.status.get().backAtMs).toBeNull();
  });

  it('leaves no timer behind when it is closed', () => {
    const monitor = liveMonitor();
    monitor.socketClosed();

    monitor.close();
    monitor.socketClosed();

    expect(jest.getTimerCount()).toBe(0);
  });
});
