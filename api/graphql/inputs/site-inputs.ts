import { Field, ID, InputType, Int } from 'type-graphql';
import { IdentityVerification } from '../../sites/identity-verification';

const NAME = 'What agents call the site, at most 300 characters.';
const ORIGINS =
  'At most 100: exact origins, https://*.example.com, or the word null for opaque ones (refused otherwise). Empty means any other origin.';
const SITE_ID = 'May be left out by a credential of one site.';

@InputType({ description: 'A site to make.' })
export class CreateSiteInput {
  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => [String], { nullable: true, description: ORIGINS })
  allowedOrigins?: string[] | null;
}

@InputType({ description: 'What to change of a site; whatever is left out stays.' })
export class UpdateSiteInput {
  @Field(() => ID, { nullable: true, description: SITE_ID })
  siteId?: string | null;

  @Field(() => String, { nullable: true, description: NAME })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: ORIGINS })
  allowedOrigins?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Query parameters that stored URLs keep, by name, at most 20. In force for each tab from its next identify.',
  })
  keptUrlParameters?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether stored URLs keep what follows #. In force for each tab from its next identify.',
  })
  keepsUrlFragment?: boolean | null;

  @Field(() => IdentityVerification, {
    nullable: true,
    description: 'Whether pages have to prove who their visitor is.',
  })
  identityVerification?: IdentityVerification | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long a goodbye waits before it is announced, 0 to 30 seconds.',
  })
  goodbyeGraceSeconds?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'After how many days without being seen a visitor is erased, 1 to 3650.',
  })
  retentionDays?: number | null;
}

@InputType({ description: 'A site to erase.' })
export class DeleteSiteInput {
  @Field(() => ID, { description: 'Site.id.' })
  siteId!: string;

  @Field(() => String, { description: 'Its name, letter by letter, so that no other one is meant.' })
  confirmName!: string;
}

@InputType({ description: 'Whose identity secret to replace.' })
export class RotateIdentitySecretInput {
  @Field(() => ID, { nullable: true, description: SITE_ID })
  siteId?: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 24,
    description: 'For how many hours the secret before it signs as well, 0 to 720.',
  })
  graceHours?: number | null;
}
