import { createDataSource } from '../postgres/data-source';
import { underTryLock } from '../postgres/under-try-lock';
import { callApi } from '../testing/api-client';
import { startTestNode, type TestNode } from '../testing/test-node';

const DAY_MS = 24 * 3_600_000;
const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } visitorToken } }`;
const BYE = 'mutation ($input: DisconnectInput!) { disconnect(input: $input) { isStillOnline } }';

describe('a site keeps visitors as long as it says', () => {
  let node: TestNode;
  beforeAll(async () => {
    node = await startTestNode();
    await node.services.sites.update(node.site.id, { retentionDays: 30, goodbyeGraceSeconds: 0 });
  });
  afterAll(() => node.close());

  const come = async (externalId: string) => {
    const input = { siteKey: node.site.key, tabId: `tab-of-${externalId}`, externalId };
    const { data } = await callApi(node.url, IDENTIFY, { input });
    const { visitor, visitorToken } = data['identify'] as { visitor: { id: string }; visitorToken: string };
    return { id: visitor.id, tabId: input.tabId, visitorToken };
  };
  const goneAgain = async (externalId: string) => {
    const { id, ...tab } = await come(externalId);
    await callApi(node.url, BYE, { input: tab });
    return id;
  };
  const stillThere = async (ids: string[]) =>
    (await node.services.visitors.getMany([node.site.id], ids)).map((visitor) => visitor !== null);
  const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

  it('case 52: [X-42] and not a day longer; whoever is there stays, and who was erased may come again', async () => {
    const ids = [await goneAgain('gone-1'), await goneAgain('gone-2'), (await come('here')).id];

    expect(await node.services.retention.run(inDays(29))).toBe(0);
    expect(await stillThere(ids)).toEqual([true, true, true]);
    expect(await node.services.retention.run(inDays(31))).toBe(2);

    expect(await stillThere(ids)).toEqual([false, false, true]);
    expect(node.events).toContainEqual(
      expect.objectContaining({ event: 'visitors_no_longer_kept', siteId: node.site.id, visitors: 2 }),
    );
    expect(await goneAgain('gone-1')).not.toBe(ids[0]);
  });

  it('[X-42] a browser that still has its token is somebody new at once, not told to stop', async () => {
    const { id, ...tab } = await come('with-token');
    await callApi(node.url, BYE, { input: tab });
    await node.services.retention.run(inDays(31));

    const input = { siteKey: node.site.key, tabId: 'tab-of-return', visitorToken: tab.visitorToken };
    const { data } = await callApi(node.url, IDENTIFY, { input });

    expect(data['identify'].visitor.id).not.toBe(id);
  });

  it('[X-42] who comes back between the look and the erasure stays, and so does everybody else', async () => {
    const id = await goneAgain('back-in-time');
    const since = inDays(-1);

    const erased = await node.services.forgetter.forget({
      siteId: node.site.id,
      visitorId: id,
      mayReturn: true,
      unseenSince: since,
    });

    expect([erased, ...(await stillThere([id]))]).toEqual([null, true]);
  });

  it('[X-42] in more than one batch', async () => {
    const people = await Promise.all(Array.from({ length: 120 }, (_, i) => goneAgain(`many-${i}`)));

    expect(await node.services.retention.run(inDays(31))).toBeGreaterThanOrEqual(people.length);

    expect(new Set(await stillThere(people))).toEqual(new Set([false]));
  });

  it('[X-42] nobody is erased while nobody knows who is there, or while another node is at it', async () => {
    const id = await goneAgain('unsure');
    const dataSource = await createDataSource(node.database.url).initialize();

    await underTryLock(dataSource, 'retention', async () => {
      expect(await node.services.retention.run(inDays(31))).toBe(0);
    });
    await dataSource.destroy();
    await node.redis.kill();
    expect(await node.services.retention.run(inDays(31))).toBe(0);
    await node.redis.restartEmpty();

    expect(await stillThere([id])).toEqual([true]);
  });
});
