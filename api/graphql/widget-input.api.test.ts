import { callApi } from '../testing/api-client';
import { startTestNode, type TestNode } from '../testing/test-node';
import { whatIsStored } from '../testing/what-is-stored';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitor { id } visitorToken userErrors { code field message } } }`;
const HEARTBEAT = `mutation ($input: HeartbeatInput!) { heartbeat(input: $input) {
  nextHeartbeatSeconds userErrors { code field } } }`;
const VIEW = `mutation ($input: RecordPageViewInput!) { recordPageView(input: $input) {
  page { url title referrer } userErrors { code field } } }`;
const TAB = 'tab-00000001';

describe('what a widget may send', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await startTestNode();
  });
  afterAll(() => node.close());

  const identify = (input: object, headers?: Record<string, string>) =>
    callApi(node.url, IDENTIFY, { input: { siteKey: node.site.key, tabId: TAB, ...input } }, headers);
  const fromPage = (url: string) => ({ page: { url } });

  describe('values of the wrong form are refused before anything is stored', () => {
    const cases: [name: string, input: object, place: string][] = [
      ['a javascript: URL', fromPage('JaVaScRiPt:alert(1)'), 'input.page.url'],
      ['a tab inside the scheme', fromPage('java\tscript:alert(1)'), 'input.page.url'],
      ['a blank before the URL', fromPage(' https://acme.test/'), 'input.page.url'],
      ['a data: URL', fromPage('data:text/html,hello'), 'input.page.url'],
      ['a URL without a scheme', fromPage('//evil.test'), 'input.page.url'],
      ['a URL of 4,000 characters', fromPage(`https://acme.test/${'a'.repeat(4_000)}`), 'input.page.url'],
      ['a javascript: picture', { avatarUrl: 'javascript:alert(1)' }, 'input.avatarUrl'],
      ['a number as tabId', { tabId: 12345678 }, 'input.tabId'],
      ['a text as seq', { seq: 'one' }, 'input.seq'],
      ['a field that does not exist', { isAdmin: true }, ''],
      ['a trait called constructor', { traits: { constructor: 'x' } }, 'input.traits'],
      ['a trait inside a trait', { traits: { plan: { name: 'pro' } } }, 'input.traits'],
      [
        '51 traits',
        { traits: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, i])) },
        'input.traits',
      ],
      ['9 KiB of traits', { traits: { note: 'x'.repeat(9_000) } }, 'input.traits'],
    ];

    it('and the page that sent them may read so, though nothing else', async () => {
      const sendFrom = async (headers: Record<string, string>, input: object) => {
        const body = JSON.stringify({ query: IDENTIFY, variables: { input } });
        const sent = { 'content-type': 'application/json', origin: 'https://acme.test', ...headers };
        const response = await fetch(`${node.url}/graphql`, { method: 'POST', headers: sent, body });
        return [response.status, response.headers.get('access-control-allow-origin')];
      };
      const nested = { siteKey: node.site.key, tabId: TAB, traits: { plan: { name: 'pro' } } };

      expect(await sendFrom({}, nested)).toEqual([400, 'https://acme.test']);
      expect(await sendFrom({ authorization: `Bearer ${node.apiKey}` }, nested)).toEqual([400, null]);
      expect(await sendFrom({}, { siteKey: 'nobodys', tabId: TAB })).toEqual([200, null]);
    });

    it.each(cases)('%s is BAD_USER_INPUT', async (_name, input, place) => {
      const before = await whatIsStored(node);

      const { status, errors, data } = await identify(input);

      expect(status).toBe(400);
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT', requestId: expect.any(String) });
      expect(errors![0]!.message).toContain(place);
      expect(errors![0]!.message.length).toBeLessThan(300);
      expect(await whatIsStored(node)).toEqual(before);
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    });
  });

  describe('values over a limit are told to the caller and nothing is stored', () => {
    const cases: [name: string, input: object, code: string, field: string][] = [
      ['a name of 301 characters', { displayName: 'ä'.repeat(301) }, 'TOO_LONG', 'displayName'],
      ['an external id of 256 characters', { externalId: 'x'.repeat(256) }, 'TOO_LONG', 'externalId'],
      ['an e-mail of 255 characters', { email: `${'x'.repeat(248)}@x.test` }, 'TOO_LONG', 'email'],
      ['an e-mail without a host', { email: 'maria' }, 'INVALID', 'email'],
      ['a locale of 36 characters', { locale: 'x'.repeat(36) }, 'TOO_LONG', 'locale'],
      ['a time zone of 65 characters', { timeZone: 'x'.repeat(65) }, 'TOO_LONG', 'timeZone'],
      ['a tabId of 7 characters', { tabId: 'short-1' }, 'INVALID', 'tabId'],
      ['a tabId of 65 characters', { tabId: 'x'.repeat(65) }, 'INVALID', 'tabId'],
      ['a tabId with a colon', { tabId: 'tab:000001' }, 'INVALID', 'tabId'],
      ['the key of no site', { siteKey: 'zzzzzzzzzzzzzzzzzzzz' }, 'SITE_UNKNOWN', 'siteKey'],
      ['a malformed key', { siteKey: "' OR 1=1 --" }, 'SITE_UNKNOWN', 'siteKey'],
    ];

    it.each(cases)('%s', async (_name, input, code, field) => {
      const before = await whatIsStored(node);

      const { status, errors, data } = await identify(input);

      expect([status, errors]).toEqual([200, undefined]);
      expect(data['identify']).toEqual({
        visitor: null,
        visitorToken: null,
        userErrors: [{ code, field: ['input', field], message: expect.any(String) }],
      });
      expect(await whatIsStored(node)).toEqual(before);
    });

    it('names every field at fault at once', async () => {
      const { data } = await identify({ displayName: 'x'.repeat(301), email: 'maria' });

      expect(data['identify'].userErrors).toMatchObject([{ code: 'TOO_LONG' }, { code: 'INVALID' }]);
    });
  });

  it('a page of another site may not speak for this one, nor read the answer', async () => {
    const site = await node.services.sites.create({ name: 'Shut', allowedOrigins: ['https://shut.test'] });
    const before = await whatIsStored(node);

    const answer = await identify({ siteKey: site.key }, { origin: 'https://evil.test' });

    expect(answer.data['identify'].userErrors).toMatchObject([{ code: 'ORIGIN_NOT_ALLOWED', field: null }]);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await whatIsStored(node)).toEqual(before);
  });

  it('a token used from another origin than the one that identified is refused', async () => {
    const { data } = await identify({ tabId: 'tab-origin-1' }, { origin: 'https://acme.test' });
    const { visitorToken } = data['identify'] as { visitorToken: string };
    const before = await whatIsStored(node);

    const answer = await callApi(
      node.url,
      HEARTBEAT,
      { input: { visitorToken, tabId: 'tab-origin-1' } },
      { origin: 'https://evil.test' },
    );

    expect(answer.data['heartbeat'].userErrors).toMatchObject([{ code: 'ORIGIN_NOT_ALLOWED' }]);
    expect(await whatIsStored(node)).toEqual(before);
  });

  it('no name in a body or a document reaches a prototype', async () => {
    const before = await whatIsStored(node);
    const hostile = JSON.parse('{"__proto__":{"admin":true}}') as object;

    const inBody = await identify({ traits: hostile });
    const inDocument = await callApi(
      node.url,
      `mutation { identify(input: { siteKey: "x", tabId: "${TAB}", traits: { __proto__: 1 } }) { visitorToken } }`,
    );
    const asAlias = await callApi(node.url, '{ __proto__: viewer { constructor: kind } }');

    expect([inBody.status, inBody.errors![0]!.extensions['code']]).toEqual([400, 'BAD_REQUEST']);
    expect([inDocument.status, inDocument.errors![0]!.extensions['code']]).toEqual([
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect(asAlias.errors).toBeUndefined();
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(await whatIsStored(node)).toEqual(before);
  });

  it.each([
    ['an empty text', ''],
    ['a word', 'x'],
    ['two words', 'a.b'],
    ['three words', 'a.b.c'],
    ['a NUL', '\u0000.\u0000'],
    ['a very long text', 'x'.repeat(5_000)],
  ])('as a token %s is VISITOR_TOKEN_INVALID', async (_name, visitorToken) => {
    const before = await whatIsStored(node);

    const { errors, data } = await callApi(node.url, HEARTBEAT, { input: { visitorToken, tabId: TAB } });

    expect(errors).toBeUndefined();
    expect(data['heartbeat']).toEqual({
      nextHeartbeatSeconds: null,
      userErrors: [{ code: 'VISITOR_TOKEN_INVALID', field: ['input', 'visitorToken'] }],
    });
    expect(await whatIsStored(node)).toEqual(before);
  });

  it('a token is VISITOR_TOKEN_EXPIRED a day after it was made, and identify renews it', async () => {
    const first = (await identify({ tabId: 'tab-expiry-1' })).data['identify'];
    node.advanceClock(24 * 3_600_000 + 1_000);

    const { data } = await callApi(node.url, HEARTBEAT, {
      input: { visitorToken: first.visitorToken as string, tabId: 'tab-expiry-1' },
    });
    const again = await identify({ tabId: 'tab-expiry-2', visitorToken: first.visitorToken as string });

    expect(data['heartbeat'].userErrors).toMatchObject([{ code: 'VISITOR_TOKEN_EXPIRED' }]);
    expect(again.data['identify'].visitor).toEqual(first.visitor);
  });

  it('control characters are dropped, marks of direction are kept, a title is cut, secrets leave the URL', async () => {
    const { data } = await identify({
      tabId: 'tab-texts-01',
      displayName: ' Ma\u0000ria\u0007 \u202Eevil ',
      traits: { 'na\u0000me': 'a\u0000b' },
    });
    const { visitor, visitorToken } = data['identify'] as { visitor: { id: string }; visitorToken: string };
    const viewed = await callApi(node.url, VIEW, {
      input: {
        visitorToken,
        tabId: 'tab-texts-01',
        page: {
          url: 'https://user:pw@acme.test/a?token=secret#part',
          title: `a\u0000${'😀'.repeat(400)}`,
          referrer: 'https://search.test/?q=me',
        },
      },
    });

    expect(viewed.data['recordPageView']).toEqual({
      page: {
        url: 'https://acme.test/a',
        title: `a ${'😀'.repeat(298)}`,
        referrer: 'https://search.test/',
      },
      userErrors: [],
    });
    expect(await node.services.visitors.findById([node.site.id], visitor.id)).toMatchObject({
      displayName: 'Ma ria  \u202Eevil',
      traits: { name: 'ab' },
    });
  });

  it('a text at its limit is kept whole', async () => {
    const texts = {
      displayName: '😀'.repeat(300),
      externalId: 'x'.repeat(255),
      email: `${'x'.repeat(247)}@x.test`,
    };

    const { data } = await identify({ tabId: 'tab-limit-01', ...texts });

    const { visitor } = data['identify'] as { visitor: { id: string } };
    expect(await node.services.visitors.findById([node.site.id], visitor.id)).toMatchObject(texts);
  });
});
