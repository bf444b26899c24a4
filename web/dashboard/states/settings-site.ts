import { READ_API_KEYS } from '../components/features/settings/documents/read-api-keys';
import { READ_AUDIT_LOG } from '../components/features/settings/documents/read-audit-log';
import { READ_INSTALLATION } from '../components/features/settings/documents/read-installation';
import { READ_SITE_SETTINGS } from '../components/features/settings/documents/read-site-settings';
import { administeredSite } from '../testing/administered-site';
import { installationAnswer } from '../testing/installation-answer';
import type { ScriptedNetwork } from '../testing/scripted-network';
import { siteAnswer } from '../testing/site-answer';

const DAY = '2026-11-24T09:30:00.000Z';
const KEY = {
  __typename: 'ApiKey',
  prefix: 'pl_9f3k',
  scopes: ['VISITORS_READ', 'PRESENCE_SUBSCRIBE'],
  createdAt: '2026-11-01T12:00:00.000Z',
  lastUsedAt: null,
  expiresAt: null,
  revokedAt: null,
};
const KEYS = [
  { ...KEY, id: 'key_1', name: 'Wallboard', lastUsedAt: '2026-11-25T11:55:00.000Z' },
  { ...KEY, id: 'key_2', name: 'Nightly import of the whole customer list', expiresAt: DAY },
  { ...KEY, id: 'key_3', name: 'Trial', revokedAt: DAY },
];
const ACTS = ['createApiKey', 'updateSite', 'inviteAgent', 'exportVisitor', 'forgetVisitor', 'updateVisitor'];
const ENTRIES = ACTS.map((action, number) => ({
  __typename: 'AuditEntry',
  id: `audit_${number}`,
  at: DAY,
  actor: 'Ana Braga',
  action,
  subject: number % 2 === 0 ? 'Wallboard (key_1)' : null,
}));

/** A site whose settings, keys and log have something in each. */
export function settingsSite(role: 'ADMIN' | 'MEMBER' = 'ADMIN'): ScriptedNetwork {
  const ofSite = (part: object) => ({ data: { site: { __typename: 'Site', id: 'site_a', ...part } } });
  const settings = {
    allowedOrigins: ['https://acme.com', 'https://*.acme.com'],
    identityVerification: 'OPTIONAL',
  };
  return administeredSite(role)
    .answer(READ_INSTALLATION, () =>
      installationAnswer({ lastIdentifyAt: DAY, lastIdentifyOrigin: 'https://acme.com' }),
    )
    .answer(READ_SITE_SETTINGS, () => ({ data: { site: siteAnswer(settings) } }))
    .answer(READ_API_KEYS, () => ofSite({ apiKeys: KEYS }))
    .answer(READ_AUDIT_LOG, () => ofSite({ auditLog: ENTRIES }));
}
