import { AgentRole } from '../agents/agent-role';
import { callApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { signIn } from '../testing/sign-in';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';
import { whatIsStored } from '../testing/what-is-stored';
import { newId } from '../typed-id';

const WHO = '{ viewer { agent { id email } sites { id } } }';
const INVITE = `mutation ($input: InviteAgentInput!) { inviteAgent(input: $input) {
  agent { id email displayName role } oneTimePassword userErrors { code field } } }`;
const REMOVE =
  'mutation ($input: RemoveAgentInput!) { removeAgent(input: $input) { removedAgentId userErrors { code field } } }';
const SUBSCRIBE = 'subscription ($siteId: ID) { visitorPresenceChanged(siteId: $siteId) { cursor } }';

type Headers = Record<string, string>;

describe('who works on a site', () => {
  let node: TestNode;
  let admin: Headers;
  let key: Headers;
  let theirs: Awaited<ReturnType<typeof createTenant>>;

  beforeAll(async () => {
    node = await startTestNode();
    admin = await signIn(node.url, node.agent);
    key = { authorization: `Bearer ${node.apiKey}` };
    theirs = await createTenant(node, 'Globex');
  });
  afterAll(() => node.close());

  const call = async (query: string, input: object, headers: Headers = admin) => {
    const { data, errors } = await callApi(node.url, query, { input }, headers);
    const [payload] = Object.values(data ?? {}) as Record<string, any>[]; // eslint-disable-line @typescript-eslint/no-explicit-any
    return { payload: payload ?? null, code: errors?.[0]?.extensions['code'] };
  };
  const newEmail = () => `${newId('agent')}@example.com`;
  const invite = async (input: object = {}) => {
    const email = newEmail();
    const told = { email, displayName: 'Ann', role: 'MEMBER', ...input };
    const { payload } = await call(INVITE, told);
    const { agent, oneTimePassword } = payload as { agent: { id: string }; oneTimePassword: string };
    return { ...agent, email, password: oneTimePassword };
  };
  const viewerOf = async (headers: Headers) =>
    (await callApi(node.url, WHO, {}, headers)).data['viewer'] as unknown;

  describe('is invited', () => {
    it('with a password that is shown once and signs in at once', async () => {
      const email = newEmail();

      const { payload } = await call(INVITE, {
        email: ` ${email} `,
        displayName: ' Ann\u0000 ',
        role: 'MEMBER',
      });

      expect(payload).toEqual({
        agent: { id: expect.stringMatching(/^agent_/), email, displayName: 'Ann', role: 'MEMBER' },
        oneTimePassword: expect.stringMatching(/^[\w-]{24}$/),
        userErrors: [],
      });
      const ann = await signIn(node.url, { email, password: payload!['oneTimePassword'] });
      expect(await viewerOf(ann)).toMatchObject({ agent: { email }, sites: [{ id: node.site.id }] });
      const told = JSON.stringify([node.events, await whatIsStored(node)]);
      expect(told).not.toContain(payload!['oneTimePassword']);
    });

    it.each<[string, object, string, string]>([
      ['no name', { displayName: ' ' }, 'REQUIRED', 'displayName'],
      ['a name of 301 characters', { displayName: 'x'.repeat(301) }, 'TOO_LONG', 'displayName'],
      ['no address', { email: ' ' }, 'INVALID', 'email'],
      ['half an address', { email: 'ann' }, 'INVALID', 'email'],
      ['NUL in the address', { email: 'a\u0000@b.test' }, 'INVALID', 'email'],
      ['an address of 255 characters', { email: `${'x'.repeat(248)}@x.test` }, 'TOO_LONG', 'email'],
      ['an absent site', { siteId: 'site_01h455vb4pex5vsknk084sn02q' }, 'NOT_FOUND', 'siteId'],
    ])('but not with %s', async (_name, input, code, field) => {
      const before = await whatIsStored(node);

      const { payload } = await call(INVITE, {
        email: newEmail(),
        displayName: 'Ann',
        role: 'MEMBER',
        ...input,
      });

      expect(payload).toEqual({
        agent: null,
        oneTimePassword: null,
        userErrors: [{ code, field: ['input', field] }],
      });
      expect(await whatIsStored(node)).toEqual(before);
    });

    it('by admins of that site only', async () => {
      const { payload } = await call(INVITE, {
        siteId: theirs.site.id,
        email: newEmail(),
        displayName: 'A',
        role: 'ADMIN',
      });
      const byMember = await call(
        INVITE,
        { email: newEmail(), displayName: 'A', role: 'ADMIN' },
        await signIn(node.url, await invite()),
      );
      const byKey = await call(INVITE, { email: newEmail(), displayName: 'A', role: 'ADMIN' }, key);

      expect(payload!['userErrors']).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect([byMember.code, byKey.code]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    });

    it('under the address of an agent of somebody else it is a conflict, and they get no site of ours', async () => {
      const { payload } = await call(INVITE, {
        email: theirs.agent.email.toUpperCase(),
        displayName: 'A',
        role: 'ADMIN',
      });

      expect(payload).toEqual({
        agent: null,
        oneTimePassword: null,
        userErrors: [{ code: 'CONFLICT', field: ['input', 'email'] }],
      });
      expect(await viewerOf(await signIn(node.url, theirs.agent))).toMatchObject({
        sites: [{ id: theirs.site.id }],
      });
    });

    it('to another site of the same admin with the password they have', async () => {
      const tenant = await createTenant(node, 'Initech');
      const boss = await signIn(node.url, tenant.agent);
      const second = await call(
        'mutation ($input: CreateSiteInput!) { createSite(input: $input) { site { id } } }',
        { name: 'Second' },
        boss,
      );
      const siteId = second.payload!['site'].id as string;
      const email = newEmail();
      const first = await call(
        INVITE,
        { siteId: tenant.site.id, email, displayName: 'Ann', role: 'MEMBER' },
        boss,
      );
      const join = (role: string) => call(INVITE, { siteId, email, displayName: 'Ann', role }, boss);

      const promoted = await join('ADMIN');
      const joined = await join('MEMBER');
      const again = await join('MEMBER');

      expect(promoted.payload!['userErrors']).toMatchObject([{ code: 'CONFLICT' }]);
      expect(joined.payload).toMatchObject({
        agent: { id: first.payload!['agent'].id },
        oneTimePassword: null,
        userErrors: [],
      });
      expect(again.payload!['userErrors']).toMatchObject([{ code: 'CONFLICT' }]);
      const ann = await signIn(node.url, { email, password: first.payload!['oneTimePassword'] });
      expect(await viewerOf(ann)).toMatchObject({ sites: [{ id: tenant.site.id }, { id: siteId }] });
    });
  });

  describe('is removed', () => {
    it('with their sign-ins; within seconds their open feed is closed', async () => {
      const ann = await invite();
      const cookie = await signIn(node.url, ann);
      const socket = await RawSocket.open(node.url, { headers: { ...cookie, origin: node.url } });
      socket.send({ type: 'connection_init' });
      await socket.next('connection_ack');
      socket.subscribe('1', SUBSCRIBE, { siteId: node.site.id });
      await socket.next('next', '1');

      const { payload } = await call(REMOVE, { agentId: ann.id });

      expect(payload).toEqual({ removedAgentId: ann.id, userErrors: [] });
      expect(await socket.closed).toMatchObject({ code: 4403 });
      expect(await viewerOf(cookie)).toBeNull();
      // That they were invited and removed stays on record.
      const stored = (await whatIsStored(node)).filter((row) => !row.startsWith('audit_entries '));
      expect(stored.join('\n')).not.toContain(ann.id);
    });

    it('from one site only while they have another', async () => {
      const ann = await invite();
      const other = await node.services.sites.create({ name: 'Other' });
      await node.services.sites.addAgent(other.id, ann.id);

      await call(REMOVE, { agentId: ann.id });

      expect(await viewerOf(await signIn(node.url, ann))).toMatchObject({ sites: [{ id: other.id }] });
    });

    it('unless nobody would administer the site any more', async () => {
      const tenant = await createTenant(node, 'Solo');
      const boss = await signIn(node.url, tenant.agent);
      const { id } = ((await viewerOf(boss)) as { agent: { id: string } }).agent;
      await call(INVITE, { email: newEmail(), displayName: 'A', role: 'MEMBER' }, boss);

      const alone = await call(REMOVE, { agentId: id }, boss);
      await call(INVITE, { email: newEmail(), displayName: 'A', role: 'ADMIN' }, boss);
      const replaced = await call(REMOVE, { agentId: id }, boss);

      expect(alone.payload!['userErrors']).toEqual([{ code: 'CONFLICT', field: ['input', 'agentId'] }]);
      expect(replaced.payload).toEqual({ removedAgentId: id, userErrors: [] });
    });

    it('two admins who remove each other at once do not leave the site alone', async () => {
      const tenant = await createTenant(node, 'Duel');
      const [first] = await node.services.agents.listOfSite(tenant.site.id);
      const made = { email: newEmail(), displayName: 'B', role: AgentRole.ADMIN };
      const { agent: second } = await node.services.agents.create(made);
      await node.services.sites.addAgent(tenant.site.id, second.id);

      const removed = await Promise.all(
        [first!, second].map(({ id }) => node.services.sites.removeAgent(tenant.site.id, id)),
      );

      expect(removed.sort()).toEqual([false, true]);
      expect(await node.services.agents.listOfSite(tenant.site.id)).toHaveLength(1);
    });

    it('by admins only; foreign, absent and malformed ids answer alike', async () => {
      const [foreign] = await node.services.agents.listOfSite(theirs.site.id);
      const before = await whatIsStored(node);

      for (const agentId of [foreign!.id, newId('agent'), newId('site'), 'nonsense']) {
        const { payload } = await call(REMOVE, { agentId });
        expect(payload!['userErrors']).toEqual([{ code: 'NOT_FOUND', field: ['input', 'agentId'] }]);
      }

      expect(await whatIsStored(node)).toEqual(before);
      expect((await call(REMOVE, { agentId: newId('agent') }, key)).code).toBe('FORBIDDEN');
      const member = await signIn(node.url, await invite());
      expect((await call(REMOVE, { agentId: newId('agent') }, member)).code).toBe('FORBIDDEN');
    });
  });

  it('is listed for every agent of the site, not for programs and not for others', async () => {
    const ann = await invite();
    const list = (headers: Headers, id = node.site.id) =>
      callApi(node.url, 'query ($id: ID) { site(id: $id) { agents { id } } }', { id }, headers);

    const byMember = await list(await signIn(node.url, ann));
    const byKey = await list(key);
    const byOther = await list(await signIn(node.url, theirs.agent));

    expect(byMember.data['site'].agents).toContainEqual({ id: ann.id });
    expect(byKey.data).toEqual({ site: null });
    expect(byKey.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect([byOther.data, byOther.errors]).toEqual([{ site: null }, undefined]);
  });
});
