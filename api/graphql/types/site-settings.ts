import { Field, Int, ObjectType } from 'type-graphql';
import { IdentityVerification } from '../../sites/identity-verification';

@ObjectType({ description: 'What a site decides about its visitors.' })
export class SiteSettings {
  @Field(() => [String], {
    description:
      'Exact origins, https://*.example.com, or the word null for opaque ones (refused otherwise); empty means any other origin.',
  })
  allowedOrigins!: string[];

  @Field(() => [String], {
    description: 'Query parameters that stored URLs keep, by name; every other one is dropped.',
  })
  keptUrlParameters!: string[];

  @Field(() => Boolean, { description: 'Keep what follows # (hash routers); false drops it.' })
  keepsUrlFragment!: boolean;

  @Field(() => IdentityVerification, { description: 'Whether pages have to prove who their visitor is.' })
  identityVerification!: IdentityVerification;

  @Field(() => Int, { description: 'How long a goodbye waits before it is announced, in seconds.' })
  goodbyeGraceSeconds!: number;

  @Field(() => Int, {
    description: 'Visitors who were not seen for so many days are erased, within a few hours.',
  })
  retentionDays!: number;
}
