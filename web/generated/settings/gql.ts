/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      agent {\n        id\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  mutation CreateSite($input: CreateSiteInput!) {\n    createSite(input: $input) {\n      site {\n        id\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.CreateSiteDocument,
    "\n  mutation DeleteSite($input: DeleteSiteInput!) {\n    deleteSite(input: $input) {\n      deletedSiteId\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.DeleteSiteDocument,
    "\n  mutation InviteAgent($input: InviteAgentInput!) {\n    inviteAgent(input: $input) {\n      agent {\n        id\n        displayName\n        email\n      }\n      oneTimePassword\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.InviteAgentDocument,
    "\n  query ReadAgents($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      agents {\n        id\n        displayName\n        email\n        role\n      }\n    }\n  }\n": typeof types.ReadAgentsDocument,
    "\n  query ReadApiKeys($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      apiKeys {\n        id\n        name\n        prefix\n        scopes\n        createdAt\n        lastUsedAt\n        expiresAt\n        revokedAt\n      }\n    }\n  }\n": typeof types.ReadApiKeysDocument,
    "\n  query ReadAuditLog($siteId: ID!, $first: Int!, $after: ID) {\n    site(id: $siteId) {\n      id\n      auditLog(first: $first, after: $after) {\n        id\n        at\n        actor\n        action\n        subject\n      }\n    }\n  }\n": typeof types.ReadAuditLogDocument,
    "\n  query ReadInstallation($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      installation {\n        lastIdentifyAt\n        lastIdentifyOrigin\n        lastRefusalAt\n        lastRefusalOrigin\n        lastRefusalReason\n      }\n    }\n  }\n": typeof types.ReadInstallationDocument,
    "\n  query ReadSiteSettings($siteId: ID!) {\n    site(id: $siteId) {\n      ...SiteSettings\n    }\n  }\n": typeof types.ReadSiteSettingsDocument,
    "\n  mutation RemoveAgent($input: RemoveAgentInput!) {\n    removeAgent(input: $input) {\n      removedAgentId\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.RemoveAgentDocument,
    "\n  mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.RevokeApiKeyDocument,
    "\n  mutation RotateIdentitySecret($input: RotateIdentitySecretInput!) {\n    rotateIdentitySecret(input: $input) {\n      secret\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.RotateIdentitySecretDocument,
    "\n  fragment SiteSettings on Site {\n    id\n    name\n    settings {\n      allowedOrigins\n      keptUrlParameters\n      keepsUrlFragment\n      identityVerification\n      goodbyeGraceSeconds\n      retentionDays\n    }\n  }\n": typeof types.SiteSettingsFragmentDoc,
    "\n  mutation UpdateSite($input: UpdateSiteInput!) {\n    updateSite(input: $input) {\n      site {\n        ...SiteSettings\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": typeof types.UpdateSiteDocument,
    "\n  fragment UserProblem on UserError {\n    code\n    field\n  }\n": typeof types.UserProblemFragmentDoc,
};
const documents: Documents = {
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      agent {\n        id\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.CreateApiKeyDocument,
    "\n  mutation CreateSite($input: CreateSiteInput!) {\n    createSite(input: $input) {\n      site {\n        id\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.CreateSiteDocument,
    "\n  mutation DeleteSite($input: DeleteSiteInput!) {\n    deleteSite(input: $input) {\n      deletedSiteId\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.DeleteSiteDocument,
    "\n  mutation InviteAgent($input: InviteAgentInput!) {\n    inviteAgent(input: $input) {\n      agent {\n        id\n        displayName\n        email\n      }\n      oneTimePassword\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.InviteAgentDocument,
    "\n  query ReadAgents($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      agents {\n        id\n        displayName\n        email\n        role\n      }\n    }\n  }\n": types.ReadAgentsDocument,
    "\n  query ReadApiKeys($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      apiKeys {\n        id\n        name\n        prefix\n        scopes\n        createdAt\n        lastUsedAt\n        expiresAt\n        revokedAt\n      }\n    }\n  }\n": types.ReadApiKeysDocument,
    "\n  query ReadAuditLog($siteId: ID!, $first: Int!, $after: ID) {\n    site(id: $siteId) {\n      id\n      auditLog(first: $first, after: $after) {\n        id\n        at\n        actor\n        action\n        subject\n      }\n    }\n  }\n": types.ReadAuditLogDocument,
    "\n  query ReadInstallation($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      installation {\n        lastIdentifyAt\n        lastIdentifyOrigin\n        lastRefusalAt\n        lastRefusalOrigin\n        lastRefusalReason\n      }\n    }\n  }\n": types.ReadInstallationDocument,
    "\n  query ReadSiteSettings($siteId: ID!) {\n    site(id: $siteId) {\n      ...SiteSettings\n    }\n  }\n": types.ReadSiteSettingsDocument,
    "\n  mutation RemoveAgent($input: RemoveAgentInput!) {\n    removeAgent(input: $input) {\n      removedAgentId\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.RemoveAgentDocument,
    "\n  mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.RevokeApiKeyDocument,
    "\n  mutation RotateIdentitySecret($input: RotateIdentitySecretInput!) {\n    rotateIdentitySecret(input: $input) {\n      secret\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.RotateIdentitySecretDocument,
    "\n  fragment SiteSettings on Site {\n    id\n    name\n    settings {\n      allowedOrigins\n      keptUrlParameters\n      keepsUrlFragment\n      identityVerification\n      goodbyeGraceSeconds\n      retentionDays\n    }\n  }\n": types.SiteSettingsFragmentDoc,
    "\n  mutation UpdateSite($input: UpdateSiteInput!) {\n    updateSite(input: $input) {\n      site {\n        ...SiteSettings\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n": types.UpdateSiteDocument,
    "\n  fragment UserProblem on UserError {\n    code\n    field\n  }\n": types.UserProblemFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      agent {\n        id\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      agent {\n        id\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSite($input: CreateSiteInput!) {\n    createSite(input: $input) {\n      site {\n        id\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateSite($input: CreateSiteInput!) {\n    createSite(input: $input) {\n      site {\n        id\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteSite($input: DeleteSiteInput!) {\n    deleteSite(input: $input) {\n      deletedSiteId\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteSite($input: DeleteSiteInput!) {\n    deleteSite(input: $input) {\n      deletedSiteId\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteAgent($input: InviteAgentInput!) {\n    inviteAgent(input: $input) {\n      agent {\n        id\n        displayName\n        email\n      }\n      oneTimePassword\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InviteAgent($input: InviteAgentInput!) {\n    inviteAgent(input: $input) {\n      agent {\n        id\n        displayName\n        email\n      }\n      oneTimePassword\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadAgents($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      agents {\n        id\n        displayName\n        email\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadAgents($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      agents {\n        id\n        displayName\n        email\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadApiKeys($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      apiKeys {\n        id\n        name\n        prefix\n        scopes\n        createdAt\n        lastUsedAt\n        expiresAt\n        revokedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadApiKeys($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      apiKeys {\n        id\n        name\n        prefix\n        scopes\n        createdAt\n        lastUsedAt\n        expiresAt\n        revokedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadAuditLog($siteId: ID!, $first: Int!, $after: ID) {\n    site(id: $siteId) {\n      id\n      auditLog(first: $first, after: $after) {\n        id\n        at\n        actor\n        action\n        subject\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadAuditLog($siteId: ID!, $first: Int!, $after: ID) {\n    site(id: $siteId) {\n      id\n      auditLog(first: $first, after: $after) {\n        id\n        at\n        actor\n        action\n        subject\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadInstallation($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      installation {\n        lastIdentifyAt\n        lastIdentifyOrigin\n        lastRefusalAt\n        lastRefusalOrigin\n        lastRefusalReason\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadInstallation($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      installation {\n        lastIdentifyAt\n        lastIdentifyOrigin\n        lastRefusalAt\n        lastRefusalOrigin\n        lastRefusalReason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadSiteSettings($siteId: ID!) {\n    site(id: $siteId) {\n      ...SiteSettings\n    }\n  }\n"): (typeof documents)["\n  query ReadSiteSettings($siteId: ID!) {\n    site(id: $siteId) {\n      ...SiteSettings\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAgent($input: RemoveAgentInput!) {\n    removeAgent(input: $input) {\n      removedAgentId\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveAgent($input: RemoveAgentInput!) {\n    removeAgent(input: $input) {\n      removedAgentId\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeApiKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        revokedAt\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateIdentitySecret($input: RotateIdentitySecretInput!) {\n    rotateIdentitySecret(input: $input) {\n      secret\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateIdentitySecret($input: RotateIdentitySecretInput!) {\n    rotateIdentitySecret(input: $input) {\n      secret\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SiteSettings on Site {\n    id\n    name\n    settings {\n      allowedOrigins\n      keptUrlParameters\n      keepsUrlFragment\n      identityVerification\n      goodbyeGraceSeconds\n      retentionDays\n    }\n  }\n"): (typeof documents)["\n  fragment SiteSettings on Site {\n    id\n    name\n    settings {\n      allowedOrigins\n      keptUrlParameters\n      keepsUrlFragment\n      identityVerification\n      goodbyeGraceSeconds\n      retentionDays\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSite($input: UpdateSiteInput!) {\n    updateSite(input: $input) {\n      site {\n        ...SiteSettings\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSite($input: UpdateSiteInput!) {\n    updateSite(input: $input) {\n      site {\n        ...SiteSettings\n      }\n      userErrors {\n        ...UserProblem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserProblem on UserError {\n    code\n    field\n  }\n"): (typeof documents)["\n  fragment UserProblem on UserError {\n    code\n    field\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;