import { BUCKETS, bucketKeys, bucketOf } from '../redis/keys';
import { GRACE_MS, startPresenceWorld, type PresenceWorld } from '../testing/presence-world';
import type { VisitorRef } from './presence';
import type { SiteEvent } from './presence-changes';

const TAB_A = 'tab-aaaaaaaa';
const TAB_B = 'tab-bbbbbbbb';
const page = (path: string) => ({ page: { url: `https://acme.test${path}`, title: null, referrer: null } });

describe('the rules of presence', () => {
  let world: PresenceWorld;
  beforeEach(async () => {
    world = await startPresenceWorld();
    // The grace after the start of an empty store is a subject of its own; here it is over.
    await world.identify({ ...world.visitor() }, TAB_A);
    await world.pass(200);
  });
  afterEach(() => world.stop());

  const storyOf = async ({ visitorId }: VisitorRef) =>
    (await world.announced()).filter(isOf(visitorId)).map(({ kind, reason }) => `${kind} ${reason}`);
  const endsOf = async ({ visitorId }: VisitorRef) => {
    const entries = await world.client.xrange(bucketKeys(bucketOf(world.siteId)).ends, '-', '+');
    return entries.filter(([, fields]) => fields[3] === visitorId).map(([, fields]) => Number(fields[5]));
  };

  it('[P4] silence is noticed once, however many nodes sweep at the same time', async () => {
    const visitor = world.visitor();
    const { nowMs } = await world.identify(visitor, TAB_A);
    world.skip(9);
    await world.sweep();
    await world.pass(35);
    world.skip(2);

    await Promise.all(Array.from({ length: 8 }, () => world.sweep()));

    expect(await storyOf(visitor)).toEqual(['CAME_ONLINE IDENTIFIED', 'WENT_OFFLINE TIMED_OUT']);
    expect(await endsOf(visitor)).toEqual([nowMs]);
  });

  it('[P5] an identify, heartbeat or page view that is repeated changes nothing but the deadline', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A, { ...page('/home'), seq: 1 });
    await world.identify(visitor, TAB_A, { ...page('/home'), seq: 1 });
    await world.heartbeat(visitor, TAB_A, { seq: 2 });
    await world.heartbeat(visitor, TAB_A, { seq: 2 });
    await world.sessions.touch({
      ...visitor,
      ...page('/home'),
      tabId: TAB_A,
      seq: 3,
      isVisible: null,
      operation: 'NAVIGATED',
    });

    expect(await storyOf(visitor)).toEqual(['CAME_ONLINE IDENTIFIED']);
  });

  it('[P5] a goodbye that is repeated tells so, and is announced once', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);

    const first = await world.leave(visitor, TAB_A);
    const second = await world.leave(visitor, TAB_A);
    await world.pass(10);

    expect([first.isFirst, second.isFirst]).toEqual([true, false]);
    expect(await storyOf(visitor)).toEqual(['CAME_ONLINE IDENTIFIED', 'WENT_OFFLINE DISCONNECTED']);
    expect(await endsOf(visitor)).toEqual([first.nowMs]);
  });

  it('[P6] a page that only a tab behind shows is announced when that tab comes to the front', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A, page('/front'));
    await world.identify(visitor, TAB_B, { ...page('/behind'), isVisible: false });
    expect(await storyOf(visitor)).toEqual(['CAME_ONLINE IDENTIFIED']);

    world.skip(1);
    await world.heartbeat(visitor, TAB_A, { isVisible: false });
    await world.heartbeat(visitor, TAB_B, { isVisible: true });

    expect((await world.announced()).filter(isOf(visitor.visitorId)).at(-1)).toMatchObject({
      kind: 'PAGE_CHANGED',
      page: { url: 'https://acme.test/behind' },
    });
  });

  it('[P7] after silence the visitor was last seen at the last call, not when it was noticed', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);
    await world.pass(30);
    const { nowMs } = await world.heartbeat(visitor, TAB_A);

    await world.pass(60);

    expect(await endsOf(visitor)).toEqual([nowMs]);
  });

  it('[P9] after a goodbye the visitor reads offline at once, and it is announced after the grace', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);

    await world.leave(visitor, TAB_A);

    expect(await world.sessions.isVisitorOnline(visitor)).toBe(false);
    await world.pass(GRACE_MS / 1_000 - 1);
    expect(await storyOf(visitor)).toEqual(['CAME_ONLINE IDENTIFIED']);
    await world.pass(1);
    expect(await storyOf(visitor)).toEqual(['CAME_ONLINE IDENTIFIED', 'WENT_OFFLINE DISCONNECTED']);
  });

  it('[P9] whoever returns within the grace never left: the same visit, and the page is told again', async () => {
    const visitor = world.visitor();
    const { nowMs } = await world.identify(visitor, TAB_A, page('/home'));
    await world.pass(10);
    await world.leave(visitor, TAB_A);
    await world.pass(2);

    await world.identify(visitor, TAB_B, page('/home'));
    await world.pass(10);

    expect(await storyOf(visitor)).toEqual(['CAME_ONLINE IDENTIFIED', 'PAGE_CHANGED IDENTIFIED']);
    const [presence] = await world.sessions.getManyPresence([visitor], 'sessions');
    expect(presence).toMatchObject({ state: 'ONLINE', sinceMs: nowMs });
  });

  it('[P9] whoever returns after the grace starts a new visit, even if no sweep came in between', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);
    await world.leave(visitor, TAB_A);
    world.skip(6);

    const { nowMs } = await world.identify(visitor, TAB_B);

    expect(await storyOf(visitor)).toEqual([
      'CAME_ONLINE IDENTIFIED',
      'WENT_OFFLINE DISCONNECTED',
      'CAME_ONLINE IDENTIFIED',
    ]);
    const [presence] = await world.sessions.getManyPresence([visitor], 'sessions');
    expect(presence?.sinceMs).toBe(nowMs);
  });

  it('[P11] a call that was overtaken by a newer one of its tab is ignored', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A, { ...page('/one'), seq: 1 });
    await world.heartbeat(visitor, TAB_A, { ...page('/three'), seq: 3 });

    const late = await world.heartbeat(visitor, TAB_A, { ...page('/two'), seq: 2 });
    const lateGoodbye = await world.leave(visitor, TAB_A, 2);

    expect([late.status, lateGoodbye.status]).toEqual(['IGNORED', 'IGNORED']);
    const [presence] = await world.sessions.getManyPresence([visitor], 'sessions');
    expect(presence?.sessions?.[0]?.page?.url).toBe('https://acme.test/three');
  });

  it('[P11] a tab that has said goodbye stays closed, also when its goodbye came before its identify', async () => {
    const [early, late] = [world.visitor(), world.visitor()];
    await world.leave(early, TAB_A);
    await world.identify(late, TAB_A);
    await world.leave(late, TAB_A);

    const replies = [await world.identify(early, TAB_A), await world.heartbeat(late, TAB_A)];

    expect(replies.map(({ status }) => status)).toEqual(['ENDED', 'ENDED']);
    expect(await world.sessions.getManyVisitorOnlineStatus([early, late])).toEqual([false, false]);
  });

  it('[P11] a goodbye of one tab does not close another visitor’s tab of the same name', async () => {
    const [one, other] = [world.visitor(), world.visitor()];
    await world.identify(one, TAB_A);
    await world.leave(other, TAB_A);

    expect(await world.heartbeat(one, TAB_A)).toMatchObject({ status: 'DONE' });
  });

  it('[P11] a session that only timed out resumes with its next heartbeat', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);
    await world.pass(60);

    await world.heartbeat(visitor, TAB_A);

    expect(await storyOf(visitor)).toEqual([
      'CAME_ONLINE IDENTIFIED',
      'WENT_OFFLINE TIMED_OUT',
      'CAME_ONLINE HEARTBEAT_RESUMED',
    ]);
  });

  it('[P13] after a blackout nobody is announced offline before a full life of a session has passed', async () => {
    const [back, gone] = [world.visitor(), world.visitor()];
    await Promise.all([back, gone].map((visitor) => world.identify(visitor, TAB_A)));
    world.skip(60); // nobody sweeps, nobody is heard
    await world.sweep();

    const [during] = await world.sessions.getManyPresence([back]);
    expect(during).toMatchObject({ state: 'UNKNOWN' });
    await world.heartbeat(back, TAB_A);
    for (let i = 0; i < 8; i++) {
      await world.pass(18);
      await world.heartbeat(back, TAB_A);
    }
    expect(await storyOf(gone)).toEqual(['CAME_ONLINE IDENTIFIED']);
    await world.pass(10);

    expect(await storyOf(back)).toEqual(['CAME_ONLINE IDENTIFIED']);
    expect(await storyOf(gone)).toEqual(['CAME_ONLINE IDENTIFIED', 'WENT_OFFLINE TIMED_OUT']);
    expect((await world.announced()).filter(({ kind }) => kind === 'RESYNC')).toHaveLength(1);
  });

  it('[P15] when everybody has gone and twice the longest life has passed, only the constant keys are left', async () => {
    const visitors = Array.from({ length: 50 }, () => world.visitor());
    await Promise.all(visitors.map((visitor) => world.identify(visitor, TAB_A, page('/'))));
    await Promise.all(visitors.slice(25).map((visitor) => world.leave(visitor, TAB_A)));

    await world.pass(310);

    const keys = await world.client.keys('*');
    expect(keys.map((key) => key.split(':').at(-1)).sort()).toEqual([
      'changes',
      'ends',
      'meta',
      'sites',
      'sweep',
    ]);
  });

  it('every key that is written belongs to a bucket that is swept', async () => {
    await world.identify(world.visitor(), TAB_A);

    const buckets = (await world.client.keys('*')).map((key) => Number(/\{(\d+)\}/.exec(key)?.[1]));

    expect(buckets.every((bucket) => bucket >= 0 && bucket < BUCKETS)).toBe(true);
    expect(new Set(buckets)).toEqual(new Set([bucketOf(world.siteId)]));
  });
});

function isOf(visitorId: string) {
  return (event: SiteEvent): event is Exclude<SiteEvent, { kind: 'RESYNC' }> =>
    event.kind !== 'RESYNC' && event.visitorId === visitorId;
}
