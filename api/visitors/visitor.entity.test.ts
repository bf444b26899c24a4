import { type GraphQLObjectType } from 'graphql';
import { buildSchemaSync, Query, Resolver } from 'type-graphql';
import { ApiScope } from '../access';
import { Visitor } from './visitor.entity';

@Resolver()
class VisitorResolver {
  @Query(() => Visitor, { nullable: true, description: 'Nobody.' })
  visitor(): Visitor | null {
    return null;
  }
}

const schema = buildSchemaSync({ resolvers: [VisitorResolver], validate: false });
const fields = Object.values((schema.getType('Visitor') as GraphQLObjectType).getFields());

function namesThatRequire(scope: ApiScope | undefined): string[] {
  return fields.filter(({ extensions }) => extensions.requires === scope).map(({ name }) => name);
}

it('[X-15] what may identify a person needs its own scope', () => {
  expect(namesThatRequire(ApiScope.VISITORS_PII_READ)).toEqual([
    'displayName',
    'email',
    'avatarUrl',
    'traits',
  ]);
});

it('only what a widget may read needs no scope', () => {
  expect(namesThatRequire(undefined)).toEqual(['id', 'lastSeenAt']);
});

it('every field is described', () => {
  expect(fields.filter(({ description }) => !description)).toEqual([]);
});

it('what is stored besides is not in the schema', () => {
  const names = fields.map(({ name }) => name);

  expect(names).not.toContain('siteId');
  expect(names).not.toContain('isBot');
});
