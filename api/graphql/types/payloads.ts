import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Agent } from '../../agents/agent.entity';
import { ApiKey } from '../../api-keys/api-key.entity';
import type { VisitorRef } from '../../realtime-session/presence';
import { GraphQLDateTime } from '../../scalars/date-time';
import { Visitor } from '../../visitors/visitor.entity';
import { PageType } from './page';
import { Payload } from './payload';

const NEXT_HEARTBEAT = 'Seconds until the next heartbeat is expected. Null when refused.';

@ObjectType({ description: 'Answer to identify.' })
export class IdentifyPayload extends Payload {
  @Field(() => Visitor, {
    nullable: true,
    description:
      'The visitor; a widget may read only id, isOnline and lastSeenAt. Null when refused, and when the database is away.',
  })
  visitor?: Visitor | null;

  @Field(() => String, { nullable: true, description: 'Proof of being this visitor. Null when refused.' })
  visitorToken?: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the token ends. Null when refused.' })
  visitorTokenExpiresAt?: Date;

  @Field(() => Float, { nullable: true, description: NEXT_HEARTBEAT })
  nextHeartbeatSeconds?: number;
}

@ObjectType({ description: 'Answer to heartbeat.' })
export class HeartbeatPayload extends Payload {
  @Field(() => Float, { nullable: true, description: NEXT_HEARTBEAT })
  nextHeartbeatSeconds?: number;

  @Field(() => GraphQLDateTime, { description: 'Now, by the clock that decides.' })
  serverTime!: Date;
}

@ObjectType({ description: 'Answer to recordPageView.' })
export class RecordPageViewPayload extends Payload {
  @Field(() => PageType, { nullable: true, description: 'The page as it was kept. Null when refused.' })
  page?: PageType | null;

  @Field(() => Float, { nullable: true, description: NEXT_HEARTBEAT })
  nextHeartbeatSeconds?: number;
}

@ObjectType({ description: 'Answer to disconnect.' })
export class DisconnectPayload extends Payload {
  visitorRef?: VisitorRef;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Another tab keeps them online. Null when refused or not known.',
  })
  isStillOnline?: boolean | null;
}

@ObjectType({ description: 'Answer to login.' })
export class LoginPayload extends Payload {
  @Field(() => Agent, { nullable: true, description: 'Who is signed in now. Null when refused.' })
  agent?: Agent;
}

@ObjectType({ description: 'Answer to logout.' })
export class LogoutPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Who was signed in. Null when nobody was.' })
  agentId?: string | null;
}

@ObjectType({ description: 'Answer to createApiKey.' })
export class CreateApiKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'The new key. Null when refused.' })
  apiKey?: ApiKey;

  @Field(() => String, { nullable: true, description: 'The secret: shown once, here. Null when refused.' })
  secret?: string;
}

@ObjectType({ description: 'Answer to revokeApiKey.' })
export class RevokeApiKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'The key as it is now. Null when refused.' })
  apiKey?: ApiKey;
}
