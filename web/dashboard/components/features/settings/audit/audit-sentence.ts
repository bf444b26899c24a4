import type { MessageId } from '../../../../language/catalogue';

const SENTENCES: Readonly<Record<string, MessageId>> = {
  createSite: 'settings.audit.createSite',
  updateSite: 'settings.audit.updateSite',
  rotateIdentitySecret: 'settings.audit.rotateIdentitySecret',
  inviteAgent: 'settings.audit.inviteAgent',
  removeAgent: 'settings.audit.removeAgent',
  changePassword: 'settings.audit.changePassword',
  resetPassword: 'settings.audit.resetPassword',
  createApiKey: 'settings.audit.createApiKey',
  revokeApiKey: 'settings.audit.revokeApiKey',
  updateVisitor: 'settings.audit.updateVisitor',
  forgetVisitor: 'settings.audit.forgetVisitor',
  exportVisitor: 'settings.audit.exportVisitor',
};

/** The sentence for an act; null for one that is newer than this page, which is then shown by its own name. */
export function auditSentence(action: string): MessageId | null {
  return SENTENCES[action] ?? null;
}
