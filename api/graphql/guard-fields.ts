import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { ApiScope } from '../access';
import type { AccessRule } from './access-rule';
import { apiError } from './api-error';
import { isAdmin, scopesOf, type Credential } from './credential';

type Rule = AccessRule | ApiScope;
type Guarded = GraphQLField<unknown, { readonly credential: Credential | null }>;

/**
 * Puts the rule of every field in front of its resolver, and of its subscription. Throws when a root field has none: what
 * nobody decided about stays closed.
 */
export function guardFields(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = roots.includes(type);
    for (const field of Object.values(type.getFields()) as Guarded[]) {
      const rule = field.extensions['requires'] as Rule | undefined;
      if (isRoot && !rule) throw new Error(`${type.name}.${field.name} says nothing about who may call it`);
      if (rule && rule !== 'ANYBODY') guardField(field, rule, isRoot);
    }
  }
}

function guardField(field: Guarded, rule: Rule, isRoot: boolean): void {
  const { name, subscribe, resolve = defaultFieldResolver } = field;
  field.resolve = (source, args, context, info) => {
    requireRule(rule, context.credential, { name, isRoot, source });
    return resolve(source, args, context, info);
  };
  if (!subscribe) return;
  field.subscribe = (source, args, context, info) => {
    requireRule(rule, context.credential, { name, isRoot, source });
    return subscribe(source, args, context, info);
  };
}

interface Asked {
  readonly name: string;
  readonly isRoot: boolean;
  /** The object whose field it is. */
  readonly source: unknown;
}

function requireRule(rule: Rule, credential: Credential | null, { name, isRoot, source }: Asked): void {
  if (!credential && isRoot) {
    throw apiError('UNAUTHENTICATED', `${name} needs an API key or a signed-in agent.`);
  }
  if (isGranted(rule, credential) && isOwn(source, credential)) return;
  throw apiError('FORBIDDEN', `${name} needs ${NEEDED[rule] ?? `the scope ${rule} on its site`}.`);
}

const NEEDED: Partial<Record<Rule, string>> = {
  AGENT: 'a signed-in agent',
  ADMIN: 'an agent with the role ADMIN',
  AGENT_OR_MANAGER: 'a signed-in agent, or the scope SITE_MANAGE',
};

function isGranted(rule: Rule, credential: Credential | null): boolean {
  if (rule === 'CREDENTIAL') return credential !== null;
  if (rule === 'AGENT') return credential?.kind === 'AGENT';
  if (rule === 'AGENT_OR_MANAGER') {
    return credential?.kind === 'AGENT' || scopesOf(credential).includes(ApiScope.SITE_MANAGE);
  }
  return rule === 'ADMIN' ? isAdmin(credential) : scopesOf(credential).includes(rule as ApiScope);
}

// Whoever knows a site's public key can identify there and is answered with a visitor of a site that is not theirs.
function isOwn(source: unknown, credential: Credential | null): boolean {
  const { siteId } = (source ?? {}) as { siteId?: unknown };
  return typeof siteId !== 'string' || (credential?.siteIds.includes(siteId) ?? false);
}
