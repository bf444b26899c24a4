import type { SeeingAgent } from '../../../../ViewerGate';
import { READ_SITE_SETTINGS } from '../documents/read-site-settings';
import { Loaded } from '../parts/Loaded';
import { SettingsCard } from '../parts/SettingsCard';
import { useAsked } from '../use-asked';
import { t } from '../../../../language/t';
import { DeleteSiteCard } from './DeleteSiteCard';
import { IdentitySecretCard } from './IdentitySecretCard';
import { SiteForm } from './SiteForm';

export interface SiteSectionProps {
  readonly site: SeeingAgent['sites'][number];
  /** A site has another name, or is gone. */
  readonly onSitesChanged: () => Promise<void>;
}

/** What a site decides about its visitors, and its end. */
export function SiteSection({ site, onSitesChanged }: SiteSectionProps) {
  const asked = useAsked(READ_SITE_SETTINGS, { siteId: site.id }, (data) => data.site);
  return (
    <>
      <SettingsCard title={t('settings.site')} lead={t('settings.site.lead')}>
        <Loaded value={asked.value} hasFailed={asked.hasFailed} onRetry={asked.again}>
          {(saved) => <SiteForm saved={saved} onNamed={onSitesChanged} />}
        </Loaded>
      </SettingsCard>
      <IdentitySecretCard siteId={site.id} />
      <DeleteSiteCard site={site} onDeleted={onSitesChanged} />
    </>
  );
}
