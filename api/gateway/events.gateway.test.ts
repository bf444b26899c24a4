import { startGatewayWorld, type GatewayWorld } from '../testing/gateway-world';
import { countStatements } from '../testing/count-statements';
import type { IdentifyCall } from './calls';
import { untilPasses } from '../testing/until-passes';

const TAB_A = 'tab-aaaaaaaa';
const TAB_B = 'tab-bbbbbbbb';

describe('what happens when a visitor comes, stays and goes', () => {
  let world: GatewayWorld;
  beforeAll(async () => (world = await startGatewayWorld()));
  afterAll(() => world.stop());

  const identify = (call: Partial<IdentifyCall> = {}) => identifyIn(world, call);
  const heartbeat = (visitorToken: string, tabId = TAB_A) =>
    world.services.gateway.handleHeartbeat({ visitorToken, tabId }, world.caller);
  const disconnect = (visitorToken: string, tabId = TAB_A) =>
    world.services.gateway.handleDisconnect({ visitorToken, tabId }, world.caller);

  it('after identify the visitor is stored as seen now, by the clock of the server', async () => {
    const startedAt = Date.now();
    const { visitor } = await identify();

    const stored = (await world.lastSeenMs(visitor.id)) ?? 0;
    expect(stored).toBeGreaterThan(startedAt - 1_000);
    expect(stored).toBeLessThan(Date.now() + 1_000);
    expect(await world.isOnline(visitor.id)).toBe(true);
  });

  it('after disconnect the visitor is stored as seen now', async () => {
    const { visitor, visitorToken } = await identify();
    await world.pass(10);

    await disconnect(visitorToken);

    const stored = (await world.lastSeenMs(visitor.id)) ?? 0;
    expect(Math.abs(stored - world.nowMs())).toBeLessThan(1_000);
  });

  it('[P9] isOnline is false the moment disconnect has answered', async () => {
    const { visitor, visitorToken } = await identify();

    const answer = await disconnect(visitorToken);

    expect(answer.isStillOnline).toBe(false);
    expect(await world.isOnline(visitor.id)).toBe(false);
  });

  it('[P3] a second tab keeps the visitor online', async () => {
    const { visitor, visitorToken } = await identify();
    await identify({ visitorToken, tabId: TAB_B });

    const answer = await disconnect(visitorToken, TAB_A);

    expect(answer.isStillOnline).toBe(true);
    expect(await world.isOnline(visitor.id)).toBe(true);
    expect((await disconnect(visitorToken, TAB_B)).isStillOnline).toBe(false);
    expect(await world.isOnline(visitor.id)).toBe(false);
  });

  it('[P7] silence ends in offline, last seen at the last heartbeat', async () => {
    const { visitor, visitorToken } = await identify();
    await world.pass(20);
    const { serverTime } = await heartbeat(visitorToken);

    await world.pass(47);

    expect(await world.isOnline(visitor.id)).toBe(false);
    expect(await world.lastSeenMs(visitor.id)).toBe(serverTime.getTime());
  });

  it('[P7] lastSeenAt never moves back, whatever arrives late', async () => {
    const { visitor, visitorToken } = await identify();
    await world.pass(30);
    await disconnect(visitorToken);
    const stored = (await world.lastSeenMs(visitor.id)) ?? 0;

    const { siteId } = { siteId: world.site.id };
    await world.services.visitors.updateLastSeenAt([
      { siteId, visitorId: visitor.id, lastSeenAt: new Date(stored - 20_000) },
    ]);

    expect(await world.lastSeenMs(visitor.id)).toBe(stored);
  });

  it('[P5] a goodbye that is resent does not move lastSeenAt', async () => {
    const { visitor, visitorToken } = await identify();
    await disconnect(visitorToken);
    const stored = await world.lastSeenMs(visitor.id);
    await world.pass(3);

    await disconnect(visitorToken);

    expect(await world.lastSeenMs(visitor.id)).toBe(stored);
  });

  it('[P5] a first identify that is sent again, its answer lost, is the same visitor', async () => {
    const tabId = 'tab-lost-answer';
    const first = await identify({ tabId, seq: 1 });

    const again = await identify({ tabId, seq: 2 });
    const otherTab = await identify({ tabId: 'tab-of-somebody-else', seq: 1 });

    expect(again.visitor.id).toBe(first.visitor.id);
    expect(again.visitor.visitCount).toBe(1);
    expect(otherTab.visitor.id).not.toBe(first.visitor.id);
  });

  it('[P10] a heartbeat and a page view send no SQL', async () => {
    const { visitorToken } = await identify();

    const statements = await countStatements(async () => {
      await heartbeat(visitorToken);
      await world.services.gateway.handlePageView(
        { visitorToken, tabId: TAB_A, page: { url: 'https://acme.test/b' } },
        world.caller,
      );
    });

    expect(statements).toBe(0);
  });

  it('[P11] a tab that said goodbye is told so', async () => {
    const { visitor, visitorToken } = await identify();
    await disconnect(visitorToken);

    await expect(heartbeat(visitorToken)).rejects.toMatchObject({ problems: [{ code: 'SESSION_ENDED' }] });
    await expect(identify({ visitorToken })).rejects.toMatchObject({ problems: [{ code: 'SESSION_ENDED' }] });
    expect(await world.isOnline(visitor.id)).toBe(false);
  });

  it('a visitor who signs in keeps being the same visitor', async () => {
    const { visitor, visitorToken } = await identify();

    const known = await identify({ visitorToken, externalId: `u-${visitor.id}`, displayName: 'Maria' });

    expect(known.visitor).toMatchObject({ id: visitor.id, displayName: 'Maria' });
  });

  it('case 61: signing in as somebody else in the same browser puts the first one’s light out and moves nothing', async () => {
    const first = await identify({ externalId: 'u1', displayName: 'One' });

    const second = await identify({ visitorToken: first.visitorToken, externalId: 'u2', displayName: 'Two' });

    expect(second.visitor.id).not.toBe(first.visitor.id);
    expect(await world.isOnline(first.visitor.id)).toBe(false);
    expect(await world.isOnline(second.visitor.id)).toBe(true);
    const stored = await world.services.visitors.findById([world.site.id], first.visitor.id);
    expect(stored).toMatchObject({ externalId: 'u1', displayName: 'One' });
  });

  it('whoever says who they are while online is announced once, however often it is said', async () => {
    const { visitor, visitorToken } = await identify({ page: { url: 'https://acme.test/' } });
    const person = {
      visitorToken,
      displayName: 'Maria',
      traits: { plan: 'team' },
      page: { url: 'https://acme.test/' },
    };

    await identify(person);
    await identify(person);
    await identify({ ...person, externalId: `named-${visitor.id}` });

    const changes = await world.services.changes.readAfter(world.site.id, { epoch: '', offset: 0 });
    const told = changes!.filter((change) => change.kind !== 'RESYNC' && change.visitorId === visitor.id);
    expect(told.map(({ kind }) => kind)).toEqual(['CAME_ONLINE', 'PAGE_CHANGED', 'PAGE_CHANGED']);
  });

  it('a visit is counted once, however many tabs and pages it has', async () => {
    const { visitor, visitorToken } = await identify();
    await identify({ visitorToken, tabId: TAB_B });
    const visits = async () =>
      (await world.services.visitors.findById([world.site.id], visitor.id))?.visitCount;
    expect(await visits()).toBe(1);

    await disconnect(visitorToken, TAB_A);
    await disconnect(visitorToken, TAB_B);
    await world.pass(2);
    await identify({ visitorToken, tabId: 'tab-cccccccc' }); // back within the grace
    expect(await visits()).toBe(1);

    await disconnect(visitorToken, 'tab-cccccccc');
    await world.pass(60);
    await identify({ visitorToken, tabId: 'tab-dddddddd' });
    expect(await visits()).toBe(2);
  });

  it('a text that is not told again stays as it was', async () => {
    const { visitor, visitorToken } = await identify({ displayName: 'Maria', email: 'maria@acme.test' });

    await identify({ visitorToken, tabId: TAB_B });

    const stored = await world.services.visitors.findById([world.site.id], visitor.id);
    expect(stored).toMatchObject({ displayName: 'Maria', email: 'maria@acme.test' });
  });

  it('an origin that is not the site’s is refused, and nobody is stored', async () => {
    const stranger = { ...world.caller, origin: 'https://evil.test' };
    const before = await world.dataSource.query('SELECT count(*) FROM visitors');

    const call = world.services.gateway.handleIdentify({ siteKey: world.site.key, tabId: TAB_A }, stranger);

    await expect(call).rejects.toMatchObject({ problems: [{ code: 'ORIGIN_NOT_ALLOWED' }] });
    expect(await world.dataSource.query('SELECT count(*) FROM visitors')).toEqual(before);
  });
});

describe('what happens while a store is away', () => {
  let world: GatewayWorld;
  beforeEach(async () => (world = await startGatewayWorld()));
  afterEach(() => world.stop());

  const identify = (call: Partial<IdentifyCall> = {}) => identifyIn(world, call);

  it('without Redis identify still stores the profile and lastSeenAt, and the next heartbeat restores the visitor', async () => {
    await world.redis.kill();
    const startedAt = Date.now();
    const { visitor, visitorToken, nextHeartbeatSeconds } = await identify({ displayName: 'Maria' });

    expect(nextHeartbeatSeconds).toBe(20);
    expect(await world.lastSeenMs(visitor.id)).toBeGreaterThan(startedAt - 1_000);
    expect(await world.isOnline(visitor.id)).toBe(false);
    const { gateway } = world.services;
    const beat = () => gateway.handleHeartbeat({ visitorToken, tabId: TAB_A }, world.caller);
    expect(await beat()).toMatchObject({ nextHeartbeatSeconds: 20 });

    await world.redis.restartEmpty();
    await untilPasses(async () => {
      await beat();
      expect(await world.isOnline(visitor.id)).toBe(true);
    });
    const told = world.events
      .map(({ event }) => event)
      .filter((event) => String(event).startsWith('presence_store'));
    expect(told).toEqual(['presence_store_failing', 'presence_store_works_again']);
  });

  it('without PostgreSQL a goodbye is answered, and its lastSeenAt is stored when the database is back', async () => {
    const { visitor, visitorToken } = await identify();
    await world.pass(5);
    world.database.cut();

    const answer = await world.services.gateway.handleDisconnect(
      { visitorToken, tabId: TAB_A },
      world.caller,
    );
    const leftAtMs = world.nowMs();
    expect(answer.isStillOnline).toBe(false);
    await world.pass(3);
    world.database.mend();
    await untilPasses(async () => {
      await world.pass(1);
      expect(Math.abs(((await world.lastSeenMs(visitor.id)) ?? 0) - leftAtMs)).toBeLessThan(1_000);
    });
  });

  it('without PostgreSQL presence goes on for whoever is known; somebody new is refused', async () => {
    const known = await identify({ externalId: 'u1' });
    const { gateway } = world.services;
    await world.pass(60);
    expect(await world.isOnline(known.visitor.id)).toBe(false);
    world.database.cut();
    const call = { siteKey: world.site.key, tabId: TAB_B, visitorToken: known.visitorToken };

    const answer = await gateway.handleIdentify({ ...call, externalId: 'u1' }, world.caller);
    const anonymous = gateway.handleIdentify({ ...call, visitorToken: null }, world.caller);
    const somebodyElse = gateway.handleIdentify({ ...call, externalId: 'u2' }, world.caller);

    expect(answer).toMatchObject({ visitor: null, nextHeartbeatSeconds: 20 });
    expect(await world.isOnline(known.visitor.id)).toBe(true);
    await expect(anonymous).rejects.toThrow();
    await expect(somebodyElse).rejects.toThrow();
    const seenAtMs = world.nowMs();
    world.database.mend();
    await untilPasses(async () => {
      await world.pass(20); // a checkpoint is due in the meantime
      await gateway.handleHeartbeat({ visitorToken: answer.visitorToken, tabId: TAB_B }, world.caller);
      expect(await world.lastSeenMs(known.visitor.id)).toBeGreaterThan(seenAtMs);
    });
  });
});

/** An identify that PostgreSQL has stored. */
async function identifyIn({ services, site, caller }: GatewayWorld, call: Partial<IdentifyCall>) {
  const answer = await services.gateway.handleIdentify({ siteKey: site.key, tabId: TAB_A, ...call }, caller);
  return { ...answer, visitor: answer.visitor! };
}
