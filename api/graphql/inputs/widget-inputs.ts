import { Field, InputType, Int } from 'type-graphql';
import { GraphQLHttpUrl } from '../../scalars/http-url';
import type { TraitValues } from '../../scalars/trait-values';
import { GraphQLTraits } from '../../scalars/traits';

const SEQ = 'Grows with each call of the tab; left out by callers that cannot reorder.';
const TAB_ID = 'One random value per page load and tab, 8 to 64 characters of A-Z, a-z, 0-9, _ and -.';
const TOKEN = 'From the answer to identify.';

@InputType({ description: 'The page in a tab.' })
export class PageInput {
  @Field(() => GraphQLHttpUrl, {
    description:
      'Its address. Credentials are not kept; query and fragment as far as the settings of the site say.',
  })
  url!: string;

  @Field(() => String, { nullable: true, description: 'Its title; cut to 300 characters.' })
  title?: string | null;

  @Field(() => GraphQLHttpUrl, { nullable: true, description: 'Where the visitor came from.' })
  referrer?: string | null;
}

@InputType({
  description:
    'A page was opened, perhaps by somebody known. Name, e-mail, picture and traits of a verified visitor change only with a signature.',
})
export class IdentifyInput {
  @Field(() => String, { description: 'Site.key.' })
  siteKey!: string;

  @Field(() => String, { description: TAB_ID })
  tabId!: string;

  @Field(() => Int, { nullable: true, description: SEQ })
  seq?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of an earlier identify: the same visitor is here again.',
  })
  visitorToken?: string | null;

  @Field(() => String, { nullable: true, description: "The site's own id for the person." })
  externalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Hex HMAC-SHA256 of externalId under the site's identity secret.",
  })
  identitySignature?: string | null;

  @Field(() => String, { nullable: true, description: 'Name to show, at most 300 characters.' })
  displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address, at most 254 characters; never used to match.',
  })
  email?: string | null;

  @Field(() => GraphQLHttpUrl, { nullable: true, description: 'Address of a picture.' })
  avatarUrl?: string | null;

  @Field(() => GraphQLTraits, { nullable: true, description: 'What else the site knows about the person.' })
  traits?: TraitValues | null;

  @Field(() => PageInput, { nullable: true, description: 'The page that was opened.' })
  page?: PageInput | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether the tab is visible.' })
  isVisible?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Language of the browser, such as pt-PT.' })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone, such as Europe/Lisbon.' })
  timeZone?: string | null;
}

@InputType({ description: 'The tab is still there.' })
export class HeartbeatInput {
  @Field(() => String, { description: TOKEN })
  visitorToken!: string;

  @Field(() => String, { description: TAB_ID })
  tabId!: string;

  @Field(() => Int, { nullable: true, description: SEQ })
  seq?: number | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether the tab is visible.' })
  isVisible?: boolean | null;

  @Field(() => PageInput, { nullable: true, description: 'The page, so that a lost store is filled again.' })
  page?: PageInput | null;
}

@InputType({ description: 'The tab shows another page now.' })
export class RecordPageViewInput {
  @Field(() => String, { description: TOKEN })
  visitorToken!: string;

  @Field(() => String, { description: TAB_ID })
  tabId!: string;

  @Field(() => Int, { nullable: true, description: SEQ })
  seq?: number | null;

  @Field(() => PageInput, { description: 'The page it shows.' })
  page!: PageInput;
}

@InputType({ description: 'The tab is closing.' })
export class DisconnectInput {
  @Field(() => String, { description: TOKEN })
  visitorToken!: string;

  @Field(() => String, { description: TAB_ID })
  tabId!: string;

  @Field(() => Int, { nullable: true, description: SEQ })
  seq?: number | null;
}
