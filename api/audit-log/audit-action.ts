/** Everything that is written down: the mutations that administer a site or its visitors, by name, and what is no mutation. */
export const AUDIT_ACTIONS = [
  'createSite',
  'updateSite',
  'deleteSite',
  'rotateIdentitySecret',
  'inviteAgent',
  'removeAgent',
  'changePassword',
  'createApiKey',
  'revokeApiKey',
  'updateVisitor',
  'forgetVisitor',
  'exportVisitor',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
