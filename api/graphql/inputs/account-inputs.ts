import { Field, ID, InputType } from 'type-graphql';
import { ApiScope } from '../../access';
import { GraphQLDateTime } from '../../scalars/date-time';

@InputType({ description: 'How an agent signs in.' })
export class LoginInput {
  @Field(() => String, { description: 'E-mail address of the agent.' })
  email!: string;

  @Field(() => String, { description: 'Password of the agent.' })
  password!: string;
}

@InputType({ description: 'An API key to make.' })
export class CreateApiKeyInput {
  @Field(() => ID, { nullable: true, description: 'May be left out by an agent of one site.' })
  siteId?: string | null;

  @Field(() => String, { description: 'What the key is for, at most 300 characters.' })
  name!: string;

  @Field(() => [ApiScope], { description: 'What the key may do; at least one.' })
  scopes!: ApiScope[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ends by itself. Left out: it does not.',
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'An API key to end.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'ApiKey.id.' })
  apiKeyId!: string;
}
