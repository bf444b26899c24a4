import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from './connection';
import { PresenceChange } from './presence-update';

@ObjectType({ description: 'A change and its place among the changes of its site.' })
export class PresenceChangeEdge {
  @Field(() => String, { description: 'Pass it as after.' })
  cursor!: string;

  @Field(() => PresenceChange, { description: 'The change.' })
  node!: PresenceChange;
}

@ObjectType({ description: 'Some of the changes of a site, each as it was recorded.' })
export class PresenceChangeConnection {
  @Field(() => [PresenceChangeEdge], { description: 'Changes with their cursors.' })
  edges!: PresenceChangeEdge[];

  @Field(() => [PresenceChange], { description: 'The changes alone.' })
  nodes!: PresenceChange[];

  @Field(() => PageInfo, {
    description:
      'Where this page stands. endCursor is there without edges too: the next poll goes on from it.',
  })
  pageInfo!: PageInfo;

  @Field(() => Boolean, {
    description:
      'True when changes since after are no longer held, or a blackout is over: read the visitors again, then go on from endCursor.',
  })
  resyncRequired!: boolean;
}
