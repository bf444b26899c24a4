import { createLog } from '../log';
import { EndsOfPresence } from '../realtime-session/ends-of-presence';
import { bucketOf } from '../redis/keys';
import { startGatewayWorld, type GatewayWorld } from '../testing/gateway-world';
import { LastSeenWriter } from './last-seen-writer';

const TAB = 'tab-aaaaaaaa';

describe('carrying ends of presence to PostgreSQL', () => {
  let world: GatewayWorld;
  let bucket: number;
  beforeEach(async () => {
    world = await startGatewayWorld();
    bucket = bucketOf(world.site.id);
  });
  afterEach(() => world.stop());

  /** Ends that cannot be removed, as when the node dies between storing and removing them. */
  class Forgetful extends EndsOfPresence {
    override remove(): Promise<void> {
      return Promise.reject(new Error('killed'));
    }
  }
  const goSilent = async () => {
    const call = { siteKey: world.site.key, tabId: TAB };
    const { visitor } = await world.services.gateway.handleIdentify(call, world.caller);
    for (let i = 0; i < 6; i++) {
      world.advance(9_000);
      await world.services.sessions.sweepBucket(bucket);
    }
    return visitor!.id;
  };

  it('[P4] E-20: an end that was stored but not removed is stored again by another node, and nothing changes', async () => {
    const id = await goSilent();
    const log = createLog('silent');
    await new LastSeenWriter(new Forgetful(world.redisClient), world.services.visitors, log).drain(bucket);
    const stored = await world.lastSeenMs(id);
    expect((await new EndsOfPresence(world.redisClient).read(bucket)).ends).toHaveLength(1);

    const writers = Array.from(
      { length: 3 },
      () => new LastSeenWriter(new EndsOfPresence(world.redisClient), world.services.visitors, log),
    );
    await Promise.all(writers.map((writer) => writer.drain(bucket)));

    expect(await world.lastSeenMs(id)).toBe(stored);
    expect((await new EndsOfPresence(world.redisClient).read(bucket)).ends).toEqual([]);
  });

  it('[P4] ends wait while PostgreSQL is away, and are stored when it is back', async () => {
    const id = await goSilent();
    const before = await world.lastSeenMs(id);
    const ends = new EndsOfPresence(world.redisClient);
    const [end] = (await ends.read(bucket)).ends;
    world.database.cut();
    const writer = new LastSeenWriter(ends, world.services.visitors, createLog('silent'));

    await writer.drain(bucket);
    expect((await ends.read(bucket)).ends).toHaveLength(1);
    world.database.mend();
    while ((await ends.read(bucket)).ends.length > 0) await writer.drain(bucket);

    expect(await world.lastSeenMs(id)).toBe(end!.lastSeenAtMs);
    expect(end!.lastSeenAtMs).toBeGreaterThanOrEqual(before!);
  });
});
