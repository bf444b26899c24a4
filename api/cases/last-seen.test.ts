import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startCaseNode, type CaseNode } from '../testing/case-node';

const TAB = 'tab-11111111';
const FACTS = 'id isOnline lastSeenAt';

interface Facts {
  id: string;
  isOnline: boolean;
  lastSeenAt: string;
}

describe('when a visitor was last seen', () => {
  let node: CaseNode;
  beforeAll(async () => (node = await startCaseNode()));
  afterAll(() => node.close());

  const lastSeenMs = async (id: string) => {
    const { visitor } = await node.ask<{ visitor: Facts }>(
      `query ($id: ID!) { visitor(id: $id) { ${FACTS} } }`,
      { id },
    );
    return Date.parse(visitor.lastSeenAt);
  };
  /** Heartbeats at the usual interval; the instant of the last one. */
  const stay = async (visitorToken: string, seconds: number) => {
    let lastBeatMs = 0;
    for (let passed = 0; passed < seconds; passed += 30) {
      await node.pass(30, 5);
      const { serverTime } = await node.heartbeat({ visitorToken, tabId: TAB });
      lastBeatMs = Date.parse(serverTime);
    }
    return lastBeatMs;
  };

  const store = async (id: string, lastSeenAt: Date | null) => {
    const client = new Client({ connectionString: node.database.url });
    await client.connect();
    await client.query('UPDATE visitors SET last_seen_at = $2 WHERE id = $1', [id, lastSeenAt]);
    await client.end();
  };

  it('case 8: ninety-five seconds after the last heartbeat a visitor reads offline, last seen ninety-five seconds ago', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    const lastBeatMs = await stay(visitorToken, 30);

    await node.pass(95);

    expect(await node.isOnline(visitor.id)).toBe(false);
    expect(await lastSeenMs(visitor.id)).toBe(lastBeatMs);
    expect(Math.round((node.nowMs() - lastBeatMs) / 1_000)).toBe(95);
  });

  it('case 19: after forty minutes of heartbeats and then silence it is the last heartbeat, not the arrival', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    const lastBeatMs = await stay(visitorToken, 2_400);

    await node.pass(92);

    expect(await node.storedLastSeenMs(visitor.id)).toBe(lastBeatMs);
    expect(await lastSeenMs(visitor.id)).toBe(lastBeatMs);
  });

  it('case 20: every way to ask gives the same instant, online and offline', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB, externalId: 'case-20' });
    await stay(visitorToken, 60);
    const everyWay = async () => {
      const { visitors, one, known, same } = await node.ask<{
        visitors: { nodes: Facts[] };
        one: Facts;
        known: Facts;
        same: Facts;
      }>(
        `query ($id: ID!) {
          visitors(first: 100) { nodes { ${FACTS} } }
          one: visitor(id: $id) { ${FACTS} }
          known: visitorByExternalId(externalId: "case-20") { ${FACTS} }
          same: node(id: $id) { ... on Visitor { ${FACTS} } } }`,
        { id: visitor.id },
      );
      const listed = visitors.nodes.find(({ id }) => id === visitor.id);
      return [listed, one, known, same];
    };

    const online = await everyWay();
    await node.pass(92);
    const offline = await everyWay();

    expect(online).toEqual(online.map(() => online[1]));
    expect(online[1]?.isOnline).toBe(true);
    expect(offline).toEqual(offline.map(() => ({ ...online[1], isOnline: false })));
  });

  it('case 21: opening another page counts as being there', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    const arrivedMs = await lastSeenMs(visitor.id);
    await node.pass(80);
    await node.recordPageView({ visitorToken, tabId: TAB, page: { url: 'https://acme.test/b' } });
    await node.pass(40);

    expect(await node.isOnline(visitor.id)).toBe(true);
    const seenAfterMs = (await lastSeenMs(visitor.id)) - arrivedMs;
    expect(Math.abs(seenAfterMs - 80_000)).toBeLessThan(1_000);
  });

  it('case 22: one page and an hour of heartbeats are an hour in the live list', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    const missing: number[] = [];

    for (let minute = 1; minute <= 60; minute++) {
      await stay(visitorToken, 60);
      const { visitors } = await node.ask<{ visitors: { nodes: Facts[] } }>(
        '{ visitors(first: 100, filter: { isOnline: true }) { nodes { id } } }',
      );
      if (!visitors.nodes.some(({ id }) => id === visitor.id)) missing.push(minute);
    }

    expect(missing).toEqual([]);
  });

  it('case 23: whoever is online was last seen at the last heartbeat, however long ago they were stored', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    const storedMs = await node.storedLastSeenMs(visitor.id);
    const lastBeatMs = await stay(visitorToken, 420);

    expect(await node.isOnline(visitor.id)).toBe(true);
    expect(await lastSeenMs(visitor.id)).toBe(lastBeatMs);
    expect(lastBeatMs - storedMs).toBeGreaterThan(400_000);
  });

  it('case 24: after silence it is never older than the last word, whenever the silence begins', async () => {
    const errors: number[] = [];
    for (const seconds of [1, 17, 29, 30, 61, 89]) {
      const { visitor, visitorToken } = await node.identify({ tabId: TAB });
      await node.pass(seconds);
      const { serverTime } = await node.heartbeat({ visitorToken, tabId: TAB });
      await node.pass(95);
      errors.push((await lastSeenMs(visitor.id)) - Date.parse(serverTime));
    }

    expect(errors).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('case 25: a time of the caller’s own is refused, and one that is smuggled in as a trait changes nothing', async () => {
    const future = '2029-01-01T00:00:00.000Z';

    const { status, errors } = await node.send('identify', { tabId: TAB, lastSeenAt: future });
    const { visitor } = await node.identify({ tabId: TAB, traits: { lastSeenAt: future } });

    expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    expect(Math.abs((await node.storedLastSeenMs(visitor.id)) - node.nowMs())).toBeLessThan(1_000);
  });

  it.each([null, new Date(0)])(
    'case 26: a visitor stored as last seen %s was never seen, not in 1970',
    async (lastSeenAt) => {
      const { visitor } = await node.identify({ tabId: TAB });
      await node.pass(92);
      await store(visitor.id, lastSeenAt);

      const { found } = await node.ask<{ found: Facts }>(
        'query ($id: ID!) { found: visitor(id: $id) { lastSeenAt } }',
        {
          id: visitor.id,
        },
      );

      expect(found).toEqual({ lastSeenAt: null });
    },
  );

  it('case 27: half an hour of heartbeats without a key pressed is seen now, and no text calls that activity', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    const lastBeatMs = await stay(visitorToken, 1_800);

    expect(await lastSeenMs(visitor.id)).toBe(lastBeatMs);
    expect(
      dashboardSources().filter((text) => /\b(last|now|ago) active\b|\bactive (now|\d|since)/i.test(text)),
    ).toEqual([]);
  });
});

function dashboardSources(): string[] {
  const folder = join(__dirname, '../../web/dashboard');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
