import { callApi } from '../testing/api-client';
import { startTestCluster } from '../testing/test-cluster';
import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';
import { Widget } from './rig/widget';

const SITES = 30;
const VISITORS = 100;

describe('a Redis Cluster of three masters', () => {
  let world: FaultWorld;
  beforeAll(
    async () =>
      (world = await FaultWorld.start({ redis: await startTestCluster(), processes: 1, homeRests: false })),
  );
  afterAll(() => world.stop());

  it('[P1] 100 visitors of 30 sites come, are read in one request, and none of it crosses slots', async () => {
    const { home } = world;
    const sites = await Promise.all(
      Array.from({ length: SITES }, (_, i) => home.services.sites.create({ name: `Site ${i}` })),
    );
    const widgets = await Promise.all(
      Array.from({ length: VISITORS }, async (_, i) => {
        const site = sites[i % SITES]!;
        return { siteId: site.id, widget: await Widget.open(home.url, site.key) };
      }),
    );
    const refs = widgets.map(({ siteId, widget }) => ({ siteId, visitorId: widget.visitorId }));

    const presences = await home.services.sessions.getManyPresence(refs, 'sessions');
    const states = presences.map(({ state }) => state);

    const crossSlot = JSON.stringify(home.events).includes('CROSSSLOT');
    counted('cluster', {
      sites: SITES,
      visitors: VISITORS,
      online: states.filter((state) => state === 'ONLINE').length,
      crossSlot: Number(crossSlot),
    });
    expect(states).toEqual(refs.map(() => 'ONLINE'));
    expect(crossSlot).toBe(false);
  });

  it('[P12] changes reach a dashboard of another node, and silence and goodbyes end presence', async () => {
    const { home, siteKey } = world;
    const observer = await world.observe([world.processes[0]!.url]);
    const crowd = new Crowd({ url: () => home.url, siteKey, heartbeatMs: SHORT.heartbeatMs });
    await crowd.grow(20);
    const [first, second] = [crowd.widgets.slice(0, 5), crowd.widgets.slice(5, 10)];
    crowd.silence([...first, ...second]);
    await Promise.all(first.map((widget) => widget.leave(home.url)));

    await eventually('all ends are told', SHORT.ttlMs + 3_000, () => observer.count('WENT_OFFLINE') >= 10);
    const online = await world.online();
    const { data } = await callApi(
      home.url,
      '{ site { onlineVisitorCount } }',
      {},
      {
        authorization: `Bearer ${home.apiKey}`,
      },
    );
    crowd.silence();

    expect(observer.count('CAME_ONLINE')).toBe(20);
    expect(observer.count('WENT_OFFLINE')).toBe(10);
    expect([observer.doubled, observer.outOfOrder, await observer.wrong(online)]).toEqual([0, 0, 0]);
    expect(data['site'].onlineVisitorCount).toBe(10);
    counted('cluster', { told: observer.seen.length, doubled: observer.doubled, 'wrong on screen': 0 });
  });
});
