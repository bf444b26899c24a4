import { RawSocket } from '../testing/raw-socket';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld, SHORT } from './rig/fault-world';
import { Line } from './rig/line';
import { Widget } from './rig/widget';

const SOCKETS = 100;
const VISITORS = 20;
/** Two rounds of pings. */
const FREED_WITHIN_MS = 25_000;
const WATCH = 'subscription { visitorPresenceChanged { cursor } }';

describe('connections whose other end has vanished without a word', () => {
  let world: FaultWorld;
  let line: Line;
  beforeAll(async () => {
    world = await FaultWorld.start();
    line = await Line.open({ port: Number(new URL(world.home.url).port) });
  });
  afterAll(async () => {
    line.close();
    await world.stop();
  });

  it('E-19: the server lets go of them in time, and presence ends by silence alone', async () => {
    const { home, siteKey } = world;
    const url = `http://127.0.0.1:${line.port}`;
    const widgets = await Promise.all(Array.from({ length: VISITORS }, () => Widget.open(url, siteKey)));
    const sockets = await Promise.all(
      Array.from({ length: SOCKETS }, () => RawSocket.connect(url, home.apiKey)),
    );
    for (const [i, socket] of sockets.entries()) {
      socket.subscribe(String(i), WATCH);
      await socket.next('next');
    }
    const before = home.services.changes.followerCount;

    line.swallow();
    const offMs = await eventually('the visitors’ silence is announced', SHORT.ttlMs + 3_000, async () => {
      return (await world.announcedOff()).length >= VISITORS;
    });
    const freedMs = await eventually(
      'nobody follows',
      FREED_WITHIN_MS,
      () => home.services.changes.followerCount === 0,
    );
    const off = await world.announcedOff();
    sockets.forEach(({ socket }) => socket.terminate());

    counted('E-19', {
      sockets: SOCKETS,
      'followers before': before,
      'freed after ms': offMs + freedMs,
      'off events': off.length,
      line: 'swallowed by a TCP proxy',
    });
    expect(before).toBeGreaterThan(0);
    expect(offMs + freedMs).toBeLessThan(FREED_WITHIN_MS);
    expect(new Set(off.map(({ visitorId }) => visitorId))).toEqual(new Set(widgets.map((w) => w.visitorId)));
    expect(off).toHaveLength(VISITORS);
  });
});
