import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Node } from '../../node';
import { Visitor } from '../../visitors/visitor.entity';
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
  async node(
    @Arg('id', () => ID, { description: 'Any id of this API.' }) id: string,
    @Ctx() context: ApiContext,
  ): Promise<Node | null> {
    const node = await this.nodeFinder.find(id, context.credential);
    if (node instanceof Visitor) context.reads.noteLook(node);
    return node;
  }

  @OpenTo('CREDENTIAL')
  @Query(() => [Node], {
    nullable: 'items',
    description: 'At most 100 at once; in the order of the ids, null where node is null.',
  })
  async nodes(
    @Arg('ids', () => [ID], { description: 'Any ids of this API.' }) ids: string[],
    @Ctx() context: ApiContext,
  ): Promise<(Node | Error | null)[]> {
    const nodes = await this.nodeFinder.findMany(ids, context.credential);
    for (const node of nodes) if (node instanceof Visitor) context.reads.noteLook(node);
    return nodes;
  }
}
