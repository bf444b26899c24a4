import { TIMINGS } from '../timings';
import { CASE_TIMINGS } from '../testing/case-timings';
import { startCaseNode, type CaseNode } from '../testing/case-node';

const TAB = 'tab-11111111';
const { checkpointMs: CHECKPOINT_MS } = TIMINGS;
const { heartbeatVisibleMs: BEAT_MS } = CASE_TIMINGS;
const LIST = '{ visitors(first: 100) { nodes { id isOnline lastSeenAt presence { state } } } }';

interface Row {
  id: string;
  isOnline: boolean;
  lastSeenAt: string;
  presence: { state: string };
}

describe('a presence store that fails', () => {
  let node: CaseNode;
  beforeEach(async () => (node = await startCaseNode()));
  afterEach(() => node.close());

  const arrive = async (count: number) =>
    Promise.all(Array.from({ length: count }, (_, i) => node.identify({ tabId: `tab-of-crowd-${i}` })));
  const list = async () => (await node.ask<{ visitors: { nodes: Row[] } }>(LIST)).visitors.nodes;
  const soon = async (check: () => Promise<unknown>) => {
    for (;;) if (await check().catch(() => false)) return;
  };

  it('case 24: when Redis is lost, those who were online are last seen no longer ago than a checkpoint before', async () => {
    const { visitor, visitorToken } = await node.identify({ tabId: TAB });
    let lastBeatMs = 0;
    for (let beat = 0; beat < 11; beat++) {
      await node.pass(30);
      const { serverTime } = await node.heartbeat({ visitorToken, tabId: TAB });
      lastBeatMs = Date.parse(serverTime);
    }
    expect((await list()).map(({ lastSeenAt }) => Date.parse(lastSeenAt))).toContain(lastBeatMs);

    await node.redis.kill();

    const row = (await list()).find(({ id }) => id === visitor.id)!;
    expect(row).toMatchObject({ isOnline: false, presence: { state: 'UNKNOWN' } });
    expect(Date.parse(row.lastSeenAt)).toBeLessThanOrEqual(lastBeatMs);
    expect(lastBeatMs - Date.parse(row.lastSeenAt)).toBeLessThanOrEqual(CHECKPOINT_MS + BEAT_MS);
  });

  it('case 82: a Redis that holds nothing makes nobody online and is no error', async () => {
    await arrive(5);

    await node.redis.restartEmpty();
    await soon(async () => (await list()).some(({ presence }) => presence.state === 'OFFLINE'));

    expect((await list()).map(({ isOnline }) => isOnline)).toEqual(Array(6).fill(false));
  });

  it('case 83: ten seconds without an answer put nobody’s light out and move no time', async () => {
    const crowd = await arrive(5);
    await node.pass(61); // a checkpoint has stored when they were heard
    const stored = () => Promise.all(crowd.map(({ visitor }) => node.storedLastSeenMs(visitor.id)));
    const before = await stored();
    expect((await list()).filter(({ isOnline }) => isOnline)).toHaveLength(5);

    node.redis.freeze();
    const during = await list();
    node.advanceClock(11_000);
    node.redis.thaw();
    await soon(async () => (await list()).every(({ presence }) => presence.state !== 'UNKNOWN'));
    await node.pass(10);

    expect(during.map(({ isOnline, presence }) => [isOnline, presence.state])).toEqual(
      Array(6).fill([false, 'UNKNOWN']),
    );
    expect(await stored()).toEqual(before);
    for (const { visitor } of crowd) {
      expect(await node.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);
    }
    expect((await list()).filter(({ isOnline }) => isOnline)).toHaveLength(5);
  });

  it('case 84: without Redis the list is answered within 300 ms, latest seen first, and identify keeps the profile', async () => {
    const crowd = await arrive(5);
    await node.redis.kill();

    const { visitor } = await node.identify({ tabId: TAB, displayName: 'Maria' });
    const durationsMs: number[] = [];
    let rows: Row[] = [];
    for (let i = 0; i < 5; i++) {
      const startedMs = performance.now();
      rows = await list();
      durationsMs.push(performance.now() - startedMs);
    }

    const times = rows.map(({ lastSeenAt }) => lastSeenAt);
    // A busy machine can only make one slower.
    expect(Math.min(...durationsMs)).toBeLessThan(300);
    expect(rows).toHaveLength(crowd.length + 2);
    expect(times).toEqual([...times].sort().reverse());
    const stored = await node.services.visitors.findById([node.site.id], visitor.id);
    expect(stored?.displayName).toBe('Maria');
  });
});
