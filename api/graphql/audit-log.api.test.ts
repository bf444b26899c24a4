import { Client } from 'pg';
import { AgentRole } from '../agents/agent-role';
import { callApi } from '../testing/api-client';
import { signIn } from '../testing/sign-in';
import { createTenant, startTestNode, type TestNode } from '../testing/test-node';
import { whatIsStored } from '../testing/what-is-stored';
import { newId } from '../typed-id';
import { buildApiSchema } from './build-schema';
import { requireAudits } from './require-audits';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string | null;
}

type Headers = Record<string, string>;

const READ = `query ($id: ID, $first: Int, $after: ID) { site(id: $id) {
  auditLog(first: $first, after: $after) { id at actor action subject } } }`;
const ACTIONS = [...requireAudits(buildApiSchema())]
  .map(([, action]) => action)
  .filter((action) => action !== 'NOTHING');
// Erased with its site, so that only the log can tell of it.
const IN_THE_LOG = 'deleteSite';

describe('the audit log', () => {
  let node: TestNode;
  let admin: Headers;
  let key: Headers;
  let adminName: string;
  let database: Client;
  let grace = 5;

  const read = async (variables: object = {}, headers: Headers = admin) => {
    const { data, errors } = await callApi(node.url, READ, { id: node.site.id, ...variables }, headers);
    const entries = (data?.['site']?.auditLog ?? null) as Entry[] | null;
    return { entries, code: errors?.[0]?.extensions['code'] };
  };
  const newest = async (variables: object = {}) => (await read({ first: 1, ...variables })).entries![0];
  const mutate = async (name: string, input: object, selection = 'userErrors { code }', headers = admin) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
    const { data, errors } = await callApi(node.url, query, { input }, headers);
    return {
      payload: data?.[name] as Record<string, any>, // eslint-disable-line @typescript-eslint/no-explicit-any
      code: errors?.[0]?.extensions['code'],
    };
  };
  const colleague = async (role = AgentRole.MEMBER) => {
    const email = `${newId('agent')}@example.com`;
    const { agent, password } = await node.services.agents.create({ email, displayName: 'Ann', role });
    await node.services.sites.addAgent(node.site.id, agent.id);
    return { ...agent, password };
  };
  const someVisitor = async () => {
    const input = { siteKey: node.site.key, tabId: 'tab-of-somebody' };
    const query = 'mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { id } } }';
    const { data } = await callApi(node.url, query, { input });
    return data['identify'].visitor.id as string;
  };
  const spareKey = async () => {
    const made = { siteId: node.site.id, name: 'spare', scopes: [], expiresAt: null };
    return (await node.services.apiKeys.create(made)).apiKey;
  };

  /** Each act once as it succeeds: what is told, and what its entry says then. */
  const acts: Record<string, () => Promise<{ input: object; subject: unknown; siteId?: string }>> = {
    createSite: () => Promise.resolve({ input: { name: 'Second shop' }, subject: 'Second shop' }),
    updateSite: () =>
      Promise.resolve({
        input: {
          siteId: node.site.id,
          name: node.site.name,
          goodbyeGraceSeconds: (grace += 1),
          allowedOrigins: [`https://${newId('site').replace('_', '-')}.test`],
        },
        subject: expect.stringMatching(
          /^(allowedOrigins|goodbyeGraceSeconds), (allowedOrigins|goodbyeGraceSeconds)$/,
        ),
      }),
    rotateIdentitySecret: () =>
      Promise.resolve({ input: { siteId: node.site.id, graceHours: 3 }, subject: 'grace of 3 h' }),
    inviteAgent: () =>
      Promise.resolve({
        input: {
          siteId: node.site.id,
          email: `${newId('agent')}@example.com`,
          displayName: 'Grace',
          role: 'MEMBER',
        },
        subject: expect.stringMatching(/^Grace \(agent_\w+\), MEMBER$/),
      }),
    removeAgent: async () => {
      const { id } = await colleague();
      return { input: { siteId: node.site.id, agentId: id }, subject: `Ann (${id}), MEMBER` };
    },
    changePassword: () => {
      const { password } = node.agent;
      return Promise.resolve({ input: { currentPassword: password, newPassword: password }, subject: null });
    },
    createApiKey: () =>
      Promise.resolve({
        input: { siteId: node.site.id, name: 'CRM', scopes: ['VISITORS_READ'] },
        subject: expect.stringMatching(/^CRM \(key_\w+\) with VISITORS_READ$/),
      }),
    revokeApiKey: async () => {
      const { id } = await spareKey();
      return { input: { apiKeyId: id }, subject: `spare (${id})` };
    },
    updateVisitor: async () => {
      const visitorId = await someVisitor();
      return { input: { visitorId, displayName: 'Maria' }, subject: visitorId };
    },
    forgetVisitor: async () => {
      const visitorId = await someVisitor();
      return { input: { visitorId }, subject: visitorId };
    },
  };

  beforeAll(async () => {
    node = await startTestNode();
    admin = await signIn(node.url, node.agent);
    key = { authorization: `Bearer ${node.apiKey}` };
    const { data } = await callApi(node.url, '{ viewer { agent { id displayName } } }', {}, admin);
    const { id, displayName } = data['viewer'].agent as { id: string; displayName: string };
    adminName = `${displayName} (${id})`;
    database = new Client({ connectionString: node.database.url });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await node.close();
  });

  it('every act has a row in this test', () => {
    expect(Object.keys(acts).sort()).toEqual(ACTIONS.filter((action) => action !== IN_THE_LOG).sort());
  });

  it.each(Object.keys(acts))('%s leaves one entry: who, when, what', async (action) => {
    const { input, subject } = await acts[action]!();
    const before = (await read()).entries!;

    const { payload } = await mutate(
      action,
      input,
      `${action === 'createSite' ? 'site { id }' : ''} userErrors { code }`,
    );

    expect(payload['userErrors']).toEqual([]);
    const made = payload['site'] as { id: string } | undefined;
    const [entry, ...others] = (await read(made ? { id: made.id } : {})).entries!;
    expect(entry).toEqual({
      id: expect.stringMatching(/^audit_/) as string,
      at: expect.stringMatching(/Z$/) as string,
      actor: adminName,
      action,
      subject,
    });
    expect(others).toEqual(made ? [] : before);
  });

  it.each(Object.keys(acts))('%s does not happen when it cannot be recorded', async (action) => {
    const { input } = await acts[action]!();
    // Tries at a password are counted whatever becomes of them.
    const stored = async () => (await whatIsStored(node)).filter((row) => !row.includes('sign-in'));
    const before = await stored();
    await database.query('ALTER TABLE audit_entries ADD CONSTRAINT nothing CHECK (false) NOT VALID');

    const { payload, code } = await mutate(action, input);

    await database.query('ALTER TABLE audit_entries DROP CONSTRAINT nothing');
    expect({ payload, code }).toEqual({ payload: null, code: 'INTERNAL_SERVER_ERROR' });
    expect(await stored()).toEqual(before);
  });

  it('the deletion of a site takes its entries along and is told by a line of the log', async () => {
    const { payload } = await mutate('createSite', { name: 'Gone' }, 'site { id }');
    const { id } = payload['site'] as { id: string };

    await mutate('deleteSite', { siteId: id, confirmName: 'Gone' });

    const { rows } = await database.query('SELECT 1 FROM audit_entries WHERE site_id = $1', [id]);
    expect(rows).toEqual([]);
    const told = node.events.filter(({ event }) => event === 'site_deleted');
    expect(told).toMatchObject([{ level: 'info', siteId: id, actorId: /agent_\w+/.exec(adminName)![0] }]);
  });

  it('an API key is named as who did it', async () => {
    await mutate('updateSite', { goodbyeGraceSeconds: 30 }, 'userErrors { code }', key);
    await mutate('updateSite', { goodbyeGraceSeconds: 29 }, 'userErrors { code }', key);

    expect(await newest()).toMatchObject({
      actor: expect.stringMatching(/^test \(key_\w+\)$/) as string,
      subject: 'goodbyeGraceSeconds',
    });
  });

  it('what is refused, changes nothing or was done before leaves no entry', async () => {
    const { id } = await spareKey();
    await mutate('revokeApiKey', { apiKeyId: id });
    const before = (await read()).entries;

    await mutate('revokeApiKey', { apiKeyId: id });
    await mutate('updateSite', { siteId: node.site.id, name: node.site.name });
    await mutate('updateSite', { siteId: node.site.id, name: '' });
    await mutate('changePassword', { currentPassword: 'a wrong one', newPassword: 'a good new password' });
    await mutate(
      'createApiKey',
      { siteId: node.site.id, name: 'x', scopes: ['VISITORS_READ'] },
      '__typename',
      key,
    );

    expect((await read()).entries).toEqual(before);
  });

  it('a password is recorded on every site that it opens', async () => {
    const { payload } = await mutate('createSite', { name: 'Third' }, 'site { id }');

    const { password } = node.agent;
    await mutate('changePassword', { currentPassword: password, newPassword: password });

    const id = (payload['site'] as { id: string }).id;
    expect(await newest({ id })).toMatchObject({ action: 'changePassword', actor: adminName });
    expect(await newest()).toMatchObject({ action: 'changePassword', actor: adminName });
  });

  it('is read piece by piece, each entry once, newest first', async () => {
    const all = (await read({ first: 100 })).entries!;

    const walked: Entry[] = [];
    for (let after: string | null = null; ; after = walked.at(-1)!.id) {
      const { entries } = await read({ first: 3, after });
      if (entries!.length === 0) break;
      walked.push(...entries!);
    }

    expect(walked).toEqual(all);
    expect([...all].sort((a, b) => b.at.localeCompare(a.at))).toEqual(all);
  });

  it('refuses sizes out of bounds and entries of other sites', async () => {
    const other = await createTenant(node, 'Globex');
    const theirs = await signIn(node.url, other.agent);
    const { id } = (await read()).entries![0]!;

    expect(await read({ first: 0 })).toEqual({ entries: null, code: 'BAD_USER_INPUT' });
    expect(await read({ first: 101 })).toEqual({ entries: null, code: 'BAD_USER_INPUT' });
    expect(await read({ after: 'nonsense' })).toEqual({ entries: null, code: 'INVALID_CURSOR' });
    expect(await read({ id: other.site.id, after: id }, theirs)).toEqual({
      entries: null,
      code: 'INVALID_CURSOR',
    });
  });

  it('is for admins of the site only', async () => {
    const member = await signIn(node.url, await colleague());

    expect(await read({}, member)).toEqual({ entries: null, code: 'FORBIDDEN' });
    expect(await read({}, key)).toEqual({ entries: null, code: 'FORBIDDEN' });
  });
});
