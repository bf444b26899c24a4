import { AgentRole } from '../agents/agent-role';
import { TRIES, WAIT_S } from '../agents/sign-in-limits';
import { callApi } from '../testing/api-client';
import { signIn } from '../testing/sign-in';
import { startTestNode, type TestNode } from '../testing/test-node';

const LOGIN = `mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) {
  agent { id } userErrors { code } } }`;

/** Every caller behind a proxy that the node trusts, so that each test has addresses of its own. */
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('guessing passwords', () => {
  let node: TestNode;
  beforeAll(async () => (node = await startTestNode({ env: { PORCHLIGHT_TRUSTED_PROXIES: '127.0.0.1' } })));
  afterAll(() => node.close());

  const newAgent = (email: string) =>
    node.services.agents.create({ email, displayName: 'A', role: AgentRole.MEMBER });
  const login = async (email: string, password: string, address: string, url = node.url) => {
    const answer = await callApi(url, LOGIN, { email, password }, from(address));
    return {
      outcome:
        answer.errors?.[0]?.extensions['code'] ?? answer.data['login'].userErrors[0]?.code ?? 'SIGNED_IN',
      status: answer.status,
      waitSeconds: Number(answer.headers.get('retry-after')),
    };
  };
  const repeat = async (many: number, guess: (i: number) => Promise<{ outcome: unknown }>) => {
    const outcomes = [];
    for (let i = 0; i < many; i++) outcomes.push((await guess(i)).outcome);
    return outcomes;
  };
  const WRONG = Array<string>(TRIES).fill('INVALID_CREDENTIALS');

  it('[X-36] the sixth wrong password in a row has to wait, wherever it comes from, and so has the right one', async () => {
    const { email, password } = node.agent;
    const guesses = await repeat(TRIES + 1, (i) => login(email, `wrong ${i}`, `198.51.100.${i}`));

    const right = await login(email.toUpperCase(), password, '198.51.100.99');

    expect(guesses).toEqual([...WRONG, 'RATE_LIMITED']);
    expect(right).toMatchObject({ outcome: 'RATE_LIMITED', status: 429 });
    expect(right.waitSeconds).toBeGreaterThan(WAIT_S - 10);
    expect(right.waitSeconds).toBeLessThanOrEqual(WAIT_S);
  });

  it('[X-36] an address that nobody signs in with is slowed down in the same way', async () => {
    const guesses = await repeat(TRIES + 1, (i) => login('nobody@example.com', 'wrong', `192.0.2.${i}`));

    expect(guesses).toEqual([...WRONG, 'RATE_LIMITED']);
  });

  it('[X-36] who tries many accounts from one address has to wait there, and nobody else', async () => {
    const guesses = await repeat(TRIES + 1, (i) =>
      login(`a${i}@example.com`, 'wrong', `2001:db8:1:1::${i + 1}`),
    );

    expect(guesses).toEqual([...WRONG, 'RATE_LIMITED']);
    expect((await login('other@example.com', 'wrong', '2001:db8:1:2::1')).outcome).toBe(
      'INVALID_CREDENTIALS',
    );
    // The account that was tried from there while it had to wait is not slowed down for it.
    expect((await login(`a${TRIES}@example.com`, 'wrong', '203.0.113.1')).outcome).toBe(
      'INVALID_CREDENTIALS',
    );
  });

  it('[X-36] twenty tries at once count as twenty', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        login('at-once@example.com', `wrong ${i}`, `203.0.113.${100 + i}`),
      ),
    );

    expect(guesses.filter(({ outcome }) => outcome === 'INVALID_CREDENTIALS')).toHaveLength(TRIES);
  });

  it('the right password in time ends the row', async () => {
    const { agent, password } = await newAgent('row@example.com');
    const guess = (i: number) => login(agent.email, 'wrong', `203.0.113.${50 + i}`);
    await repeat(TRIES - 1, guess);

    expect((await login(agent.email, password, '203.0.113.60')).outcome).toBe('SIGNED_IN');
    expect(await repeat(TRIES, guess)).toEqual(WRONG);
  });

  it('an office where everybody types right is never slowed down', async () => {
    const { agent, password } = await newAgent('office@example.com');

    const outcomes = await repeat(3 * TRIES, () => login(agent.email, password, '203.0.113.90'));

    expect(new Set(outcomes)).toEqual(new Set(['SIGNED_IN']));
  });

  it('the current password cannot be guessed in a browser that was left signed in', async () => {
    const { agent, password } = await newAgent('left@example.com');
    const cookie = await signIn(node.url, { email: agent.email, password });
    const query = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }`;
    const guess = async (i: number) => {
      const input = { currentPassword: `wrong ${i}`, newPassword: 'a good long password' };
      const { data, errors } = await callApi(
        node.url,
        query,
        { input },
        { ...cookie, ...from(`203.0.113.${200 + i}`) },
      );
      return {
        outcome: (errors?.[0]?.extensions['code'] ?? data['changePassword'].userErrors[0].code) as unknown,
      };
    };

    expect(await repeat(TRIES + 1, guess)).toEqual([...WRONG, 'RATE_LIMITED']);
  });

  it('[X-20] nodes count together', async () => {
    const other = await startTestNode({ besides: node, env: { PORCHLIGHT_TRUSTED_PROXIES: '127.0.0.1' } });

    const guesses = await repeat(TRIES + 1, (i) =>
      login('shared@example.com', 'wrong', `198.18.0.${i}`, i % 2 ? other.url : node.url),
    );

    expect(guesses).toEqual([...WRONG, 'RATE_LIMITED']);
    await other.close();
  });

  it('neither a password nor an e-mail address is left in Redis or in the log', async () => {
    await login('canary@example.com', 'canary password', '198.18.1.1');

    expect(JSON.stringify(node.events)).not.toContain('canary');
  });
});

describe.each(['kill', 'freeze'] as const)('guessing passwords while Redis is away: %s', (fault) => {
  it('[X-20] a node counts for itself, and whoever knows the password gets in', async () => {
    const node = await startTestNode();
    await node.redis[fault]();
    const { email, password } = node.agent;
    const guess = async () => {
      const { data, errors } = await callApi(node.url, LOGIN, { email, password: 'wrong' });
      return (errors?.[0]?.extensions['code'] ?? data['login'].userErrors[0].code) as unknown;
    };

    const outcomes = [];
    expect(await signIn(node.url, { email, password })).toMatchObject({ cookie: expect.any(String) });
    for (let i = 0; i <= TRIES; i++) outcomes.push(await guess());

    expect(outcomes).toEqual([...Array<string>(TRIES).fill('INVALID_CREDENTIALS'), 'RATE_LIMITED']);
    if (fault === 'freeze') node.redis.thaw();
    await node.close();
  });
});
