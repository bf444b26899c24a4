import { connectRedis } from '../redis/connect-redis';
import { createLog } from '../log';
import { callApi } from '../testing/api-client';
import { startCaseNode, type CaseNode } from '../testing/case-node';
import { CASE_TIMINGS } from '../testing/case-timings';
import { startChildNode } from '../testing/child-node';
import { dumpRedis } from '../testing/dump-redis';

const TAB = 'tab-11111111';
const IDENTIFY = `mutation ($input: IdentifyInput!) {
  identify(input: $input) { visitor { id } userErrors { code } } }`;

describe('nodes that end while visitors are there', () => {
  // Holds the stores, and sweeps only when a test lets time pass.
  let node: CaseNode;
  beforeEach(async () => (node = await startCaseNode({ isFresh: true })));
  afterEach(() => node.close());

  it('case 1: a visitor who left while no node ran is offline when one is back, last seen when they came', async () => {
    const lost = await startCaseNode({ besides: node });
    const { visitor } = await lost.identify({ tabId: TAB });
    const cameMs = await lost.storedLastSeenMs(visitor.id);
    await lost.close();

    const back = await startCaseNode({ besides: node });
    back.advanceClock(120_000);
    const { visitor: found } = await back.ask<{ visitor: { isOnline: boolean; lastSeenAt: string } }>(
      'query ($id: ID!) { visitor(id: $id) { isOnline lastSeenAt presence { state } } }',
      { id: visitor.id },
    );
    await back.pass(92);

    // Nobody listened, so nobody can know; what cannot be known is not called online.
    expect(found).toMatchObject({ isOnline: false, presence: { state: 'UNKNOWN' } });
    expect(Date.parse(found.lastSeenAt)).toBe(cameMs);
    expect(await back.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED', 'WENT_OFFLINE TIMED_OUT']);
    expect(Math.abs((await back.storedLastSeenMs(visitor.id)) - cameMs)).toBeLessThan(500);
    await back.close();
  });

  it('case 4: a visitor of a node that was killed is offline when the session is over, whichever node is asked', async () => {
    const { id, killedAtMs } = await comeAndKill();
    expect(await node.isOnline(id)).toBe(true);

    await node.pass(92);

    expect(await node.isOnline(id)).toBe(false);
    expect(await node.storyOf(id)).toEqual(['CAME_ONLINE IDENTIFIED', 'WENT_OFFLINE TIMED_OUT']);
    expect(await node.storedLastSeenMs(id)).toBeLessThanOrEqual(killedAtMs);
  });

  it('case 5: another node’s sweep leaves nothing in Redis of a session whose node was killed', async () => {
    await comeAndKill();
    const redis = connectRedis({ url: node.redis.url, name: 'test', log: createLog('silent') });
    await new Promise((resolve) => redis.once('ready', resolve));
    expect(await dumpRedis(redis)).toContain(TAB);

    await node.pass(92);

    expect(await dumpRedis(redis)).not.toContain(TAB);
    redis.disconnect();
  });

  it('case 45: a node that is started again goes on with the visitors where the last one stopped', async () => {
    const lost = await startCaseNode({ besides: node });
    const { visitor, visitorToken } = await lost.identify({ tabId: TAB });
    await lost.close();

    const back = await startCaseNode({ besides: node });
    back.advanceClock(30_000);
    await back.heartbeat({ visitorToken, tabId: TAB });
    await back.pass(60);

    expect(await back.isOnline(visitor.id)).toBe(true);
    expect(await back.storyOf(visitor.id)).toEqual(['CAME_ONLINE IDENTIFIED']);
    await back.close();
  });

  /** A visitor comes by a node of its own process, which then ends without a word. */
  async function comeAndKill(): Promise<{ id: string; killedAtMs: number }> {
    const { sessionTtlVisibleMs, sessionTtlHiddenMs } = CASE_TIMINGS;
    const child = await startChildNode(node, {
      PORCHLIGHT_SESSION_TTL_VISIBLE_MS: String(sessionTtlVisibleMs),
      PORCHLIGHT_SESSION_TTL_HIDDEN_MS: String(sessionTtlHiddenMs),
    });
    const { data } = await callApi(child.url, IDENTIFY, { input: { siteKey: node.site.key, tabId: TAB } });
    await child.kill();
    return { id: data['identify'].visitor.id as string, killedAtMs: Date.now() };
  }
});
