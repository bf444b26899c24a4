import { Field, ID, ObjectType } from 'type-graphql';
import { Agent } from '../../agents/agent.entity';
import { Payload } from './payload';

@ObjectType({ description: 'Answer to changePassword.' })
export class ChangePasswordPayload extends Payload {
  @Field(() => Agent, { nullable: true, description: 'Whose password it is. Null when refused.' })
  agent?: Agent;
}

@ObjectType({ description: 'Answer to inviteAgent.' })
export class InviteAgentPayload extends Payload {
  @Field(() => Agent, { nullable: true, description: 'The agent. Null when refused.' })
  agent?: Agent;

  @Field(() => String, {
    nullable: true,
    description:
      'The password to sign in with the first time: shown once, here. Null when refused, and for somebody who has one already.',
  })
  oneTimePassword?: string | null;
}

@ObjectType({ description: 'Answer to removeAgent.' })
export class RemoveAgentPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Who was removed. Null when refused.' })
  removedAgentId?: string;
}
