import { READ_AGENTS } from '../components/features/settings/documents/read-agents';
import { READ_API_KEYS } from '../components/features/settings/documents/read-api-keys';
import { READ_AUDIT_LOG } from '../components/features/settings/documents/read-audit-log';
import { READ_INSTALLATION } from '../components/features/settings/documents/read-installation';
import { SECTIONS } from '../components/features/settings/settings-sections';
import { administeredSite } from '../testing/administered-site';
import { installationAnswer } from '../testing/installation-answer';
import type { ScriptedNetwork } from '../testing/scripted-network';
import { appears } from './appears';
import type { Scene } from './scene';
import { settingsSite } from './settings-site';

const REFUSED_AT = '2026-11-25T11:59:00.000Z';
const away = (): Error => new Error('away');

function at(section: string, network: ScriptedNetwork = settingsSite(), shows = 'h2'): Scene {
  return {
    network,
    at: `/settings/${section}?site=site_a`,
    then: async () => void (await appears(`main ${shows}`)),
  };
}

function refused(reason: string): ScriptedNetwork {
  return settingsSite().answer(READ_INSTALLATION, () =>
    installationAnswer({
      lastRefusalAt: REFUSED_AT,
      lastRefusalOrigin: 'https://staging.acme.com',
      lastRefusalReason: reason,
    }),
  );
}

/** After the part is there, presses what is found by the selector, and waits for the dialog. */
function asking(section: string, selector: string): Scene {
  const scene = at(section);
  return {
    ...scene,
    then: async () => {
      (await appears(selector)).click();
      await appears('[role=dialog] button + button');
    },
  };
}

const PARTS = SECTIONS.map(({ id }) => [`settings-${id}`, () => at(id)] as const);

/** The settings: each part, what it says when there is nothing or no way, and its questions. */
export const SETTINGS_SCENES: Readonly<Record<string, () => Scene>> = {
  ...Object.fromEntries(PARTS),
  'settings-install-waiting': () => at('install', administeredSite()),
  'settings-install-refused': () => at('install', refused('ORIGIN_NOT_ALLOWED')),
  'settings-keys-none': () => at('keys', administeredSite()),
  'settings-audit-none': () => at('audit', administeredSite()),
  'settings-loading': () =>
    at(
      'agents',
      settingsSite().answer(READ_AGENTS, () => 'silence'),
      '[aria-busy=true]',
    ),
  'settings-unreachable': () =>
    at('audit', settingsSite().answer(READ_AUDIT_LOG, away).answer(READ_API_KEYS, away), '[role=alert]'),
  'settings-member': () => at('keys', settingsSite('MEMBER')),
  'settings-nowhere': () => at('webhooks'),
  'settings-remove-agent': () => asking('agents', 'main li:nth-of-type(2) button'),
  'settings-revoke-key': () => asking('keys', 'main li button'),
};
