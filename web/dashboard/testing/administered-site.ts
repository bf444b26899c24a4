import { READ_AGENTS } from '../components/features/settings/documents/read-agents';
import { READ_API_KEYS } from '../components/features/settings/documents/read-api-keys';
import { READ_AUDIT_LOG } from '../components/features/settings/documents/read-audit-log';
import { READ_INSTALLATION } from '../components/features/settings/documents/read-installation';
import { READ_SITE_SETTINGS } from '../components/features/settings/documents/read-site-settings';
import { READ_VIEWER } from '../documents/read-viewer';
import { installationAnswer } from './installation-answer';
import { ScriptedNetwork } from './scripted-network';
import { siteAnswer } from './site-answer';
import { viewerAnswer } from './viewer-answer';

const AGENT = { __typename: 'Agent', id: 'agent_1', displayName: 'Ana Braga', email: 'ana@acme.com' };
const LEA = {
  __typename: 'Agent',
  id: 'agent_2',
  displayName: 'Lea Müller',
  email: 'lea@acme.com',
  role: 'MEMBER',
};

/** A network with one site, set up a little, in the hands of Ana and watched by Lea; Ana is signed in. */
export function administeredSite(role: 'ADMIN' | 'MEMBER' = 'ADMIN'): ScriptedNetwork {
  const { viewer } = viewerAnswer('site_a').data;
  const ana = { ...AGENT, role };
  return new ScriptedNetwork()
    .answer(READ_VIEWER, () => ({ data: { viewer: { ...viewer, agent: ana } } }))
    .answer(READ_INSTALLATION, () => installationAnswer())
    .answer(READ_SITE_SETTINGS, () => ({ data: { site: siteAnswer() } }))
    .answer(READ_AGENTS, () => partOfSite({ agents: [ana, LEA] }))
    .answer(READ_API_KEYS, () => partOfSite({ apiKeys: [] }))
    .answer(READ_AUDIT_LOG, () => partOfSite({ auditLog: [] }));
}

function partOfSite(part: object) {
  return { data: { site: { __typename: 'Site', id: 'site_a', ...part } } };
}
