import { Field, ID, InputType } from 'type-graphql';
import { AgentRole } from '../../agents/agent-role';

const SITE_ID = 'May be left out by an agent of one site.';

@InputType({ description: 'How an agent chooses another password.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The one in use.' })
  currentPassword!: string;

  @Field(() => String, { description: 'At least 12 characters, and not the e-mail address.' })
  newPassword!: string;
}

@InputType({ description: 'Who shall work on a site.' })
export class InviteAgentInput {
  @Field(() => ID, { nullable: true, description: SITE_ID })
  siteId?: string | null;

  @Field(() => String, { description: 'Address they will sign in with, at most 254 characters.' })
  email!: string;

  @Field(() => String, { description: 'Name shown to other agents, at most 300 characters.' })
  displayName!: string;

  @Field(() => AgentRole, { description: 'How much they may change, on every site of theirs.' })
  role!: AgentRole;
}

@InputType({ description: 'Who shall not work on a site any more.' })
export class RemoveAgentInput {
  @Field(() => ID, { nullable: true, description: SITE_ID })
  siteId?: string | null;

  @Field(() => ID, { description: 'Agent.id.' })
  agentId!: string;
}
