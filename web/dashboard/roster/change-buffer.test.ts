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

describe('the buffer before the cache', () => {
  it('[F-2] hands on a thousand messages in one batch per quarter of a second, each visitor once', () => {
    const batches: ChangeBatch[] = [];
    const buffer = new ChangeBuffer((batch) => batches.push(batch));

    for (let message = 0; message < 1_000; message += 1)
      buffer.add(update(visitorCard({ id: `vis_${message % 10}` })));
    expect(batches).toHaveLength(0);

    jest.advanceTimersByTime(250);

    expect(batches).toHaveLength(1);
    expect(batches[0]?.visitors).toHaveLength(10);
  });

  it('keeps the last state of a visitor, the last count, and knows who was erased', () => {
    const batches: ChangeBatch[] = [];
    const buffer = new ChangeBuffer((batch) => batches.push(batch));

    buffer.add(update(visitorCard({ id: 'vis_a' }), 'vis_erased'));
    buffer.add(update(offlineCard({ id: 'vis_a' })));
    jest.advanceTimersByTime(250);

    expect(batches).toEqual([
      { visitors: [offlineCard({ id: 'vis_a' })], forgotten: ['vis_erased'], onlineCount: 1 },
    ]);
  });

  it('hands on nothing that was cleared', () => {
    const onBatch = jest.fn();
    const buffer = new ChangeBuffer(onBatch);
    buffer.add(update(visitorCard()));

    buffer.clear();
    jest.advanceTimersByTime(1_000);

    expect(onBatch).not.toHaveBeenCalled();
  });
});
