import { AgentRole } from '../agents/agent-role';
import { callApi } from '../testing/api-client';
import { RawSocket } from '../testing/raw-socket';
import { signIn } from '../testing/sign-in';
import { startTestNode, type TestNode } from '../testing/test-node';
import { newId } from '../typed-id';

const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  agent { id } userErrors { code field } } }`;

type Headers = Record<string, string>;

describe('an agent changes the password', () => {
  let node: TestNode;
  beforeAll(async () => (node = await startTestNode()));
  afterAll(() => node.close());

  const call = async (query: string, input: object, headers: Headers) => {
    const { data, errors } = await callApi(node.url, query, { input }, headers);
    const payload = (data?.['changePassword'] ?? null) as Record<string, unknown> | null;
    return { payload, code: errors?.[0]?.extensions['code'] };
  };
  const newAgent = async () => {
    const email = `${newId('agent')}@example.com`;
    const made = { email, displayName: 'Ann', role: AgentRole.MEMBER };
    const { agent, password } = await node.services.agents.create(made);
    return { id: agent.id, email, password };
  };
  const viewerOf = async (headers: Headers) =>
    (await callApi(node.url, '{ viewer { agent { id } } }', {}, headers)).data['viewer'] as unknown;

  const fresh = 'another long password';

  it('and is signed out everywhere else', async () => {
    const ann = await newAgent();
    const [here, there] = [await signIn(node.url, ann), await signIn(node.url, ann)];

    const { payload } = await call(CHANGE, { currentPassword: ann.password, newPassword: fresh }, here);

    expect(payload).toEqual({ agent: { id: ann.id }, userErrors: [] });
    expect(await viewerOf(here)).toMatchObject({ agent: { id: ann.id } });
    // As another node sees it, which remembers nothing.
    expect(await node.services.agents.authenticate(ann.email, ann.password)).toBeNull();
    expect(await node.services.agents.authenticate(ann.email, fresh)).toMatchObject({ id: ann.id });
    const socket = await RawSocket.open(node.url, { headers: { ...there, origin: node.url } });
    socket.send({ type: 'connection_init' });
    expect(await socket.closed).toMatchObject({ code: 4403 });
    expect(await socket.next('connection_ack').catch(() => null)).toBeNull();
    expect(await viewerOf(there)).toBeNull();
  });

  it.each<[string, object, string, string]>([
    ['another current one', { currentPassword: 'not this one' }, 'INVALID_CREDENTIALS', 'currentPassword'],
    ['eleven characters', { newPassword: 'elevenchars' }, 'INVALID', 'newPassword'],
  ])('but not with %s', async (_name, input, code, field) => {
    const ann = await newAgent();
    const cookie = await signIn(node.url, ann);
    const told = { currentPassword: ann.password, newPassword: fresh, ...input };

    const { payload } = await call(CHANGE, told, cookie);

    expect(payload).toEqual({ agent: null, userErrors: [{ code, field: ['input', field] }] });
    expect(await node.services.agents.authenticate(ann.email, ann.password)).not.toBeNull();
  });

  it('but not to the e-mail address', async () => {
    const ann = await newAgent();
    const told = { currentPassword: ann.password, newPassword: ann.email.toUpperCase() };

    const { payload } = await call(CHANGE, told, await signIn(node.url, ann));

    expect(payload!['userErrors']).toEqual([{ code: 'INVALID', field: ['input', 'newPassword'] }]);
  });

  it('which no program has', async () => {
    expect(
      (
        await call(
          CHANGE,
          { currentPassword: 'x', newPassword: fresh },
          { authorization: `Bearer ${node.apiKey}` },
        )
      ).code,
    ).toBe('FORBIDDEN');
  });
});
