import { Field, ObjectType } from 'type-graphql';
import { Visitor } from '../../visitors/visitor.entity';

@ObjectType({ description: 'Where a page of a list stands in it.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something comes before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge. Null when there is none.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge. Null when there is none.' })
  endCursor!: string | null;
}

@ObjectType({ description: 'A visitor and their place in a list.' })
export class VisitorEdge {
  @Field(() => String, { description: 'Pass it as after or before.' })
  cursor!: string;

  @Field(() => Visitor, { description: 'The visitor.' })
  node!: Visitor;
}

@ObjectType({ description: 'A page of a list of visitors.' })
export class VisitorConnection {
  @Field(() => [VisitorEdge], { description: 'Visitors with their cursors.' })
  edges!: VisitorEdge[];

  @Field(() => [Visitor], { description: 'The visitors alone.' })
  nodes!: Visitor[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  /** Counted only when asked for. */
  totalCount!: () => Promise<number | null>;

  /** Read before the page was; see VisitorResolver. */
  presenceCursor!: () => Promise<string | null>;
}
