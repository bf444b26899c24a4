import { Link } from 'wouter';
import type { SeeingAgent } from '../../../../ViewerGate';
import { t } from '../../../../language/t';
import { CodeBlock } from '../parts/CodeBlock';
import { SettingsCard } from '../parts/SettingsCard';
import { settingsHref } from '../settings-href';
import { CodeTabs } from './CodeTabs';
import { cspRecipes } from './csp-recipes';
import { installRecipes } from './install-recipes';
import { InstallationCheck } from './InstallationCheck';
import { PinnedCard } from './PinnedCard';
import { proxyRecipes } from './proxy-recipes';
import { SIGNING_EXAMPLES } from './signing-examples';

export interface InstallSectionProps {
  readonly site: SeeingAgent['sites'][number];
  readonly isAdmin: boolean;
}

/** How the widget gets onto the site's pages, and whether it is heard there. */
export function InstallSection({ site, isAdmin }: InstallSectionProps) {
  const { origin } = window.location;
  return (
    <>
      <SettingsCard title={t('settings.install')} lead={t('installPage.lead')}>
        <CodeTabs label={t('settings.install')} tabs={installRecipes(origin, site.key)} />
        <InstallationCheck site={site} isAdmin={isAdmin} />
      </SettingsCard>
      <SettingsCard title={t('installPage.key')} lead={t('installPage.keyText')}>
        <CodeBlock label={t('installPage.key')} code={site.key} />
      </SettingsCard>
      <SettingsCard title={t('installPage.identify')} lead={t('installPage.identifyText')}>
        <CodeBlock
          label={t('installPage.identify')}
          code={`(window.porchlight ??= []).push(['identify', {
  id: 'user-42',
  name: 'Maria Silva',
  email: 'maria@example.com',
  signature: '…',
}]);`}
        />
        <CodeTabs label={t('installPage.signing')} tabs={SIGNING_EXAMPLES} />
        {isAdmin ? <Link href={settingsHref('site', site.id)}>{t('installPage.toSecret')}</Link> : null}
      </SettingsCard>
      <SettingsCard title={t('installPage.csp')} lead={t('installPage.cspText')}>
        <CodeTabs label={t('installPage.csp')} tabs={cspRecipes(origin, site.key)} />
      </SettingsCard>
      <PinnedCard origin={origin} siteKey={site.key} />
      <SettingsCard title={t('installPage.proxy')} lead={t('installPage.proxyText')}>
        <CodeTabs label={t('installPage.proxy')} tabs={proxyRecipes(origin, site.key)} />
      </SettingsCard>
    </>
  );
}
