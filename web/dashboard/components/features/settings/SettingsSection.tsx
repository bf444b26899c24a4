import type { SeeingAgent } from '../../../ViewerGate';
import { AdminsOnly } from './AdminsOnly';
import { AgentsSection } from './agents/AgentsSection';
import { ApiKeysSection } from './api-keys/ApiKeysSection';
import { AuditSection } from './audit/AuditSection';
import { InstallSection } from './install/InstallSection';
import { NewSiteSection } from './new-site/NewSiteSection';
import { PasswordSection } from './password/PasswordSection';
import { SettingsCard } from './parts/SettingsCard';
import type { Section } from './settings-sections';
import { SiteSection } from './site/SiteSection';
import { t } from '../../../language/t';

export interface SettingsSectionProps {
  /** Undefined for an address that names none. */
  readonly section: Section | undefined;
  readonly agent: SeeingAgent['agent'];
  readonly site: SeeingAgent['sites'][number];
  readonly refresh: SeeingAgent['refresh'];
}

/** The part of the settings the address names, or why it is not shown. */
export function SettingsSection({ section, agent, site, refresh }: SettingsSectionProps) {
  const isAdmin = agent.role === 'ADMIN';
  if (section === undefined) {
    return <SettingsCard title={t('settings.unknown')}>{t('settings.unknownText')}</SettingsCard>;
  }
  if (section.isForAdmins && !isAdmin) return <AdminsOnly siteId={site.id} />;
  switch (section.id) {
    case 'install':
      return <InstallSection site={site} isAdmin={isAdmin} />;
    case 'site':
      return <SiteSection site={site} onSitesChanged={refresh} />;
    case 'agents':
      return <AgentsSection siteId={site.id} agentId={agent.id} isAdmin={isAdmin} />;
    case 'keys':
      return <ApiKeysSection siteId={site.id} />;
    case 'audit':
      return <AuditSection siteId={site.id} />;
    case 'new-site':
      return <NewSiteSection onSitesChanged={refresh} />;
    case 'password':
      return <PasswordSection email={agent.email} />;
  }
}
