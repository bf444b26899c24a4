import { Field, ID, ObjectType } from 'type-graphql';
import { Visitor } from '../../visitors/visitor.entity';
import { Payload } from './payload';

@ObjectType({ description: 'Answer to a change of a visitor.' })
export class VisitorPayload extends Payload {
  @Field(() => Visitor, { nullable: true, description: 'The visitor as they are now. Null when refused.' })
  visitor?: Visitor;
}

@ObjectType({ description: 'Answer to forgetVisitor.' })
export class ForgetVisitorPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Who was erased. Null when refused.' })
  forgottenVisitorId?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False while the presence store is away: what it holds of them goes when it is back. Call again to ask. Null when refused.',
  })
  isComplete?: boolean;
}
