import { Field, ID, ObjectType } from 'type-graphql';
import { Site } from '../../sites/site.entity';
import { Payload } from './payload';

@ObjectType({ description: 'Answer to createSite and updateSite.' })
export class SitePayload extends Payload {
  @Field(() => Site, { nullable: true, description: 'The site as it is now. Null when refused.' })
  site?: Site;
}

@ObjectType({ description: 'Answer to deleteSite.' })
export class DeleteSitePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'What was erased. Null when refused.' })
  deletedSiteId?: string;
}

@ObjectType({ description: 'Answer to rotateIdentitySecret.' })
export class RotateIdentitySecretPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The secret: shown once, here. Null when refused.' })
  secret?: string;
}
