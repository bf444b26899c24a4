import { Field, ObjectType } from 'type-graphql';
import type { Session } from '../../realtime-session/presence';
import { GraphQLDateTime } from '../../scalars/date-time';
import { PageType } from './page';

@ObjectType('Session', { description: 'One page load in one tab.' })
export class SessionType {
  @Field(() => String, { description: 'Named by the widget; new with every page load.' })
  tabId!: string;

  @Field(() => Boolean, { description: 'Whether the tab was visible at the last heartbeat.' })
  isVisible!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When the tab was first heard.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When the tab was last heard.' })
  lastHeartbeatAt!: Date;

  @Field(() => PageType, { nullable: true, description: 'The page in the tab. Null when it is not shared.' })
  page!: PageType | null;

  static of(session: Session): SessionType {
    return {
      tabId: session.tabId,
      isVisible: session.isVisible,
      startedAt: new Date(session.startedAtMs),
      lastHeartbeatAt: new Date(session.lastHeartbeatAtMs),
      page: PageType.of(session.page),
    };
  }
}
