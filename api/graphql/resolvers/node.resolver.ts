import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Node } from '../../node';
import { OpenTo } from '../access-rule';
import type { ApiContext } from '../context';
import type { NodeFinder } from '../node-finder';

/** Anything by its id. */
@Resolver()
export class NodeResolver {
  constructor(private readonly nodeFinder: NodeFinder) {}

  @OpenTo('CREDENTIAL')
  @Query(() => Node, {
    nullable: true,
    description: 'Null when absent, foreign or malformed: the three cannot be told apart.',
  })
  node(
    @Arg('id', () => ID, { description: 'Any id of this API.' }) id: string,
    @Ctx() context: ApiContext,
  ): Promise<Node | null> {
    return this.nodeFinder.find(id, context.credential);
  }

  @OpenTo('CREDENTIAL')
  @Query(() => [Node], {
    nullable: 'items',
    description: 'At most 100 at once; in the order of the ids, null where node is null.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Any ids of this API.' }) ids: string[],
    @Ctx() context: ApiContext,
  ): Promise<(Node | Error | null)[]> {
    return this.nodeFinder.findMany(ids, context.credential);
  }
}
