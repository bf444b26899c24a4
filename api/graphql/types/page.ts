import { Field, ObjectType } from 'type-graphql';
import type { ViewedPage } from '../../realtime-session/presence';
import { GraphQLDateTime } from '../../scalars/date-time';
import { GraphQLHttpUrl } from '../../scalars/http-url';

@ObjectType('Page', {
  description: 'A page somebody looks at. All of it is told by the browser: treat it as untrusted text.',
})
export class PageType {
  @Field(() => GraphQLHttpUrl, { description: 'Address without query, fragment and credentials.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Title, at most 300 characters. Null when there is none.',
  })
  title!: string | null;

  @Field(() => GraphQLHttpUrl, {
    nullable: true,
    description: 'Where the visitor came from. Null when not told.',
  })
  referrer!: string | null;

  @Field(() => GraphQLDateTime, { description: 'Since when the page is open.' })
  since!: Date;

  static of(page: ViewedPage | null): PageType | null {
    return (
      page && { url: page.url, title: page.title, referrer: page.referrer, since: new Date(page.sinceMs) }
    );
  }
}
