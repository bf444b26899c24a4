import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ApiScope } from '../access';
import { Node } from '../node';
import { GraphQLDateTime } from '../scalars/date-time';

/** A program's credential on one site. Its secret is shown once and stored only as a hash. */
@Entity('api_keys')
@ObjectType({ implements: Node, description: "A program's credential on one site." })
export class ApiKey implements Node {
  @PrimaryColumn({ type: 'text' })
  @Field(() => ID, { description: 'Typed and globally unique; treat it as opaque text.' })
  id!: string;

  @Column({ name: 'site_id', type: 'text' })
  siteId!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What the key is for.' })
  name!: string;

  @Column({ type: 'text', unique: true })
  @Field(() => String, { description: 'Beginning of the secret, to tell keys apart; not secret itself.' })
  prefix!: string;

  /** SHA-256 of the whole secret, in hex. */
  @Column({ name: 'secret_hash', type: 'text', select: false })
  secretHash!: string;

  @Column({ type: 'text', array: true })
  @Field(() => [ApiScope], { description: 'What the key may do.' })
  scopes!: ApiScope[];

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  @Field(() => GraphQLDateTime, { description: 'When the key was made.' })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the key was last used, to about a minute. Null when never.',
  })
  lastUsedAt!: Date | null;

  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the key stops working by itself. Null when it does not.',
  })
  expiresAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the key was revoked. Null while it was not.',
  })
  revokedAt!: Date | null;
}
