import { siteKeys } from '../redis/keys';
import { newId } from '../typed-id';
import { TIMINGS } from '../timings';
import { startPresenceWorld, type PresenceWorld } from '../testing/presence-world';
import { recordCommands } from '../testing/record-commands';

const TAB_A = 'tab-aaaaaaaa';
const TAB_B = 'tab-bbbbbbbb';

describe('who is online, asked of a Redis that answers', () => {
  let world: PresenceWorld;
  beforeAll(async () => (world = await startPresenceWorld()));
  afterAll(() => world.stop());

  it('[P1] a visitor with a live session is online', async () => {
    const visitor = world.visitor();

    await world.identify(visitor, TAB_A);

    expect(await world.sessions.isVisitorOnline(visitor)).toBe(true);
  });

  it('[P8] a visitor Redis has never heard of is offline, and the answer is false rather than null', async () => {
    expect(await world.sessions.isVisitorOnline(world.visitor())).toBe(false);
  });

  it('[P2] a visitor is online until the deadline and offline from then on, swept or not', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);

    world.skip(44);
    expect(await world.sessions.isVisitorOnline(visitor)).toBe(true);
    world.skip(1);
    expect(await world.sessions.isVisitorOnline(visitor)).toBe(false);
  });

  it('[P2] a hidden tab has until its own, longer deadline', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A, { isVisible: false });

    await world.pass(149);
    expect(await world.sessions.isVisitorOnline(visitor)).toBe(true);
    await world.pass(1);
    expect(await world.sessions.isVisitorOnline(visitor)).toBe(false);
  });

  it('[P8] many visitors are answered in the order asked, false for just those that are missing', async () => {
    const here = Array.from({ length: 50 }, () => world.visitor());
    await Promise.all(here.map((visitor) => world.identify(visitor, TAB_A)));
    const asked = here.flatMap((visitor) => [visitor, world.visitor()]);

    const answers = await world.sessions.getManyVisitorOnlineStatus(asked);

    expect(answers).toEqual(asked.map((_, i) => i % 2 === 0));
  });

  it('[P8] a site whose entry is damaged reads false; the other sites of the same question are answered', async () => {
    const healthy = world.visitor();
    await world.identify(healthy, TAB_A);
    const damaged = { siteId: newId('site'), visitorId: newId('visitor') };
    await world.client.set(siteKeys(damaged.siteId).deadlines, 'not a sorted set');

    const answers = await world.sessions.getManyVisitorOnlineStatus([damaged, healthy, damaged]);

    expect(answers).toEqual([false, true, false]);
  });

  it('[P8] a visitor whose sessions are damaged is still online; only the sessions are unknown', async () => {
    const [damaged, healthy] = [world.visitor(), world.visitor()];
    await Promise.all([damaged, healthy].map((visitor) => world.identify(visitor, TAB_A)));
    await world.client.hset(siteKeys(world.siteId).sessions, damaged.visitorId, '{"half":');

    const [first, second] = await world.sessions.getManyPresence([damaged, healthy], 'sessions');

    expect(first).toMatchObject({ state: 'ONLINE', sessions: null });
    expect(second).toMatchObject({ state: 'ONLINE', sessions: [{ tabId: TAB_A }] });
  });

  it('a hundred visitors cost one round trip', async () => {
    const visitors = Array.from({ length: 100 }, () => world.visitor());
    await world.sessions.getManyVisitorOnlineStatus(visitors);

    const commands = await recordCommands(world.redis.url, () =>
      world.sessions.getManyVisitorOnlineStatus(visitors),
    );

    expect(commands).toHaveLength(1);
    expect(commands[0]![0]).toBe('evalsha');
  });

  it('no command names more than a thousand visitors', async () => {
    const visitors = Array.from({ length: 2_500 }, () => world.visitor());

    const commands = await recordCommands(world.redis.url, () =>
      world.sessions.getManyVisitorOnlineStatus(visitors),
    );

    const idsPerCommand = commands.map((args) => args.filter((arg) => arg.startsWith('visitor_')).length);
    expect(idsPerCommand).toEqual([1_000, 1_000, 500]);
  });

  it('nobody asked for costs nothing', async () => {
    const commands = await recordCommands(world.redis.url, async () => {
      expect(await world.sessions.getManyVisitorOnlineStatus([])).toEqual([]);
    });

    expect(commands).toEqual([]);
  });
});

describe('tabs of one visitor', () => {
  let world: PresenceWorld;
  beforeAll(async () => (world = await startPresenceWorld()));
  afterAll(() => world.stop());

  const pageOf = async (visitor: ReturnType<PresenceWorld['visitor']>) => {
    const [presence] = await world.sessions.getManyPresence([visitor], 'sessions');
    return presence?.sessions?.[0]?.page?.url ?? null;
  };
  const page = (path: string) => ({ page: { url: `https://acme.test${path}`, title: null, referrer: null } });

  it('[P3] closing one of two tabs leaves the visitor online', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);
    await world.identify(visitor, TAB_B);

    const left = await world.leave(visitor, TAB_A);

    expect(left).toMatchObject({ wasLast: false, isStillOnline: true });
    expect(await world.sessions.isVisitorOnline(visitor)).toBe(true);
  });

  it('[P6] the current page is that of the tab that came to the front last, and falls back when it closes', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A, page('/home'));
    world.skip(1);
    await world.identify(visitor, TAB_B, page('/docs'));
    expect(await pageOf(visitor)).toBe('https://acme.test/docs');

    await world.heartbeat(visitor, TAB_B, { isVisible: false });
    world.skip(1);
    await world.heartbeat(visitor, TAB_A, { isVisible: true });
    expect(await pageOf(visitor)).toBe('https://acme.test/home');

    await world.leave(visitor, TAB_A);
    expect(await pageOf(visitor)).toBe('https://acme.test/docs');
    await world.leave(visitor, TAB_B);
    expect(await pageOf(visitor)).toBeNull();
  });

  it('a visitor has at most twenty sessions; the one unheard for longest gives way', async () => {
    const visitor = world.visitor();
    for (let i = 10; i < 31; i++) {
      await world.identify(visitor, `tab-000000${i}`);
      world.skip(1);
    }

    const [presence] = await world.sessions.getManyPresence([visitor], 'sessions');

    const tabs = presence!.sessions!.map(({ tabId }) => tabId).sort();
    expect(tabs).toEqual(Array.from({ length: 20 }, (_, i) => `tab-000000${i + 11}`));
  });
});

describe('who is online, asked of a Redis that fails', () => {
  let world: PresenceWorld;
  // What is promised of an unanswering Redis is promised with the settings of a real node.
  beforeEach(
    async () => (world = await startPresenceWorld({ redisReadDeadlineMs: TIMINGS.redisReadDeadlineMs })),
  );
  afterEach(() => world.stop());

  const askWithin = async <T>(limitMs: number, ask: () => Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
    });
    return Promise.race([ask(), late]).finally(() => clearTimeout(timer));
  };

  it('[P8] a visitor reads offline, not null and without an error, when Redis has died', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);
    await world.redis.kill();

    const answer = await askWithin(300, () => world.sessions.isVisitorOnline(visitor));

    expect(answer).toBe(false);
    expect(await world.sessions.getManyPresence([visitor])).toEqual([
      expect.objectContaining({ state: 'UNKNOWN', sessions: null }),
    ]);
  });

  it('[P8] a visitor reads offline within 300 ms when Redis hangs', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);
    world.redis.freeze();

    const answer = await askWithin(300, () => world.sessions.isVisitorOnline(visitor));
    world.redis.thaw();

    expect(answer).toBe(false);
  });

  it('[P8] a page of visitors is all false when Redis hangs, and right again once it answers', async () => {
    const visitors = Array.from({ length: 100 }, () => world.visitor());
    await Promise.all(visitors.map((visitor) => world.identify(visitor, TAB_A)));
    world.redis.freeze();

    const during = await askWithin(300, () => world.sessions.getManyVisitorOnlineStatus(visitors));
    world.redis.thaw();
    const after = await world.sessions.getManyVisitorOnlineStatus(visitors);

    expect(during).toEqual(visitors.map(() => false));
    expect(after).toEqual(visitors.map(() => true));
  });

  it('[P8] a visitor reads offline when a script is refused', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);
    await world.client.set(siteKeys(world.siteId).sweep, 'not a hash');

    expect(await world.sessions.isVisitorOnline(visitor)).toBe(false);
  });

  it('scripts that Redis forgot are sent again', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB_A);
    await world.client.call('SCRIPT', 'FLUSH');

    expect(await world.sessions.isVisitorOnline(visitor)).toBe(true);
  });
});
