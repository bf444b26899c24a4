import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditAction } from './audit-action';

/** One act that somebody may have to answer for. Names visitors by their ids only, and never a secret. */
@Entity('audit_entries')
@ObjectType({ description: 'An administrative act, an export, an edit or an erasure, and who did it.' })
export class AuditEntry {
  @PrimaryColumn({ type: 'text' })
  @Field(() => ID, { description: 'Unique; pass it as after to read on.' })
  id!: string;

  @Column({ name: 'site_id', type: 'text' })
  siteId!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  @Field(() => Date, { description: 'When it was done.' })
  at!: Date;

  @Column({ name: 'actor_id', type: 'text' })
  actorId!: string;

  @Column({ name: 'actor_name', type: 'text' })
  actorName!: string;

  @Column({ type: 'text' })
  @Field(() => String, {
    description: 'The mutation, such as updateSite, or exportVisitor. New ones will be added.',
  })
  action!: AuditAction;

  @Column({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'What it was done to: a visitor by id, an agent or a key by name and id, settings by name. Null when the action says all.',
  })
  subject!: string | null;
}
