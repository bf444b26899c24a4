import { Entity, PrimaryColumn } from 'typeorm';

/** An agent's membership of a site. */
@Entity('site_agents')
export class SiteAgent {
  @PrimaryColumn({ name: 'site_id', type: 'text' })
  siteId!: string;

  @PrimaryColumn({ name: 'agent_id', type: 'text' })
  agentId!: string;
}
