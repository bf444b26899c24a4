import { bucketOf } from '../redis/keys';
import { startGatewayWorld, type GatewayWorld } from '../testing/gateway-world';
import { countStatements } from '../testing/count-statements';

const TAB = 'tab-aaaaaaaa';

describe('what is stored from time to time', () => {
  let world: GatewayWorld;
  beforeEach(async () => (world = await startGatewayWorld()));
  afterEach(() => world.stop());

  const identify = () =>
    world.services.gateway.handleIdentify({ siteKey: world.site.key, tabId: TAB }, world.caller);
  const beatFor = async (visitorToken: string, seconds: number) => {
    for (let waited = 0; waited < seconds; waited += 20) {
      await world.pass(20);
      await world.services.gateway.handleHeartbeat({ visitorToken, tabId: TAB }, world.caller);
    }
  };

  it('[P7] the last-seen of those who stay online is never stored more than a checkpoint late', async () => {
    const { visitor, visitorToken } = await identify();

    await beatFor(visitorToken, 180);

    const stored = (await world.lastSeenMs(visitor!.id)) ?? 0;
    expect(world.nowMs() - stored).toBeLessThanOrEqual(60_000 + 20_000);
    expect(await world.isOnline(visitor!.id)).toBe(true);
  });

  it('one node of many makes the checkpoint of a bucket, and looks whom it has to keep away', async () => {
    await Promise.all(Array.from({ length: 30 }, identify));
    await world.pass(1);
    const { sweeper } = world.services;
    const bucket = bucketOf(world.site.id);
    world.advance(61_000);

    const statements = await countStatements(async () => {
      await Promise.all(Array.from({ length: 8 }, () => sweeper.sweepBucket(bucket)));
      await sweeper.stored();
    });

    expect(statements).toBe(2);
  });

  it('the number online is noted once a minute, also when it is none; a minute nobody swept is left out', async () => {
    const { visitor, visitorToken } = await identify();
    await world.pass(1);
    await beatFor(visitorToken, 120);
    await world.services.gateway.handleDisconnect({ visitorToken, tabId: TAB }, world.caller);
    world.advance(180_000);
    await world.pass(61);

    const points = await world.services.history.read(world.site.id, 60, world.nowMs());

    expect(points.slice(0, 2).map(({ online }) => online)).toEqual([1, 1]);
    expect(points.at(-1)?.online).toBe(0);
    const minutes = points.map(({ atMs }) => atMs / 60_000);
    expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
    expect(minutes.at(-1)! - minutes[0]!).toBeGreaterThan(points.length - 1);
    expect(visitor).not.toBeNull();
  });
});
