import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import { InstallationWatch } from '../gateway/installation-watch';
import { siteKeys } from '../redis/keys';
import { callApi } from '../testing/api-client';
import { recordCommands } from '../testing/record-commands';
import { signIn } from '../testing/sign-in';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';
import { untilPasses } from '../testing/until-passes';

const READ = `query ($id: ID) { site(id: $id) { installation {
  lastIdentifyAt lastIdentifyOrigin lastRefusalAt lastRefusalOrigin lastRefusalReason } } }`;
const IDENTIFY =
  'mutation ($input: IdentifyInput!) { identify(input: $input) { visitorToken userErrors { code } } }';
const HEARTBEAT = 'mutation ($input: HeartbeatInput!) { heartbeat(input: $input) { userErrors { code } } }';
const NEVER = {
  lastIdentifyAt: null,
  lastIdentifyOrigin: null,
  lastRefusalAt: null,
  lastRefusalOrigin: null,
  lastRefusalReason: null,
};

describe('how the pages of a site are heard', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await startTestNode();
  });
  afterAll(() => node.close());

  const newSite = async () => {
    const { site, apiKey, agent } = await createTenant(node, 'Shop');
    await node.services.sites.update(site.id, { allowedOrigins: ['https://shop.test'] });
    const headers = { authorization: `Bearer ${apiKey}` };
    const read = async (as: Record<string, string> = headers) => {
      const { data, errors } = await callApi(node.url, READ, { id: site.id }, as);
      return {
        told: (data?.['site']?.installation ?? null) as object,
        code: errors?.[0]?.extensions['code'],
      };
    };
    // A note may reach Redis a moment after the answer has reached the page.
    const untilTold = (expected: object) =>
      untilPasses(async () => expect((await read()).told).toMatchObject(expected));
    const identify = async (origin: string | null, input: object = {}) => {
      const told = { siteKey: site.key, tabId: 'tab-00000001', ...input };
      const { data } = await callApi(node.url, IDENTIFY, { input: told }, origin === null ? {} : { origin });
      return data['identify'] as { visitorToken: string };
    };
    return { site, agent, read, untilTold, identify };
  };

  it('says never, of a site that was never heard', async () => {
    const { read } = await newSite();

    expect(await read()).toEqual({ told: NEVER, code: undefined });
  });

  it('tells when and where somebody was identified last', async () => {
    const { identify, untilTold } = await newSite();

    await identify('https://shop.test');

    await untilTold({
      ...NEVER,
      lastIdentifyAt: expect.stringMatching(/Z$/) as string,
      lastIdentifyOrigin: 'https://shop.test',
    });
  });

  it('tells of a page that is not on the list, without what else it sent as its origin', async () => {
    const { identify, untilTold } = await newSite();

    await identify('https://STAGING.shop.test/?token=hunter2');

    await untilTold({
      lastIdentifyAt: null,
      lastRefusalAt: expect.stringMatching(/Z$/) as string,
      lastRefusalOrigin: 'https://staging.shop.test',
      lastRefusalReason: 'ORIGIN_NOT_ALLOWED',
    });
  });

  it('tells of a program by the reason only', async () => {
    const { identify, untilTold } = await newSite();

    await identify(null, { tabId: 'short' });

    await untilTold({ lastRefusalOrigin: null, lastRefusalReason: 'INVALID' });
  });

  it('tells of a heartbeat from another page; not of what every widget mends by itself', async () => {
    const { identify, untilTold, read } = await newSite();
    const { visitorToken } = await identify('https://shop.test');
    const beat = (origin: string, tabId = 'tab-00000001') =>
      callApi(node.url, HEARTBEAT, { input: { visitorToken, tabId } }, { origin });
    const goodbye = 'mutation ($input: DisconnectInput!) { disconnect(input: $input) { isStillOnline } }';
    await callApi(
      node.url,
      goodbye,
      { input: { visitorToken, tabId: 'tab-00000001' } },
      { origin: 'https://shop.test' },
    );
    expect((await beat('https://shop.test')).data['heartbeat'].userErrors).toEqual([
      { code: 'SESSION_ENDED' },
    ]);
    expect((await read()).told).toMatchObject({ lastRefusalAt: null });

    await beat('https://evil.test');

    await untilTold({ lastRefusalOrigin: 'https://evil.test', lastRefusalReason: 'ORIGIN_NOT_ALLOWED' });
  });

  it('is noted once in five seconds a node, with one command', async () => {
    const { site } = await newSite();
    const { gateway, installations, sites } = node.services;
    let nowMs = 0;
    const noting: Promise<void>[] = [];
    const watch = new InstallationWatch({
      gateway,
      sites,
      tokens: { read: () => null },
      installations: {
        note: (...call) => {
          const noted = installations.note(...call);
          noting.push(noted);
          return noted;
        },
      },
      now: () => nowMs,
    });
    const caller = {
      origin: 'https://shop.test',
      address: null,
      userAgent: null,
      allowOrigin: () => undefined,
    };
    const identifyAt = async (ms: number) => {
      nowMs = ms;
      await watch.handleIdentify({ siteKey: site.key, tabId: 'tab-00000001' }, caller);
    };

    const commands = await recordCommands(node.redis.url, async () => {
      for (const ms of [0, 1_000, 4_999, 5_000, 5_001]) await identifyAt(ms);
      await untilPasses(() => Promise.resolve(expect(noting).toHaveLength(2)));
      await Promise.all(noting);
    });

    const { installation } = siteKeys(site.id);
    expect(commands.filter((command) => command.includes(installation))).toHaveLength(2);
  });

  it('is read by agents of the site and by keys that manage it', async () => {
    const { site, agent, read } = await newSite();
    const keyWith = async (scope: ApiScope) => {
      const made = { siteId: site.id, name: 'narrow', scopes: [scope], expiresAt: null };
      return { authorization: `Bearer ${(await node.services.apiKeys.create(made)).secret}` };
    };
    const email = `member-${site.key}@example.com`;
    const member = { email, displayName: 'Ann', role: AgentRole.MEMBER };
    const made = await node.services.agents.create(member);
    await node.services.sites.addAgent(site.id, made.agent.id);

    expect(await read(await signIn(node.url, agent))).toMatchObject({ told: NEVER });
    expect(await read(await signIn(node.url, { email, password: made.password }))).toMatchObject({
      told: NEVER,
    });
    expect(await read(await keyWith(ApiScope.SITE_MANAGE))).toMatchObject({ told: NEVER });
    expect(await read(await keyWith(ApiScope.VISITORS_READ))).toEqual({ told: null, code: 'FORBIDDEN' });
  });

  it('is erased with the site, and not written again by a call that comes late', async () => {
    const { site, identify, untilTold } = await newSite();
    await identify('https://evil.test');
    await untilTold({ lastRefusalReason: 'ORIGIN_NOT_ALLOWED' });

    await node.services.siteEraser.erase(site.id);
    await node.services.installations.note(site.id, { origin: null, reason: 'INVALID' });

    expect(await node.services.installations.read(site.id)).toEqual({
      lastIdentify: null,
      lastRefusal: null,
    });
  });

  it('is not said to be never while Redis is away', async () => {
    const { read } = await newSite();
    node.redis.freeze();

    const answer = await read();

    node.redis.thaw();
    expect(answer).toEqual({ told: null, code: 'PRESENCE_UNAVAILABLE' });
  });
});
