import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Node } from '../node';
import { AgentRole } from './agent-role';

/** A person who signs in to the dashboard. */
@Entity('agents')
@ObjectType({ implements: Node, description: 'A person who signs in to the dashboard.' })
export class Agent implements Node {
  @PrimaryColumn({ type: 'text' })
  @Field(() => ID, { description: 'Typed and globally unique; treat it as opaque text.' })
  id!: string;

  @Column({ name: 'display_name', type: 'text' })
  @Field(() => String, { description: 'Name shown to other agents.' })
  displayName!: string;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Address the agent signs in with; letter case does not count.' })
  email!: string;

  @Column({ type: 'text' })
  @Field(() => AgentRole, { description: 'How much the agent may change.' })
  role!: AgentRole;

  // Left out of every query that does not name it, so that it cannot slip into a log or an answer.
  @Column({ name: 'password_hash', type: 'text', select: false })
  passwordHash!: string;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
