import { startPresenceWorld, type PresenceWorld } from '../testing/presence-world';
import { SiteEraser } from './site-eraser';

const TAB = 'tab-aaaaaaaa';
const TOKEN_LIFE_MS = 60_000;

describe('erasing a site', () => {
  let world: PresenceWorld;
  let eraser: SiteEraser;
  beforeEach(async () => {
    world = await startPresenceWorld();
    eraser = new SiteEraser(world.client, TOKEN_LIFE_MS);
  });
  afterEach(() => world.stop());

  const keysOfSite = async () => (await world.client.keys(`*${world.siteId}*`)).sort();

  it('leaves one mark, which goes when the last token has expired', async () => {
    await world.identify(world.visitor(), TAB);
    await world.sessions.recordHistory(world.siteId);
    expect((await keysOfSite()).length).toBeGreaterThan(4);

    await eraser.erase(world.siteId);
    await eraser.erase(world.siteId);

    const [mark, ...more] = await keysOfSite();
    expect(more).toEqual([]);
    expect(await world.client.pttl(mark!)).toBeGreaterThan(TOKEN_LIFE_MS - 5_000);
    expect(await world.client.pttl(mark!)).toBeLessThanOrEqual(TOKEN_LIFE_MS);
  });

  it('takes it out of the sweep, and nothing that a tab still says brings it back', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB);

    await eraser.erase(world.siteId);
    const beat = await world.heartbeat(visitor, TAB);
    const bye = await world.leave(visitor, TAB);
    await world.pass(2);

    expect(beat.status).toBe('ENDED');
    expect(bye).toMatchObject({ wasLast: false, isStillOnline: false, isFirst: false });
    expect(await keysOfSite()).toHaveLength(1);
    const left = await Promise.all(
      (await world.client.keys('*:sites')).map((key) => world.client.smembers(key)),
    );
    expect(left.flat()).toEqual([]);
  });

  it('that was given up lets visitors in again', async () => {
    const visitor = world.visitor();
    await world.identify(visitor, TAB);
    await eraser.erase(world.siteId);

    await eraser.restore(world.siteId);

    expect((await world.heartbeat(visitor, TAB)).status).toBe('DONE');
    expect(await world.sessions.isVisitorOnline(visitor)).toBe(true);
  });
});
