import { Field, ObjectType } from 'type-graphql';
import { UserErrorCode } from './enums';

@ObjectType({ description: 'Something the caller can mend. Anything else is a top-level error.' })
export class UserError {
  @Field(() => UserErrorCode, { description: 'What kind of mistake it is.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'A sentence for whoever reads the answer.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Path of the input field at fault. Null when no single one is.',
  })
  field!: readonly string[] | null;
}
