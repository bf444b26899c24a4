import { use, useEffect, useState } from 'react';
import { Link, Router, useLocation, useRoute, useSearchParams } from 'wouter';
import type { SeeingAgent } from '../../../ViewerGate';
import { useConnection } from '../../../connection/use-connection';
import { AgentMenu } from '../../shell/AgentMenu';
import { AppHeader } from '../../shell/AppHeader';
import { SiteSwitch } from '../../shell/SiteSwitch';
import { holdHistory } from './hold-history';
import { LeaveDialog } from './LeaveDialog';
import { LeaveGuard } from './leave-guard';
import { LeaveGuardContext } from './leave-guard-context';
import { settingsHref } from './settings-href';
import { SECTIONS } from './settings-sections';
import styles from './SettingsPage.module.css';
import { SettingsNav } from './SettingsNav';
import { SettingsSection } from './SettingsSection';
import './settings.css';
import { t } from '../../../language/t';

export interface SettingsPageProps extends SeeingAgent {
  readonly onLeave: () => void;
}

/** Everything that is set up rather than watched. What is open is in the address. */
export function SettingsPage(props: SettingsPageProps) {
  const connection = useConnection();
  const [guard] = useState(() => new LeaveGuard());
  useEffect(() => connection.begin(), [connection]);
  return (
    <LeaveGuardContext value={guard}>
      <Router aroundNav={(navigate, to, options) => guard.leave(() => navigate(to, options))}>
        <SettingsFrame {...props} />
        <LeaveDialog />
      </Router>
    </LeaveGuardContext>
  );
}

function SettingsFrame({ agent, sites, refresh, onLeave }: SettingsPageProps) {
  const [, params] = useRoute('/settings/:section');
  const [search] = useSearchParams();
  const [location, navigate] = useLocation();
  const guard = use(LeaveGuardContext);
  // Anew for each address, for that is where somebody who stays is taken back to.
  useEffect(() => holdHistory(guard, navigate), [guard, navigate, location, search]);
  const isAdmin = agent.role === 'ADMIN';
  const section = params?.section ?? (isAdmin ? 'site' : 'install');
  const current = SECTIONS.find(({ id }) => id === section);
  const asked = search.get('site');
  const site = sites.find(({ id }) => id === asked) ?? sites[0];
  useEffect(() => {
    // A site that is gone: the address shall not name it over another one's settings.
    if (asked !== null && asked !== site.id)
      navigate(settingsHref(current?.id ?? null, site.id), { replace: true });
  }, [asked, site.id, current?.id, navigate]);
  return (
    <>
      <AppHeader
        isLiveScreen={false}
        site={
          <SiteSwitch
            sites={sites}
            currentId={site.id}
            onChoose={(siteId) => navigate(settingsHref(current?.id ?? null, siteId))}
          />
        }
        search={
          <Link className={styles.back} href={`/?site=${encodeURIComponent(site.id)}`}>
            {t('settings.back')}
          </Link>
        }
        agent={<AgentMenu agent={agent} siteId={site.id} onLeave={onLeave} />}
      />
      <main className={styles.page}>
        <h1 className={styles.title}>{t('settings.title', { site: site.name })}</h1>
        <SettingsNav isAdmin={isAdmin} currentId={section} siteId={site.id} />
        <div className={styles.section}>
          <SettingsSection key={site.id} section={current} agent={agent} site={site} refresh={refresh} />
        </div>
      </main>
    </>
  );
}
