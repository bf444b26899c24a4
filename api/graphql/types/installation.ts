import { Field, ObjectType } from 'type-graphql';
import type { InstallationNotes } from '../../realtime-session/installations';

@ObjectType({
  description:
    'Whether the pages of a site are heard: the last accepted and the last refused call, five seconds old at most while calls come; kept for 90 days.',
})
export class Installation {
  @Field(() => Date, { nullable: true, description: 'When a visitor was last identified. Null when never.' })
  lastIdentifyAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The page it came from. Null when a program called, or when never.',
  })
  lastIdentifyOrigin!: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When a call was last refused for what the owner of the site can mend. Null when never. Calls with an unknown key belong to no site.',
  })
  lastRefusalAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The page that was refused, as it said itself. Null when it was no page, or when never.',
  })
  lastRefusalOrigin!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'UserErrorCode of the refusal, such as ORIGIN_NOT_ALLOWED. Null when never.',
  })
  lastRefusalReason!: string | null;

  static of({ lastIdentify, lastRefusal }: InstallationNotes): Installation {
    return Object.assign(new Installation(), {
      lastIdentifyAt: lastIdentify && new Date(lastIdentify.atMs),
      lastIdentifyOrigin: lastIdentify?.origin ?? null,
      lastRefusalAt: lastRefusal && new Date(lastRefusal.atMs),
      lastRefusalOrigin: lastRefusal?.origin ?? null,
      lastRefusalReason: lastRefusal?.reason ?? null,
    });
  }
}
