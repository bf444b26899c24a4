import { Field, Int, ObjectType } from 'type-graphql';
import type { Presence } from '../../realtime-session/presence';
import { GraphQLDateTime } from '../../scalars/date-time';
import { PresenceState } from './enums';

@ObjectType('Presence', { description: 'What is known about a visitor being there, and how fresh it is.' })
export class PresenceType {
  @Field(() => PresenceState, { description: 'Online, offline, or not known.' })
  state!: PresenceState;

  @Field(() => GraphQLDateTime, { description: 'Instant of the answer, by the clock that decides.' })
  asOf!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the visit began. Null when not online.',
  })
  since!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of live sessions now; no change tells of a tab that comes or goes behind another. Null when the state is UNKNOWN.',
  })
  sessionCount!: number | null;

  static of(presence: Presence): PresenceType {
    return {
      state: PresenceState[presence.state],
      asOf: new Date(presence.asOfMs),
      since: presence.sinceMs === null ? null : new Date(presence.sinceMs),
      sessionCount: presence.state === 'UNKNOWN' ? null : (presence.sessions?.length ?? null),
    };
  }
}
