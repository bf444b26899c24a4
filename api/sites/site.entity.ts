import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from '../node';

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

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
