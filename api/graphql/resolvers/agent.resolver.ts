import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Agent } from '../../agents/agent.entity';
import type { AgentsService } from '../../agents/agents.service';
import { Site } from '../../sites/site.entity';
import { OpenTo } from '../access-rule';
import { Audits } from '../audits';
import type { AgentActions } from '../agent-actions';
import type { ApiContext } from '../context';
import { ChangePasswordInput, InviteAgentInput, RemoveAgentInput } from '../inputs/agent-inputs';
import { ChangePasswordPayload, InviteAgentPayload, RemoveAgentPayload } from '../types/agent-payloads';
import { withUserErrors } from '../with-user-errors';

/** Who works on a site. */
@Resolver(() => Site)
export class AgentResolver {
  constructor(
    private readonly actions: AgentActions,
    private readonly agentsService: AgentsService,
  ) {}

  @OpenTo('AGENT')
  @FieldResolver(() => [Agent], { description: 'Who works on the site, longest first. For agents only.' })
  agents(@Root() site: Site): Promise<Agent[]> {
    return this.agentsService.listOfSite(site.id);
  }

  @OpenTo('ADMIN')
  @Audits('inviteAgent')
  @Mutation(() => InviteAgentPayload, {
    nullable: true,
    description:
      'Lets somebody sign in and work on the site. Hand them the password yourself: nothing is sent.',
  })
  inviteAgent(
    @Arg('input', () => InviteAgentInput) input: InviteAgentInput,
    @Ctx() { credential }: ApiContext,
  ): Promise<InviteAgentPayload> {
    return withUserErrors(() => this.actions.invite(input, credential));
  }

  @OpenTo('ADMIN')
  @Audits('removeAgent')
  @Mutation(() => RemoveAgentPayload, {
    nullable: true,
    description:
      'Takes the site away from an agent, within a second; who has no other site is erased. The last admin stays.',
  })
  removeAgent(
    @Arg('input', () => RemoveAgentInput) input: RemoveAgentInput,
    @Ctx() { credential }: ApiContext,
  ): Promise<RemoveAgentPayload> {
    return withUserErrors(() => this.actions.remove(input, credential));
  }

  @OpenTo('AGENT')
  @Audits('changePassword')
  @Mutation(() => ChangePasswordPayload, {
    nullable: true,
    description: 'Changes your own password and signs you out of every other browser.',
  })
  changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: ApiContext,
  ): Promise<ChangePasswordPayload> {
    return withUserErrors(() => this.actions.changePassword(input, context));
  }
}
