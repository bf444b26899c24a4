import type { DataSource } from 'typeorm';
import type { Agent } from '../agents/agent.entity';
import { AgentsService } from '../agents/agents.service';
import { AuditLog, type AuditActor } from '../audit-log/audit-log';
import { SitesService } from '../sites/sites.service';

/** Whoever may start a program beside the database: no agent, and answerable as none. */
const OPERATOR: AuditActor = { id: 'npm run agent:password', name: 'Operator' };

/** Gives somebody who cannot sign in a new password and signs them out everywhere; recorded at each of their sites. Null for an unknown e-mail. */
export function resetPassword(
  dataSource: DataSource,
  email: string,
): Promise<{ agent: Agent; password: string } | null> {
  const [agents, sites, audit] = [
    new AgentsService(dataSource),
    new SitesService(dataSource),
    new AuditLog(dataSource),
  ];
  return agents.resetPassword(email, async ({ id, displayName, role }, transaction) => {
    for (const { id: siteId } of await sites.listForAgent(id)) {
      const subject = `${displayName} (${id}), ${role}`;
      await audit.record({ siteId, actor: OPERATOR, action: 'resetPassword', subject }, transaction);
    }
  });
}
