/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How much an agent may change. */
export type AgentRole =
  /** May also change settings, keys, agents and webhooks, and erase. */
  | 'ADMIN'
  /** May see and edit visitors. */
  | 'MEMBER';

/** One thing an API key is allowed to do on its site. */
export type ApiScope =
  /** Subscribe to presence changes. */
  | 'PRESENCE_SUBSCRIBE'
  /** See page previews and ask for new ones. */
  | 'PREVIEWS_READ'
  /** Read and change the site's settings, secrets and webhooks. */
  | 'SITE_MANAGE'
  /** Read, search, filter and sort by what may identify a person: name, e-mail, traits, pages. */
  | 'VISITORS_PII_READ'
  /** List and look up visitors, and poll their presence changes. */
  | 'VISITORS_READ'
  /** Edit and forget visitors. */
  | 'VISITORS_WRITE';

/** How an agent chooses another password. */
export type ChangePasswordInput = {
  /** The one in use. */
  currentPassword: string;
  /** At least 12 characters, and not the e-mail address. */
  newPassword: string;
};

/** An API key to make. */
export type CreateApiKeyInput = {
  /** When it ends by itself. Left out: it does not. */
  expiresAt?: string | null | undefined;
  /** What the key is for, at most 300 characters. */
  name: string;
  /** What the key may do; at least one. */
  scopes: Array<ApiScope>;
  /** May be left out by an agent of one site. */
  siteId?: string | number | null | undefined;
};

/** A site to make. */
export type CreateSiteInput = {
  /** At most 100: exact origins, https://*.example.com, or the word null for opaque ones (refused otherwise). Empty means any other origin. */
  allowedOrigins?: Array<string> | null | undefined;
  /** What agents call the site, at most 300 characters. */
  name: string;
};

/** A site to erase. */
export type DeleteSiteInput = {
  /** Its name, letter by letter, so that no other one is meant. */
  confirmName: string;
  /** Site.id. */
  siteId: string | number;
};

/** Whether pages have to prove who their visitor is. */
export type IdentityVerification =
  /** Signatures are ignored and nobody is verified. */
  | 'OFF'
  /** With a right signature the visitor is verified; without one a visitor of its own. */
  | 'OPTIONAL'
  /** Without a right signature nothing that names or describes a person is accepted. */
  | 'REQUIRED';

/** Who shall work on a site. */
export type InviteAgentInput = {
  /** Name shown to other agents, at most 300 characters. */
  displayName: string;
  /** Address they will sign in with, at most 254 characters. */
  email: string;
  /** How much they may change, on every site of theirs. */
  role: AgentRole;
  /** May be left out by an agent of one site. */
  siteId?: string | number | null | undefined;
};

/** Who shall not work on a site any more. */
export type RemoveAgentInput = {
  /** Agent.id. */
  agentId: string | number;
  /** May be left out by an agent of one site. */
  siteId?: string | number | null | undefined;
};

/** An API key to end. */
export type RevokeApiKeyInput = {
  /** ApiKey.id. */
  apiKeyId: string | number;
};

/** Whose identity secret to replace. */
export type RotateIdentitySecretInput = {
  /** For how many hours the secret before it signs as well, 0 to 720. */
  graceHours?: number | null | undefined;
  /** May be left out by a credential of one site. */
  siteId?: string | number | null | undefined;
};

/** What to change of a site; whatever is left out stays. */
export type UpdateSiteInput = {
  /** At most 100: exact origins, https://*.example.com, or the word null for opaque ones (refused otherwise). Empty means any other origin. */
  allowedOrigins?: Array<string> | null | undefined;
  /** How long a goodbye waits before it is announced, 0 to 30 seconds. */
  goodbyeGraceSeconds?: number | null | undefined;
  /** Whether pages have to prove who their visitor is. */
  identityVerification?: IdentityVerification | null | undefined;
  /** Whether stored URLs keep what follows #. In force for each tab from its next identify. */
  keepsUrlFragment?: boolean | null | undefined;
  /** Query parameters that stored URLs keep, by name, at most 20. In force for each tab from its next identify. */
  keptUrlParameters?: Array<string> | null | undefined;
  /** What agents call the site, at most 300 characters. */
  name?: string | null | undefined;
  /** After how many days without being seen a visitor is erased, 1 to 3650. */
  retentionDays?: number | null | undefined;
  /** May be left out by a credential of one site. */
  siteId?: string | number | null | undefined;
};

/** What the caller has to mend. */
export type UserErrorCode =
  /** It exists already. */
  | 'CONFLICT'
  /** The identitySignature was not made of this externalId with a secret of the site. */
  | 'IDENTITY_SIGNATURE_INVALID'
  /** The site accepts this about a person only with an identitySignature. */
  | 'IDENTITY_SIGNATURE_REQUIRED'
  /** The value is not of the expected form. */
  | 'INVALID'
  /** E-mail address and password do not belong together. */
  | 'INVALID_CREDENTIALS'
  /** Nothing of yours has that id. */
  | 'NOT_FOUND'
  /** The page is not one of the site. */
  | 'ORIGIN_NOT_ALLOWED'
  /** A value is missing. */
  | 'REQUIRED'
  /** The tab has said goodbye; identify with a new tabId. */
  | 'SESSION_ENDED'
  /** No site has that key. */
  | 'SITE_UNKNOWN'
  /** The value is over its limit. */
  | 'TOO_LONG'
  /** There are more values than allowed. */
  | 'TOO_MANY'
  /** The visitor was erased and may not come back: stop calling. */
  | 'VISITOR_FORGOTTEN'
  /** The token is too old; identify again. */
  | 'VISITOR_TOKEN_EXPIRED'
  /** The token was not made by this service; identify again. */
  | 'VISITOR_TOKEN_INVALID';

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { agent: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type CreateSiteMutationVariables = Exact<{
  input: CreateSiteInput;
}>;


export type CreateSiteMutation = { createSite: { site: { id: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type DeleteSiteMutationVariables = Exact<{
  input: DeleteSiteInput;
}>;


export type DeleteSiteMutation = { deleteSite: { deletedSiteId: string | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type InviteAgentMutationVariables = Exact<{
  input: InviteAgentInput;
}>;


export type InviteAgentMutation = { inviteAgent: { oneTimePassword: string | null, agent: { id: string, displayName: string, email: string } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type ReadAgentsQueryVariables = Exact<{
  siteId: string | number;
}>;


export type ReadAgentsQuery = { site: { id: string, agents: Array<{ id: string, displayName: string, email: string, role: AgentRole }> } | null };

export type ReadApiKeysQueryVariables = Exact<{
  siteId: string | number;
}>;


export type ReadApiKeysQuery = { site: { id: string, apiKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<ApiScope>, createdAt: string, lastUsedAt: string | null, expiresAt: string | null, revokedAt: string | null }> } | null };

export type ReadAuditLogQueryVariables = Exact<{
  siteId: string | number;
  first: number;
  after?: string | number | null | undefined;
}>;


export type ReadAuditLogQuery = { site: { id: string, auditLog: Array<{ id: string, at: string, actor: string, action: string, subject: string | null }> | null } | null };

export type ReadInstallationQueryVariables = Exact<{
  siteId: string | number;
}>;


export type ReadInstallationQuery = { site: { id: string, installation: { lastIdentifyAt: string | null, lastIdentifyOrigin: string | null, lastRefusalAt: string | null, lastRefusalOrigin: string | null, lastRefusalReason: string | null } } | null };

export type ReadSiteSettingsQueryVariables = Exact<{
  siteId: string | number;
}>;


export type ReadSiteSettingsQuery = { site: { id: string, name: string, settings: { allowedOrigins: Array<string>, keptUrlParameters: Array<string>, keepsUrlFragment: boolean, identityVerification: IdentityVerification, goodbyeGraceSeconds: number, retentionDays: number } } | null };

export type RemoveAgentMutationVariables = Exact<{
  input: RemoveAgentInput;
}>;


export type RemoveAgentMutation = { removeAgent: { removedAgentId: string | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { apiKey: { id: string, revokedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type RotateIdentitySecretMutationVariables = Exact<{
  input: RotateIdentitySecretInput;
}>;


export type RotateIdentitySecretMutation = { rotateIdentitySecret: { secret: string | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type SiteSettingsFragment = { id: string, name: string, settings: { allowedOrigins: Array<string>, keptUrlParameters: Array<string>, keepsUrlFragment: boolean, identityVerification: IdentityVerification, goodbyeGraceSeconds: number, retentionDays: number } };

export type UpdateSiteMutationVariables = Exact<{
  input: UpdateSiteInput;
}>;


export type UpdateSiteMutation = { updateSite: { site: { id: string, name: string, settings: { allowedOrigins: Array<string>, keptUrlParameters: Array<string>, keepsUrlFragment: boolean, identityVerification: IdentityVerification, goodbyeGraceSeconds: number, retentionDays: number } } | null, userErrors: Array<{ code: UserErrorCode, field: Array<string> | null }> } | null };

export type UserProblemFragment = { code: UserErrorCode, field: Array<string> | null };

export const SiteSettingsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SiteSettings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Site"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedOrigins"}},{"kind":"Field","name":{"kind":"Name","value":"keptUrlParameters"}},{"kind":"Field","name":{"kind":"Name","value":"keepsUrlFragment"}},{"kind":"Field","name":{"kind":"Name","value":"identityVerification"}},{"kind":"Field","name":{"kind":"Name","value":"goodbyeGraceSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"retentionDays"}}]}}]}}]} as unknown as DocumentNode<SiteSettingsFragment, unknown>;
export const UserProblemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<UserProblemFragment, unknown>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const CreateApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const CreateSiteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSiteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<CreateSiteMutation, CreateSiteMutationVariables>;
export const DeleteSiteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteSite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteSiteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteSite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedSiteId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<DeleteSiteMutation, DeleteSiteMutationVariables>;
export const InviteAgentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InviteAgent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteAgentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inviteAgent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oneTimePassword"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<InviteAgentMutation, InviteAgentMutationVariables>;
export const ReadAgentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadAgents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"agents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}}]} as unknown as DocumentNode<ReadAgentsQuery, ReadAgentsQueryVariables>;
export const ReadApiKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadApiKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]} as unknown as DocumentNode<ReadApiKeysQuery, ReadApiKeysQueryVariables>;
export const ReadAuditLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadAuditLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"auditLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}}]}}]}}]}}]} as unknown as DocumentNode<ReadAuditLogQuery, ReadAuditLogQueryVariables>;
export const ReadInstallationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadInstallation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"installation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastIdentifyAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastIdentifyOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefusalAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefusalOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"lastRefusalReason"}}]}}]}}]}}]} as unknown as DocumentNode<ReadInstallationQuery, ReadInstallationQueryVariables>;
export const ReadSiteSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadSiteSettings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"siteId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SiteSettings"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SiteSettings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Site"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedOrigins"}},{"kind":"Field","name":{"kind":"Name","value":"keptUrlParameters"}},{"kind":"Field","name":{"kind":"Name","value":"keepsUrlFragment"}},{"kind":"Field","name":{"kind":"Name","value":"identityVerification"}},{"kind":"Field","name":{"kind":"Name","value":"goodbyeGraceSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"retentionDays"}}]}}]}}]} as unknown as DocumentNode<ReadSiteSettingsQuery, ReadSiteSettingsQueryVariables>;
export const RemoveAgentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveAgent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveAgentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeAgent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removedAgentId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<RemoveAgentMutation, RemoveAgentMutationVariables>;
export const RevokeApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const RotateIdentitySecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateIdentitySecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateIdentitySecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateIdentitySecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<RotateIdentitySecretMutation, RotateIdentitySecretMutationVariables>;
export const UpdateSiteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSiteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SiteSettings"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserProblem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SiteSettings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Site"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedOrigins"}},{"kind":"Field","name":{"kind":"Name","value":"keptUrlParameters"}},{"kind":"Field","name":{"kind":"Name","value":"keepsUrlFragment"}},{"kind":"Field","name":{"kind":"Name","value":"identityVerification"}},{"kind":"Field","name":{"kind":"Name","value":"goodbyeGraceSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"retentionDays"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserProblem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<UpdateSiteMutation, UpdateSiteMutationVariables>;