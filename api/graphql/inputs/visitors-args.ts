import { ArgsType, Field, ID, Int } from 'type-graphql';
import { VisitorSort } from '../../visitors/visitor-sort';
import { VisitorFilter } from './visitor-filter';

@ArgsType()
export class VisitorsArgs {
  @Field(() => ID, { nullable: true, description: 'May be left out by a credential of one site.' })
  siteId?: string | null;

  @Field(() => Int, { nullable: true, description: 'This many from the beginning, or after `after`.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last visitor already seen.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'This many from the end, or before `before`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the first visitor already seen.' })
  before?: string | null;

  @Field(() => VisitorFilter, { nullable: true, description: 'Which visitors.' })
  filter?: VisitorFilter | null;

  @Field(() => VisitorSort, {
    nullable: true,
    defaultValue: VisitorSort.ONLINE_FIRST,
    description: 'In which order.',
  })
  sort?: VisitorSort | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of a name, e-mail address, external id or id; at most 300 characters. Needs VISITORS_PII_READ.',
  })
  search?: string | null;
}
