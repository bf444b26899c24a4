import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ApiScope, Requires } from '../access';
import { Node } from '../node';
import { GraphQLDateTime } from '../scalars/date-time';
import { GraphQLHttpUrl } from '../scalars/http-url';
import type { TraitValues } from '../scalars/trait-values';
import { GraphQLTraits } from '../scalars/traits';
import { Device } from './device';
import { DeviceKind } from './device-kind';

/** Each page as [url, title, referrer, since in Unix ms]; '' for what was not told. */
export type PackedPages = readonly (readonly [string, string, string, number])[];

/** A person, or a browser, seen on one site. */
@Entity('visitors')
@ObjectType({ implements: Node, description: 'A person, or a browser, seen on a site.' })
export class Visitor implements Node {
  @PrimaryColumn({ type: 'text' })
  @Field(() => ID, { description: 'Stable across tabs, visits and devices that share an external id.' })
  id!: string;

  @Column({ name: 'site_id', type: 'text' })
  siteId!: string;

  @Column({ name: 'external_id', type: 'text', nullable: true })
  @Requires(ApiScope.VISITORS_READ)
  @Field(() => String, {
    nullable: true,
    description: "The site's own id for this person. Null when anonymous.",
  })
  externalId!: string | null;

  @Column({ name: 'is_verified', type: 'boolean', default: false })
  @Requires(ApiScope.VISITORS_READ)
  @Field(() => Boolean, {
    description: 'True only when identify carried a right identity signature for the external id.',
  })
  isVerified!: boolean;

  @Column({ name: 'display_name', type: 'text', nullable: true })
  @Requires(ApiScope.VISITORS_PII_READ)
  @Field(() => String, { nullable: true, description: 'Name the site gave. Null when it gave none.' })
  displayName!: string | null;

  @Column({ type: 'text', nullable: true })
  @Requires(ApiScope.VISITORS_PII_READ)
  @Field(() => String, {
    nullable: true,
    description: 'E-mail address the site gave. Null when it gave none.',
  })
  email!: string | null;

  @Column({ name: 'avatar_url', type: 'text', nullable: true })
  @Requires(ApiScope.VISITORS_PII_READ)
  @Field(() => GraphQLHttpUrl, {
    nullable: true,
    description: 'Picture the site gave. Null when it gave none.',
  })
  avatarUrl!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  @Requires(ApiScope.VISITORS_PII_READ)
  @Field(() => GraphQLTraits, {
    nullable: true,
    description: 'What else the site says about the person. Null when it said nothing.',
  })
  traits!: TraitValues | null;

  @Column({ name: 'first_seen_at', type: 'timestamptz', precision: 3 })
  @Requires(ApiScope.VISITORS_READ)
  @Field(() => GraphQLDateTime, { description: 'When the visitor was first seen on the site.' })
  firstSeenAt!: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the visitor was last known to be there; never moves back. Null when never seen.',
  })
  lastSeenAt!: Date | null;

  @Column({ name: 'visit_count', type: 'integer' })
  @Requires(ApiScope.VISITORS_READ)
  @Field(() => Int, { description: 'Number of visits, the present one included.' })
  visitCount!: number;

  @Column({ type: 'text', nullable: true })
  browser!: string | null;

  @Column({ type: 'text', nullable: true })
  os!: string | null;

  @Column({ name: 'device_kind', type: 'text', nullable: true })
  deviceKind!: DeviceKind | null;

  @Column({ name: 'is_bot', type: 'boolean' })
  isBot!: boolean;

  /** When an identify last told something new about who it is. */
  @Column({ name: 'profile_changed_at', type: 'timestamptz', precision: 3, nullable: true })
  profileChangedAt!: Date | null;

  /** Pages of the last visit as presence packed them, newest first; null when it told none. */
  @Column({ name: 'recent_pages', type: 'jsonb', nullable: true })
  recentPages!: PackedPages | null;

  @Column({ type: 'text', nullable: true })
  @Requires(ApiScope.VISITORS_READ)
  @Field(() => String, {
    nullable: true,
    description: 'Language of the browser, like en-GB. Null when unknown.',
  })
  locale!: string | null;

  @Column({ name: 'time_zone', type: 'text', nullable: true })
  @Requires(ApiScope.VISITORS_READ)
  @Field(() => String, {
    nullable: true,
    description: 'IANA time zone of the browser, like Europe/Vienna. Null when unknown.',
  })
  timeZone!: string | null;

  @Requires(ApiScope.VISITORS_READ)
  @Field(() => Device, {
    nullable: true,
    description: 'The device of the latest visit. Null when no browser was ever seen.',
  })
  get device(): Device | null {
    if (this.deviceKind === null) return null;
    return { browser: this.browser, os: this.os, kind: this.deviceKind, isBot: this.isBot };
  }
}
