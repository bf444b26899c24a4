import { Field, ObjectType } from 'type-graphql';
import { DeviceKind } from './device-kind';

/** What the visitor browses with, as far as the browser tells. */
@ObjectType({ description: 'What a visitor browses with, as far as the browser tells.' })
export class Device {
  @Field(() => String, { nullable: true, description: 'Name of the browser. Null when unknown.' })
  browser!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the operating system. Null when unknown.' })
  os!: string | null;

  @Field(() => DeviceKind, { description: 'Its size class.' })
  kind!: DeviceKind;

  @Field({ description: 'True when it names itself as a program that visits pages by itself.' })
  isBot!: boolean;
}
