import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { AgentRole } from '../agents/agent-role';
import { AgentsService } from '../agents/agents.service';
import { AuditLog } from '../audit-log/audit-log';
import { createDataSource } from '../postgres/data-source';
import { migrate } from '../postgres/migrate';
import { SitesService } from '../sites/sites.service';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';

const EMAIL = 'ana@example.com';
const run = promisify(execFile);

/** As the node itself has them; nobody listens at that Redis. */
const NODE_SETTINGS = { REDIS_URL: 'redis://127.0.0.1:1', PORCHLIGHT_SECRET: 's'.repeat(32) };

let database: TestDatabase;
let dataSource: DataSource;
let agents: AgentsService;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.url).initialize();
  await migrate(dataSource);
  agents = new AgentsService(dataSource);
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

it('[X-36] an operator gives an agent a new password: the old one and every session end, and each site has it in its log', async () => {
  const sites = new SitesService(dataSource);
  const { agent, password: lost } = await agents.create({
    email: EMAIL,
    displayName: 'Ana',
    role: AgentRole.ADMIN,
  });
  const owned = [await sites.create({ name: 'Shop' }), await sites.create({ name: 'Blog' })];
  for (const { id } of owned) await sites.addAgent(id, agent.id);
  const token = await agents.openSession(agent.id);

  const { stdout } = await ask(EMAIL.toUpperCase());

  const password = /Password {4}(\S+)/.exec(stdout)?.[1] ?? '';
  expect(await agents.authenticate(EMAIL, lost)).toBeNull();
  expect(await agents.authenticate(EMAIL, password)).toMatchObject({ id: agent.id });
  expect(await agents.findBySessionToken(token)).toBeNull();
  const audit = new AuditLog(dataSource);
  for (const { id } of owned) {
    expect(await audit.list(id, 1, null)).toMatchObject([
      { action: 'resetPassword', actorName: 'Operator', subject: `Ana (${agent.id}), ADMIN` },
    ]);
  }
  expect(JSON.stringify(await dataSource.query('SELECT * FROM audit_entries'))).not.toContain(password);
});

it('an e-mail that nobody signs in with is refused with those who do', async () => {
  await expect(ask('anna@example.com')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /Nobody signs in as anna@example.com[^]*ana@example.com \(admin\)/,
    ) as string,
  });
});

it('without an e-mail it says how it is asked', async () => {
  await expect(ask()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('npm run agent:password -- somebody@example.com') as string,
  });
});

function ask(...words: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, ['-r', '@swc-node/register', 'api/recovery/main.ts', ...words], {
    cwd: join(__dirname, '../..'),
    env: { ...process.env, ...NODE_SETTINGS, DATABASE_URL: database.url },
  });
}
