/** Everything that is written down: the mutations that administer a site or its visitors, by name; exports; what operators do. */
export const AUDIT_ACTIONS = [
  'createSite',
  'updateSite',
  'deleteSite',
  'rotateIdentitySecret',
  'inviteAgent',
  'removeAgent',
  'changePassword',
  'resetPassword',
  'createApiKey',
  'revokeApiKey',
  'updateVisitor',
  'forgetVisitor',
  'exportVisitor',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
