import { Redis } from 'ioredis';
import { ApiScope } from '../access';
import { AgentRole } from '../agents/agent-role';
import { identitySignature } from '../gateway/identity-signature';
import { bucketOf } from '../redis/keys';
import { callApi, subscribeApi } from '../testing/api-client';
import { dumpRedis } from '../testing/dump-redis';
import { signIn } from '../testing/sign-in';
import { startTestNode, type TestNode } from '../testing/test-node';
import { untilPasses } from '../testing/until-passes';
import { whatIsStored } from '../testing/what-is-stored';
import { newId } from '../typed-id';

const IDENTIFY = `mutation ($input: IdentifyInput!) { identify(input: $input) {
  visitor { id } visitorToken userErrors { code } } }`;
const FORGET = `mutation ($input: ForgetVisitorInput!) { forgetVisitor(input: $input) {
  forgottenVisitorId isComplete userErrors { code field } } }`;
const LOOK = 'query ($id: ID!) { visitor(id: $id) { id displayName } }';
const CHANGES =
  '{ presenceChanges(first: 100) { nodes { kind reason isOnline visitorId visitor { id } page { url } } } }';
const WATCH =
  'subscription { visitorPresenceChanged { changes { kind reason isOnline visitorId visitor { id } } } }';
const PAGE = { url: 'https://acme.test/canary', title: 'Canary' };

describe('a visitor is forgotten', () => {
  let node: TestNode;
  let other: TestNode;
  let tabs = 0;
  beforeAll(async () => {
    node = await startTestNode({ env: { PORCHLIGHT_COALESCING_MS: '5' } });
    other = await startTestNode({ besides: node });
  });
  afterAll(async () => {
    await other.close();
    await node.close();
  });

  const key = () => ({ authorization: `Bearer ${node.apiKey}` });
  const identify = async (told: object = {}, at = node) => {
    const input = { siteKey: node.site.key, tabId: `tab-${++tabs}-of-many`, page: PAGE, ...told };
    const { data, errors } = await callApi(at.url, IDENTIFY, { input });
    expect(errors).toBeUndefined();
    const { visitor, visitorToken, userErrors } = data['identify'] as {
      visitor: { id: string } | null;
      visitorToken: string;
      userErrors: { code: string }[];
    };
    return {
      id: visitor?.id ?? '',
      visitorToken,
      tabId: input.tabId,
      refusals: userErrors.map(({ code }) => code),
    };
  };
  const forget = async (visitorId: string, more: object = {}, headers: Record<string, string> = key()) => {
    const { data, errors } = await callApi(node.url, FORGET, { input: { visitorId, ...more } }, headers);
    return {
      code: errors?.[0]?.extensions['code'],
      ...(data?.['forgetVisitor'] as {
        forgottenVisitorId: string | null;
        isComplete: boolean | null;
        userErrors: { code: string }[];
      } | null),
    };
  };
  const call = async (name: string, type: string, input: object, at = other) => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
    const { data } = await callApi(at.url, query, { input });
    return (data[name] as { userErrors: { code: string }[] }).userErrors.map(({ code }) => code);
  };
  const inRedis = async () => {
    const redis = new Redis(new URL(node.redis.url).pathname);
    const dump = await dumpRedis(redis);
    redis.disconnect();
    return dump;
  };

  it('[X-41] in both stores, to the last page and change, and whoever follows is told', async () => {
    const marks = { displayName: 'Canary', email: 'canary@x.test', traits: { plan: 'canary' } };
    const { id, visitorToken } = await identify({ ...marks, externalId: 'canary-1' });
    await identify({ visitorToken, externalId: 'canary-1' });
    const { visitorToken: token, tabId } = await identify({ externalId: 'canary-1' });
    await call('disconnect', 'DisconnectInput', { visitorToken: token, tabId });
    const watch = subscribeApi(node.url, WATCH, {}, `Bearer ${node.apiKey}`);
    await watch.next();

    expect(await forget(id)).toEqual({ forgottenVisitorId: id, isComplete: true, userErrors: [] });

    const change = { kind: 'FORGOTTEN', reason: 'FORGOTTEN', isOnline: false, visitorId: id, visitor: null };
    expect((await watch.next())['visitorPresenceChanged']).toEqual({ changes: [change] });
    await watch.close();
    expect((await whatIsStored(node)).filter((line) => /canary/i.test(line))).toEqual([]);
    expect(await inRedis()).not.toMatch(/canary/i);
    const { data } = await callApi(node.url, CHANGES, {}, key());
    const ofThem = (data['presenceChanges'].nodes as { visitorId: string }[]).filter(
      ({ visitorId }) => visitorId === id,
    );
    expect(ofThem).toEqual([{ ...change, page: null }]);
    expect((await callApi(node.url, LOOK, { id }, key())).data).toEqual({ visitor: null });
  });

  it('[X-41] and no call, write or end that comes late brings them back, on any node', async () => {
    const { id, visitorToken, tabId } = await identify({ externalId: 'late' });
    await forget(id);
    const tab = { visitorToken, tabId };

    const answers = [
      await call('disconnect', 'DisconnectInput', tab),
      await call('heartbeat', 'HeartbeatInput', tab),
      await call('recordPageView', 'RecordPageViewInput', { ...tab, page: PAGE }),
      (await identify({ visitorToken }, other)).refusals,
      (await identify({ visitorToken, externalId: 'late' }, other)).refusals,
      (await identify({ visitorToken, externalId: 'somebody else' }, other)).refusals,
      (await identify({ externalId: 'late' }, other)).refusals,
    ];
    await other.services.visitors.seenUntil({
      siteId: node.site.id,
      visitorId: id,
      lastSeenAt: new Date(),
      recentPages: JSON.stringify([[PAGE.url, PAGE.title, '', 1]]),
    });

    expect(answers).toEqual(Array(7).fill(['VISITOR_FORGOTTEN']));
    const noted = (await whatIsStored(node)).filter((line) => line.includes(id));
    expect(noted).toEqual([
      expect.stringMatching(/^audit_entries /),
      expect.stringMatching(/^forgotten_visitors /),
    ]);
    expect(await node.services.sessions.isVisitorOnline({ siteId: node.site.id, visitorId: id })).toBe(false);
  });

  it('[X-41] also not who identifies while they are being erased', async () => {
    for (let i = 0; i < 20; i++) {
      const externalId = `racing-${i}`;
      const { id } = await identify({ externalId });
      const racers = Array.from({ length: 4 }, (_, n) => identify({ externalId }, n % 2 ? node : other));

      await Promise.all([...racers, forget(id)]);

      expect((await whatIsStored(node)).filter((line) => line.includes(externalId))).toEqual([]);
    }
  });

  it('once is as good as twice, and somebody who never was is NOT_FOUND', async () => {
    const { id } = await identify();

    expect(await forget(id)).toMatchObject({ forgottenVisitorId: id });
    expect(await forget(id)).toEqual({ forgottenVisitorId: id, isComplete: true, userErrors: [] });
    for (const nobody of [newId('visitor'), 'visitor_x', '']) {
      expect(await forget(nobody)).toEqual({
        forgottenVisitorId: null,
        isComplete: null,
        userErrors: [{ code: 'NOT_FOUND', field: ['input', 'visitorId'] }],
      });
    }
  });

  it('and may return as somebody new when nobody objects', async () => {
    const { id } = await identify({ externalId: 'back', displayName: 'Before', traits: { plan: 'old' } });
    await forget(id, { suppressFuture: false });

    const again = await identify({ externalId: 'back' });

    expect(again.id).not.toBe(id);
    expect((await callApi(node.url, LOOK, { id: again.id }, key())).data).toEqual({
      visitor: { id: again.id, displayName: null },
    });
  });

  it('with somebody proved goes who merely claimed to be them, but not the other way round', async () => {
    const secret = (await node.services.sites.rotateIdentitySecret(node.site.id, 0))!;
    await node.services.sites.update(node.site.id, { identityVerification: 'OPTIONAL' as never });
    const proof = (externalId: string) => ({
      externalId,
      identitySignature: identitySignature(externalId, secret),
    });
    const proved = await identify(proof('42'));
    const liar = await identify({ externalId: '42' });
    await forget(liar.id);
    expect((await identify(proof('42'))).id).toBe(proved.id);
    expect((await identify({ externalId: '42' })).refusals).toEqual(['VISITOR_FORGOTTEN']);

    const [shown, claimed] = [await identify(proof('43')), await identify({ externalId: '43' })];
    await forget(shown.id);

    expect((await callApi(node.url, LOOK, { id: claimed.id }, key())).data).toEqual({ visitor: null });
    expect((await identify(proof('43'))).refusals).toEqual(['VISITOR_FORGOTTEN']);
    expect((await identify({ externalId: '43' })).refusals).toEqual(['VISITOR_FORGOTTEN']);
  });

  it('by admins and by keys with VISITORS_WRITE only', async () => {
    const { id } = await identify();
    const { agent, password } = await node.services.agents.create({
      email: 'member@example.com',
      displayName: 'Member',
      role: AgentRole.MEMBER,
    });
    await node.services.sites.addAgent(node.site.id, agent.id);
    const reader = await node.services.apiKeys.create({
      siteId: node.site.id,
      name: 'reader',
      scopes: [ApiScope.VISITORS_READ],
      expiresAt: null,
    });

    const member = await signIn(node.url, { email: agent.email, password });
    expect(await forget(id, {}, member)).toEqual({ code: 'FORBIDDEN' });
    expect(await forget(id, {}, { authorization: `Bearer ${reader.secret}` })).toEqual({ code: 'FORBIDDEN' });
    expect(await forget(id, {}, await signIn(node.url, node.agent))).toMatchObject({
      forgottenVisitorId: id,
    });
  });

  it('[X-41] while Redis does not answer as well: the answer says so, and a node finishes it', async () => {
    const { id, visitorToken, tabId } = await identify({ displayName: 'Frozen canary' });
    node.redis.freeze();
    const answer = await forget(id);
    node.redis.thaw();
    const unfinished = await forget(id);
    await untilPasses(async () => {
      await other.services.forgetter.finish(bucketOf(node.site.id));
      expect(await forget(id)).toMatchObject({ isComplete: true });
    });

    expect([answer.isComplete, unfinished.isComplete]).toEqual([false, false]);
    expect(await call('heartbeat', 'HeartbeatInput', { visitorToken, tabId })).toEqual(['VISITOR_FORGOTTEN']);
    expect(await node.services.forgotten.lately([node.site.id], 0)).toEqual([]);
  });

  it('[X-41] a Redis that lost everything lets them in on no node that has heard of them, and is told again', async () => {
    const { id, visitorToken, tabId } = await identify();
    await forget(id);
    await other.services.refused.hear();
    await node.redis.restartEmpty();
    const tab = { visitorToken, tabId };
    const answers = [
      await call('heartbeat', 'HeartbeatInput', tab),
      await call('recordPageView', 'RecordPageViewInput', { ...tab, page: PAGE }, node),
    ];
    // Somebody else of the site comes back, so that there is something to look after.
    await untilPasses(async () => {
      await identify();
      await other.services.forgetter.finish(bucketOf(node.site.id));
      expect(await inRedis()).toContain(':forgotten');
    });

    expect(answers).toEqual(Array(2).fill(['VISITOR_FORGOTTEN']));
    expect(await node.services.sessions.isVisitorOnline({ siteId: node.site.id, visitorId: id })).toBe(false);
  });

  it('a follower that reads on later is told that they were forgotten, and misses nothing of the others', async () => {
    const before = await identify();
    const { data } = await callApi(node.url, '{ visitors(first: 1) { presenceCursor } }', {}, key());
    const { id } = await identify();
    const after = await identify();
    await forget(id);

    const query = `query ($after: String) { presenceChanges(first: 100, after: $after) {
      resyncRequired nodes { kind visitorId } } }`;
    const read = await callApi(node.url, query, { after: data['visitors'].presenceCursor }, key());

    expect(before.id).not.toBe(after.id);
    expect(read.data['presenceChanges']).toEqual({
      resyncRequired: false,
      nodes: [
        { kind: 'CAME_ONLINE', visitorId: after.id },
        { kind: 'FORGOTTEN', visitorId: id },
      ],
    });
  });
});
