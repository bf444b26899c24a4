import { offlineCard } from '../testing/offline-card';
import { visitorCard } from '../testing/visitor-card';
import { ChangeBuffer, type ChangeBatch, type PresenceUpdate } from './change-buffer';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const update = (...visitors: (PresenceUpdate['changes'][number]['visitor'] | string)[]): PresenceUpdate => ({
  cursor: 'c',
  resyncRequired: false,
  onlineVisitorCount: visitors.length,
  serverTime: '2026-11-25T12:00:00.000Z',
  changes: visitors.map((visitor, index) => ({
    id: `change_${index}`,
    kind: 'PAGE_CHANGED' as const,
    visitorId: typeof visitor === 'string' ? visitor : (visitor?.id ?? ''),
    visitor: typeof visitor === 'string' ? null : visitor,
  })),
});

const REST_MS = 300;

describe('the buffer before the cache', () => {
  it('[F-2] hands on a thousand messages in one batch per rest, each visitor once, and the first one at once', () => {
    const batches: ChangeBatch[] = [];
    const buffer = new ChangeBuffer((batch) => batches.push(batch));

    buffer.add(update(visitorCard({ id: 'vis_first' })));
    expect(batches).toHaveLength(1);
    for (let message = 0; message < 1_000; message += 1)
      buffer.add(update(visitorCard({ id: `vis_${message % 10}` })));
    expect(batches).toHaveLength(1);

    jest.advanceTimersByTime(REST_MS);
    expect(batches).toHaveLength(2);
    expect(batches[1]?.visitors).toHaveLength(10);

    jest.advanceTimersByTime(REST_MS);
    buffer.add(update(visitorCard({ id: 'vis_late' })));
    expect(batches).toHaveLength(3);
  });

  it('keeps the last state of a visitor, the last count, and knows who was erased', () => {
    const batches: ChangeBatch[] = [];
    const buffer = new ChangeBuffer((batch) => batches.push(batch));
    buffer.add(update());

    buffer.add(update(visitorCard({ id: 'vis_a' }), 'vis_erased'));
    buffer.add(update(offlineCard({ id: 'vis_a' })));
    jest.advanceTimersByTime(REST_MS);

    expect(batches[1]).toEqual({
      visitors: [offlineCard({ id: 'vis_a' })],
      forgotten: ['vis_erased'],
      onlineCount: 1,
    });
  });

  it('hands on nothing that was cleared', () => {
    const onBatch = jest.fn();
    const buffer = new ChangeBuffer(onBatch);
    buffer.add(update());
    onBatch.mockClear();
    buffer.add(update(visitorCard()));
    expect(buffer.isWaiting()).toBe(true);

    buffer.clear();
    jest.advanceTimersByTime(1_000);

    expect(buffer.isWaiting()).toBe(false);
    expect(onBatch).not.toHaveBeenCalled();
  });
});
