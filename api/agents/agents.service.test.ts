import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source';
import { SitesService } from '../sites/sites.service';
import { countStatements } from '../testing/count-statements';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { isId, newId } from '../typed-id';
import { AgentRole } from './agent-role';
import type { Agent } from './agent.entity';
import { AgentsService } from './agents.service';
import { EmailTakenError } from './email-taken-error';

const PASSWORD = 'correct horse battery';

let database: TestDatabase;
let dataSource: DataSource;
let agents: AgentsService;
let nowMs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  await dataSource.query('TRUNCATE agents CASCADE');
  agents = new AgentsService(dataSource, { now: () => nowMs });
});

async function addAnn(password = PASSWORD): Promise<Agent> {
  const ann = { email: 'Ann@example.com', displayName: 'Ann', role: AgentRole.MEMBER, password };
  return (await agents.create(ann)).agent;
}

describe('agents', () => {
  it('a new agent has an id and shows no password', async () => {
    expect(await agents.isEmpty()).toBe(true);

    const ann = await addAnn();

    expect(isId('agent', ann.id)).toBe(true);
    expect(ann).toMatchObject({ email: 'Ann@example.com', displayName: 'Ann', role: AgentRole.MEMBER });
    expect(JSON.stringify(ann)).not.toMatch(/argon|password/);
    expect(await agents.isEmpty()).toBe(false);
  });

  it('without a password one is made up that works and is long', async () => {
    const { agent, password } = await agents.create({
      email: 'b@x.org',
      displayName: 'B',
      role: AgentRole.ADMIN,
    });

    expect(password.length).toBeGreaterThanOrEqual(20);
    expect(await agents.authenticate('b@x.org', password)).toEqual(agent);
  });

  it('the same e-mail in other letter case is taken', async () => {
    await addAnn();

    const twin = { email: 'ann@EXAMPLE.com', displayName: 'Twin', role: AgentRole.MEMBER };
    await expect(agents.create(twin)).rejects.toThrow(EmailTakenError);
  });

  it('a weak password is refused with a sentence and nothing is stored', async () => {
    await expect(addAnn('short')).rejects.toThrow(RangeError);
    await expect(addAnn('ann@example.com')).rejects.toThrow('e-mail');
    expect(await agents.isEmpty()).toBe(true);
  });

  it('[X-14] an agent is found only through a site both belong to', async () => {
    const ann = await addAnn();
    const sites = new SitesService(dataSource);
    const site = await sites.create({ name: 'Acme' });
    const other = await sites.create({ name: 'Other' });
    await sites.addAgent(site.id, ann.id);

    expect(await agents.findById([other.id, site.id], ann.id)).toEqual(ann);
    expect(await agents.findById([other.id], ann.id)).toBeNull();
    expect(await countStatements(() => agents.findById([site.id], 'not-an-id'))).toBe(0);
    expect(await countStatements(() => agents.findById([], ann.id))).toBe(0);
  });
});

describe('signing in', () => {
  it('the right password signs in, with the e-mail in any letter case', async () => {
    const ann = await addAnn();

    expect(await agents.authenticate(' ann@EXAMPLE.com ', PASSWORD)).toEqual(ann);
  });

  it.each([
    ['a wrong password', 'ann@example.com', `${PASSWORD}!`],
    ['an empty password', 'ann@example.com', ''],
    ['an unknown e-mail', 'nobody@example.com', PASSWORD],
    ['an unknown e-mail with the password of nobody', 'nobody@example.com', ''],
    ['a wildcard', '%', PASSWORD],
    ['NUL', '\0', PASSWORD],
  ])('%s does not', async (_, email, password) => {
    await addAnn();

    expect(await agents.authenticate(email, password)).toBeNull();
  });

  it('[X-36] an unknown e-mail costs the same query and the same hashing', async () => {
    await addAnn();
    const hashingMs = async (email: string): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 7; i++) {
        const startedAt = performance.now();
        expect(await countStatements(() => agents.authenticate(email, 'wrong password'))).toBe(1);
        times.push(performance.now() - startedAt);
      }
      return Math.min(...times);
    };
    const knownMs = await hashingMs('ann@example.com');

    expect(await hashingMs('nobody@example.com')).toBeGreaterThan(knownMs / 2);
  });

  it('the stored hash is Argon2id with 19 MiB and two passes', async () => {
    await addAnn();

    const [row] = await dataSource.query<[{ password_hash: string }]>('SELECT password_hash FROM agents');
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('sessions', () => {
  const age = (column: string, interval: string): Promise<unknown> =>
    // Stored times are rounded, so the exact limit may come out as just before it.
    dataSource.query(`UPDATE agent_sessions SET ${column} = now() - $1::interval - interval '1 ms'`, [
      interval,
    ]);

  it('a token stands for its agent until it is closed', async () => {
    const ann = await addAnn();
    const token = await agents.openSession(ann.id);
    expect(await agents.findBySessionToken(token)).toEqual(ann);

    await agents.closeSession(token);
    await agents.closeSession(token);

    expect(await agents.findBySessionToken(token)).toBeNull();
  });

  it('the token is 256 random bits and is not stored', async () => {
    const token = await agents.openSession((await addAnn()).id);

    const stored = await dataSource.query<object[]>('SELECT * FROM agent_sessions');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('unknown tokens stand for nobody, malformed ones without a query', async () => {
    expect(await agents.findBySessionToken('x'.repeat(43))).toBeNull();
    expect(await countStatements(() => agents.findBySessionToken('not a token'))).toBe(0);
  });

  it('a session closed on another node ends here within a second', async () => {
    const token = await agents.openSession((await addAnn()).id);
    await agents.findBySessionToken(token);
    await new AgentsService(dataSource).closeSession(token);

    nowMs += 1_000;

    expect(await agents.findBySessionToken(token)).toBeNull();
  });

  it('a hundred reads within a second cost one query', async () => {
    const token = await agents.openSession((await addAnn()).id);
    const reads = Array.from({ length: 100 });

    expect(await countStatements(() => Promise.all(reads.map(() => agents.findBySessionToken(token))))).toBe(
      1,
    );
  });

  it.each([
    ['12 hours without use', 'last_used_at', '12 hours'],
    ['7 days in any case', 'created_at', '7 days'],
  ])('a session ends after %s', async (_, column, interval) => {
    const ann = await addAnn();
    const token = await agents.openSession(ann.id);

    await age(column, interval);

    expect(await agents.findBySessionToken(token)).toBeNull();
    await agents.openSession(ann.id);
    expect(await dataSource.query('SELECT 1 FROM agent_sessions')).toHaveLength(1);
  });

  it('a session lives just before that, and its use is noted', async () => {
    const ann = await addAnn();
    const token = await agents.openSession(ann.id);
    await age('last_used_at', '11 hours 59 minutes');

    expect(await agents.findBySessionToken(token)).toEqual(ann);
    await untilUsed();
  });

  it('use is noted at most once a minute', async () => {
    const token = await agents.openSession((await addAnn()).id);
    await age('last_used_at', '59 seconds');

    expect(await countStatements(() => agents.findBySessionToken(token))).toBe(1);
  });

  it('a token of an agent who is gone stands for nobody', async () => {
    const ann = await addAnn();
    const token = await agents.openSession(ann.id);

    await dataSource.query('DELETE FROM agents WHERE id = $1', [ann.id]);

    expect(await agents.findBySessionToken(token)).toBeNull();
    await expect(agents.openSession(newId('agent'))).rejects.toThrow('foreign key');
  });

  async function untilUsed(): Promise<void> {
    const fresh = `SELECT 1 FROM agent_sessions WHERE last_used_at > now() - interval '1 minute'`;
    while ((await dataSource.query<object[]>(fresh)).length === 0);
  }
});
