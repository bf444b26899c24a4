import 'reflect-metadata';
import { isInterfaceType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { kindOf } from '../typed-id';
import { GraphQLDateTime } from '../scalars/date-time';
import { describeSchema } from './describe-schema';
import { guardFields } from './guard-fields';
import { requireAudits } from './require-audits';
import { AccountResolver } from './resolvers/account.resolver';
import { AgentResolver } from './resolvers/agent.resolver';
import { ApiKeyResolver } from './resolvers/api-key.resolver';
import { AuditEntryResolver } from './resolvers/audit-entry.resolver';
import { AuditLogResolver } from './resolvers/audit-log.resolver';
import { InstallationResolver } from './resolvers/installation.resolver';
import { NodeResolver } from './resolvers/node.resolver';
import { PresenceResolver } from './resolvers/presence.resolver';
import { RateLimitResolver } from './resolvers/rate-limit.resolver';
import { SiteSettingsResolver } from './resolvers/site-settings.resolver';
import { SiteResolver } from './resolvers/site.resolver';
import { VisitorActionsResolver } from './resolvers/visitor-actions.resolver';
import { VisitorFieldsResolver } from './resolvers/visitor-fields.resolver';
import { VisitorResolver } from './resolvers/visitor.resolver';
import { WidgetResolver } from './resolvers/widget.resolver';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
const RESOLVERS: NonEmptyArray<Function> = [
  AccountResolver,
  AgentResolver,
  ApiKeyResolver,
  AuditEntryResolver,
  AuditLogResolver,
  InstallationResolver,
  NodeResolver,
  PresenceResolver,
  RateLimitResolver,
  SiteResolver,
  SiteSettingsResolver,
  VisitorActionsResolver,
  VisitorFieldsResolver,
  VisitorResolver,
  WidgetResolver,
];

const TYPE_NAMES = {
  visitor: 'Visitor',
  site: 'Site',
  agent: 'Agent',
  key: 'ApiKey',
  change: 'PresenceChange',
};

/** The schema, every root field guarded. Without instances it can be printed, not executed. */
export function buildApiSchema(instances: readonly object[] = []): GraphQLSchema {
  const byClass = new Map(instances.map((instance) => [instance.constructor, instance]));
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    container: { get: (resolver: { name: string }) => byClass.get(resolver as never) ?? fail(resolver.name) },
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    // Inputs are checked where their meaning is known: by the scalars and by the gateway.
    validate: false,
    pubSub: { publish: () => undefined, subscribe: () => fail('pubSub') },
  });
  guardFields(schema);
  requireAudits(schema);
  nameTypesById(schema);
  describeSchema(schema);
  return schema;
}

// The id of a node names its type; the generated way is asynchronous and looks at classes.
function nameTypesById(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    type.resolveType = ({ id }: { id: string }) => {
      const kind = kindOf(id) ?? (id.startsWith('change_') ? 'change' : null);
      return kind ? TYPE_NAMES[kind] : undefined;
    };
  }
}

function fail(name: string): never {
  throw new Error(`${name} was not given to the schema`);
}
