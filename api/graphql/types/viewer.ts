import { Field, ObjectType } from 'type-graphql';
import { ApiScope } from '../../access';
import { Agent } from '../../agents/agent.entity';
import { ApiKey } from '../../api-keys/api-key.entity';
import { Site } from '../../sites/site.entity';
import { ViewerKind } from './enums';

@ObjectType({ description: 'Who the credential belongs to, and what it may do.' })
export class Viewer {
  @Field(() => ViewerKind, { description: 'Agent or API key.' })
  kind!: ViewerKind;

  @Field(() => Agent, { nullable: true, description: 'The agent. Null for an API key.' })
  agent!: Agent | null;

  @Field(() => ApiKey, { nullable: true, description: 'The API key. Null for an agent.' })
  apiKey!: ApiKey | null;

  @Field(() => [ApiScope], { description: 'What the credential may do on its sites.' })
  scopes!: readonly ApiScope[];

  @Field(() => [Site], { description: 'The sites it may see.' })
  sites!: Site[];
}
