import type { Change, ChangeKind } from '../../realtime-session/presence';
import { PendingUpdate } from './pending-update';

const change = (visitorId: string, kind: ChangeKind, offset: number, epoch = 'a'): Change => ({
  siteId: 'site',
  position: { epoch, offset },
  kind,
  visitorId,
  reason: 'IDENTIFIED',
  page: null,
  occurredAtMs: offset,
  onlineVisitorCount: offset,
});
const pendingAfter = (offset: number, visitorIds?: string[]) =>
  new PendingUpdate('site', visitorIds && new Set(visitorIds), { epoch: 'a', offset });
const story = (pending: PendingUpdate) => {
  const { changes, ...rest } = pending.take();
  return { ...rest, changes: changes.map(({ visitorId, kind }) => `${visitorId} ${kind}`) };
};

describe('what happens in one window', () => {
  it.each<[string, ChangeKind[], ChangeKind]>([
    ['who came and moved on has come', ['CAME_ONLINE', 'PAGE_CHANGED', 'PAGE_CHANGED'], 'CAME_ONLINE'],
    [
      'who came and went has gone: they have a new last-seen time',
      ['CAME_ONLINE', 'WENT_OFFLINE'],
      'WENT_OFFLINE',
    ],
    ['who went and came back has come', ['WENT_OFFLINE', 'CAME_ONLINE'], 'CAME_ONLINE'],
    ['who moved and went has gone', ['PAGE_CHANGED', 'WENT_OFFLINE'], 'WENT_OFFLINE'],
    ['who moved twice has moved', ['PAGE_CHANGED', 'PAGE_CHANGED'], 'PAGE_CHANGED'],
  ])('[P12] %s', (_name, kinds, told) => {
    const pending = pendingAfter(0);
    kinds.forEach((kind, i) => pending.add(change('v1', kind, i + 1)));

    expect(story(pending)).toMatchObject({
      changes: [`v1 ${told}`],
      position: { epoch: 'a', offset: kinds.length },
      onlineVisitorCount: kinds.length,
    });
  });

  it('[P12] what is known already is not told again', () => {
    const pending = pendingAfter(5);

    pending.add(change('v1', 'CAME_ONLINE', 5));
    expect(pending.isEmpty).toBe(true);
    pending.add(change('v2', 'CAME_ONLINE', 6));
    expect(story(pending).changes).toEqual(['v2 CAME_ONLINE']);
  });

  it('others than those named are left out, and the position moves on', () => {
    const pending = pendingAfter(0, ['v1']);
    pending.add(change('v1', 'CAME_ONLINE', 1));
    pending.add(change('v2', 'CAME_ONLINE', 2));

    expect(story(pending)).toMatchObject({
      changes: ['v1 CAME_ONLINE'],
      position: { epoch: 'a', offset: 2 },
      onlineVisitorCount: 2,
    });
  });

  it('[P12] a gap is a call to read again, from where the next update goes on', () => {
    const pending = pendingAfter(0);
    pending.add(change('v1', 'CAME_ONLINE', 1));
    pending.gap({ epoch: 'b', offset: 9 });

    expect(story(pending)).toMatchObject({
      changes: [],
      resyncRequired: true,
      position: { epoch: 'b', offset: 9 },
      onlineVisitorCount: null,
    });
    pending.add(change('v2', 'CAME_ONLINE', 10, 'b'));
    expect(story(pending)).toMatchObject({ resyncRequired: false, changes: ['v2 CAME_ONLINE'] });
  });

  it('[P13] the end of a blackout is a call to read again', () => {
    const pending = pendingAfter(0);
    pending.add({ siteId: 'site', position: { epoch: 'a', offset: 1 }, kind: 'RESYNC' });

    expect(story(pending)).toMatchObject({ resyncRequired: true, position: { epoch: 'a', offset: 1 } });
  });

  it('more visitors than are worth telling of are a call to read again', () => {
    const pending = pendingAfter(0);
    for (let i = 1; i <= 5_000; i++) pending.add(change(`v${i}`, 'CAME_ONLINE', i));

    expect(story(pending)).toMatchObject({
      resyncRequired: true,
      changes: [],
      position: { epoch: 'a', offset: 5_000 },
    });
  });
});
