import { AgentRole } from './agents/agent-role';
import type { AgentsService } from './agents/agents.service';
import { EmailTakenError } from './agents/email-taken-error';
import type { Site } from './sites/site.entity';
import type { SitesService } from './sites/sites.service';

export interface FirstStartOptions {
  readonly agents: AgentsService;
  readonly sites: SitesService;
  readonly adminEmail: string;
  /** Left out, one is made up. */
  readonly adminPassword?: string;
  readonly siteName: string;
}

export interface FirstStartResult {
  /** Given only when this start made the first agent: nobody can read the password later. */
  readonly created: { email: string; password: string; site: Site } | null;
}

/** Makes the first agent and a first site when nobody can sign in yet. Safe to repeat, and for nodes that start together. */
export async function firstStart(options: FirstStartOptions): Promise<FirstStartResult> {
  const { agents, sites, adminEmail, adminPassword, siteName } = options;
  if (!(await agents.isEmpty())) return { created: null };
  const made = await agents
    .create({ email: adminEmail, displayName: 'Admin', role: AgentRole.ADMIN, password: adminPassword })
    .catch((error: unknown) => {
      if (error instanceof EmailTakenError) return null; // another node was quicker, and tells the password
      throw error;
    });
  if (made === null) return { created: null };
  const { agent, password } = made;
  const site = await sites.create({ name: siteName });
  await sites.addAgent(site.id, agent.id);
  return { created: { email: agent.email, password, site } };
}
