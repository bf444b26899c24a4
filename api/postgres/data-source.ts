import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { AgentSession } from '../agents/agent-session.entity';
import { Agent } from '../agents/agent.entity';
import { ApiKey } from '../api-keys/api-key.entity';
import { AuditEntry } from '../audit-log/audit-entry.entity';
import { SiteAgent } from '../sites/site-agent.entity';
import { Site } from '../sites/site.entity';
import { Visitor } from '../visitors/visitor.entity';
import { FirstTables1764000000000 } from './migrations/1764000000000-first-tables';
import { IdentityAndSettings1764100000000 } from './migrations/1764100000000-identity-and-settings';
import { ForgottenVisitors1764200000000 } from './migrations/1764200000000-forgotten-visitors';
import { AuditEntries1764300000000 } from './migrations/1764300000000-audit-entries';

const POOL_SIZE = 10;
/** How long a call waits for a free connection before it fails. */
const CONNECT_TIMEOUT_MS = 1_000;
/** The longest a single statement may run. */
const STATEMENT_TIMEOUT_MS = 5_000;

/**
 * The door to PostgreSQL 14 or newer, not yet opened: call initialize(). Takes URLs over TCP and over a unix socket
 * (`postgres://user@%2Ffolder/database`). A full pool fails after a bounded wait instead of hanging.
 */
export function createDataSource(url: string, options: { poolSize?: number } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'porchlight',
    poolSize: options.poolSize ?? POOL_SIZE,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: { statement_timeout: STATEMENT_TIMEOUT_MS },
    // Classes, not file patterns: the same list holds for sources, tests and the compiled build.
    entities: [Site, SiteAgent, Agent, AgentSession, ApiKey, Visitor, AuditEntry],
    migrations: [
      FirstTables1764000000000,
      IdentityAndSettings1764100000000,
      ForgottenVisitors1764200000000,
      AuditEntries1764300000000,
    ],
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    logging: false,
  });
}
