import { Field, ID, InterfaceType } from 'type-graphql';

/** Whatever has an id of its own and can be fetched by it. */
@InterfaceType({ description: 'Anything that can be fetched again by its id.' })
export abstract class Node {
  @Field(() => ID, { description: 'Typed and globally unique; treat it as opaque text.' })
  id!: string;
}
