import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from '../node';
import { IdentityVerification } from './identity-verification';

/** One tenant: whatever else is stored belongs to exactly one site. */
@Entity('sites')
@ObjectType({
  implements: Node,
  description: 'A web site whose visitors are watched; the tenant of everything else.',
})
export class Site implements Node {
  @PrimaryColumn({ type: 'text' })
  @Field(() => ID, { description: 'Typed and globally unique; treat it as opaque text.' })
  id!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What agents call the site.' })
  name!: string;

  @Column({ type: 'text', unique: true })
  @Field(() => String, { description: 'Public; the widget on the site carries it.' })
  key!: string;

  /** Exact origins the widget may call from; empty means any. */
  @Column({ name: 'allowed_origins', type: 'text', array: true })
  allowedOrigins!: string[];

  /** How long a goodbye waits before it is announced, in seconds. */
  @Column({ name: 'goodbye_grace_seconds', type: 'integer', default: 5 })
  goodbyeGraceSeconds!: number;

  /** After how many days without being seen a visitor is erased. */
  @Column({ name: 'retention_days', type: 'integer', default: 365 })
  retentionDays!: number;

  /** Query parameters that stored URLs keep, by name. */
  @Column({ name: 'kept_url_parameters', type: 'text', array: true, default: () => `'{}'` })
  keptUrlParameters!: string[];

  /** Whether stored URLs keep what follows #. */
  @Column({ name: 'keeps_url_fragment', type: 'boolean', default: false })
  keepsUrlFragment!: boolean;

  @Column({ name: 'identity_verification', type: 'text', default: IdentityVerification.OFF })
  identityVerification!: IdentityVerification;

  // Kept as it is, because it has to sign; left out of every query that does not name it.
  @Column({ name: 'identity_secret', type: 'text', select: false })
  identitySecret!: string;

  /** The secret before the last rotation; signs as well until {@link previousIdentitySecretUntil}. */
  @Column({ name: 'previous_identity_secret', type: 'text', nullable: true, select: false })
  previousIdentitySecret!: string | null;

  @Column({
    name: 'previous_identity_secret_until',
    type: 'timestamptz',
    precision: 3,
    nullable: true,
    select: false,
  })
  previousIdentitySecretUntil!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
