import { ArgsType, Field, Int } from 'type-graphql';
import { SortDirection } from '../types/enums';
import { PresenceArgs } from './presence-args';

@ArgsType()
export class PresenceChangesArgs extends PresenceArgs {
  @Field(() => Int, { description: 'At most this many, 1 to 100.' })
  first!: number;

  @Field(() => SortDirection, {
    nullable: true,
    defaultValue: SortDirection.ASC,
    description: 'ASC goes on to newer changes, DESC back to older ones.',
  })
  direction?: SortDirection | null;
}
