import { ApiScope } from '../access';
import { callApi, subscribeApi } from '../testing/api-client';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } visitorToken } }`;
const UPDATE = `mutation ($input: UpdateVisitorInput!) { updateVisitor(input: $input) {
  visitor { displayName email traits } userErrors { code field } } }`;
const WATCH =
  'subscription { visitorPresenceChanged { changes { kind reason visitor { displayName } page { url } } } }';

describe('what is known about a visitor is edited', () => {
  let node: TestNode;
  beforeAll(async () => (node = await startTestNode({ env: { PORCHLIGHT_COALESCING_MS: '5' } })));
  afterAll(() => node.close());

  const identify = async (told: object = {}) => {
    const page = { url: 'https://acme.test/' };
    const input = { siteKey: node.site.key, tabId: 'tab-of-maria', page, ...told };
    const { data } = await callApi(node.url, IDENTIFY, { input });
    return (data['identify'] as { visitor: { id: string } }).visitor.id;
  };
  const update = async (input: object, secret = node.apiKey) => {
    const { data, errors } = await callApi(
      node.url,
      UPDATE,
      { input },
      { authorization: `Bearer ${secret}` },
    );
    return { code: errors?.[0]?.extensions['code'], ...(data?.['updateVisitor'] as object | null) };
  };
  const told = { displayName: 'Maria', email: 'maria@x.test', traits: { plan: 'pro' } };

  it('what is left out stays, null clears, and traits are replaced as a whole', async () => {
    const visitorId = await identify({ externalId: 'maria', ...told });

    expect(await update({ visitorId, displayName: 'Maria S.' })).toMatchObject({
      visitor: { ...told, displayName: 'Maria S.' },
    });
    expect(await update({ visitorId, traits: { seats: 5 } })).toMatchObject({
      visitor: { displayName: 'Maria S.', traits: { seats: 5 } },
    });
    expect(await update({ visitorId, displayName: null, email: null, traits: null })).toMatchObject({
      visitor: { displayName: null, email: null, traits: null },
    });
  });

  it('and whoever follows a visitor who is online sees it', async () => {
    const visitorId = await identify({ externalId: 'online' });
    const watch = subscribeApi(node.url, WATCH, {}, `Bearer ${node.apiKey}`);
    await watch.next();

    await update({ visitorId, displayName: 'Edited' });

    expect((await watch.next())['visitorPresenceChanged']).toEqual({
      changes: [
        {
          kind: 'PAGE_CHANGED',
          reason: 'IDENTIFIED',
          visitor: { displayName: 'Edited' },
          page: { url: 'https://acme.test/' },
        },
      ],
    });
    await watch.close();
  });

  it('an edit that changes nothing is neither told nor written down', async () => {
    const visitorId = await identify({ externalId: 'same', ...told });
    const watch = subscribeApi(node.url, WATCH, {}, `Bearer ${node.apiKey}`);
    await watch.next();

    expect(await update({ visitorId, ...told, traits: { ...told.traits } })).toMatchObject({ visitor: told });
    await update({ visitorId, email: null });

    expect((await watch.next())['visitorPresenceChanged']).toMatchObject({ changes: [{}] });
    const entries = (await node.services.audit.list(node.site.id, 100, null)) ?? [];
    expect(entries.filter(({ subject }) => subject === visitorId)).toHaveLength(1);
    await watch.close();
  });

  it('[X-32] texts over their limits are named, all at once, and nothing is stored', async () => {
    const visitorId = await identify({ externalId: 'limits', ...told });

    expect(await update({ visitorId, displayName: 'x'.repeat(301), email: 'maria' })).toMatchObject({
      visitor: null,
      userErrors: [
        { code: 'TOO_LONG', field: ['input', 'displayName'] },
        { code: 'INVALID', field: ['input', 'email'] },
      ],
    });
    expect(await node.services.visitors.findById([node.site.id], visitorId)).toMatchObject(told);
  });

  it('[X-14] on one of the caller’s sites, with VISITORS_WRITE', async () => {
    const visitorId = await identify({ externalId: 'ours', ...told });
    const { apiKey: foreign } = await createTenant(node, 'Other');
    const { secret: reader } = await node.services.apiKeys.create({
      siteId: node.site.id,
      name: 'reader',
      scopes: [ApiScope.VISITORS_READ, ApiScope.VISITORS_PII_READ],
      expiresAt: null,
    });

    expect(await update({ visitorId, displayName: 'x' }, foreign)).toMatchObject({
      visitor: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'visitorId'] }],
    });
    expect(await update({ visitorId, displayName: 'x' }, reader)).toEqual({ code: 'FORBIDDEN' });
    expect(await node.services.visitors.findById([node.site.id], visitorId)).toMatchObject(told);
  });
});
