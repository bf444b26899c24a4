import { freePort } from '../testing/free-port';
import { Crowd } from './rig/crowd';
import { counted } from './rig/counted';
import { eventually } from './rig/eventually';
import { FaultWorld } from './rig/fault-world';

const VISITORS = 100;
const OBSERVERS = 20;
const HEARTBEAT_MS = 2_000;
const GOING_AWAY = 1001;

describe('a deployment that restarts the nodes one after another', () => {
  let world: FaultWorld;
  let ports: number[];
  // A heartbeat that is lost with its node must not end a session: as in life, the second one comes in time.
  const env = { PORCHLIGHT_HEARTBEAT_VISIBLE_MS: '2000', PORCHLIGHT_SESSION_TTL_VISIBLE_MS: '5000' };
  beforeAll(async () => {
    ports = [await freePort(), await freePort()];
    world = await FaultWorld.start({
      env: { ...env, PORCHLIGHT_SESSION_TTL_HIDDEN_MS: '6000' },
      homeRests: true,
    });
    await Promise.all(ports.map((port) => world.addProcess({}, port)));
  });
  afterAll(() => world.stop());

  it('E-03: no transition is announced, sockets are closed with 1001, and every dashboard is back in time', async () => {
    const urls = ports.map((port) => `http://127.0.0.1:${port}`);
    let balancer = [...urls];
    const url = (index: number) => balancer[index % balancer.length]!;
    const crowd = new Crowd({ url, siteKey: world.siteKey, heartbeatMs: HEARTBEAT_MS });
    await crowd.grow(VISITORS);
    const observers = await Promise.all(Array.from({ length: OBSERVERS }, (_, i) => world.observe(urls, i)));
    crowd.forget();

    const ends: string[] = [];
    let slowestMs = 0;
    for (const [i, port] of ports.entries()) {
      const node = world.processes.find(({ url }) => url.endsWith(`:${port}`))!;
      const connected = observers.filter((_, at) => at % 2 === i || i === 1);
      balancer = urls.filter((each) => each !== node.url);
      const attempts = connected.map(({ attempts }) => attempts);
      const startedMs = Date.now();
      ends.push(await node.terminate());
      await world.addProcess({}, port);
      balancer = [...urls];
      await eventually('every dashboard is live again', 5_000, () =>
        connected.every((o, at) => o.isLive && o.attempts >= attempts[at]!),
      );
      slowestMs = Math.max(slowestMs, ...connected.map(({ liveSinceMs }) => liveSinceMs - startedMs));
    }
    await crowd.nextRound();
    const online = await world.online();
    const wrong = await Promise.all(observers.map((observer) => observer.wrong(online)));
    crowd.silence();

    const told = observers.flatMap(({ seen }) => seen);
    const codes = observers.flatMap(({ closeCodes }) => closeCodes);
    counted('E-03', {
      transitions: told.length,
      'closed with 1001': `${codes.filter((code) => code === GOING_AWAY).length}/${codes.length}`,
      'back after ms': slowestMs,
      'calls lost': crowd.failed,
      ends: ends.join(' and '),
      'wrong on screens': wrong.reduce((sum, n) => sum + n, 0),
    });
    expect(told).toEqual([]);
    expect(slowestMs).toBeLessThan(5_000);
    expect(online.size).toBe(VISITORS);
    expect(ends).toEqual(ends.map(() => 'ended with code 0'));
    // Codes of attempts that found the door closed are the client's own.
    expect(codes.filter((code) => code === GOING_AWAY).length).toBeGreaterThanOrEqual(OBSERVERS);
    expect(codes.filter((code) => code !== GOING_AWAY && code !== 1006)).toEqual([]);
    expect(wrong).toEqual(observers.map(() => 0));
  });
});
