import { useEffect } from 'react';
import { useLiveRoster } from '../../../roster/use-live-roster';
import { useStore } from '../../../use-store';
import type { ReadViewerQuery } from '../../../../generated/graphql';
import { AgentMenu } from '../../shell/AgentMenu';
import { AppHeader } from '../../shell/AppHeader';
import { ConnectionBanner } from '../../shell/ConnectionBanner';
import { SearchField } from '../../shell/SearchField';
import { SiteSwitch } from '../../shell/SiteSwitch';
import styles from './InboxPage.module.css';
import { OpenVisitorPanel } from './OpenVisitorPanel';
import { PanelPlace } from './PanelPlace';
import { Roster } from './Roster';
import { t } from '../../../language/t';

type Viewer = NonNullable<ReadViewerQuery['viewer']>;

export interface InboxPageProps {
  readonly agent: NonNullable<Viewer['agent']>;
  /** At least one. */
  readonly sites: readonly [Viewer['sites'][number], ...Viewer['sites']];
  readonly openId: string | null;
  /** Null closes the panel. */
  readonly onOpen: (visitorId: string | null) => void;
  readonly onLeave: () => void;
}

/** The live roster with the panel of one visitor. */
export function InboxPage({ agent, sites, openId, onOpen, onLeave }: InboxPageProps) {
  const roster = useLiveRoster(sites[0].id);
  const view = useStore(roster.state, (state) => state.view);
  const open = useStore(roster.open, (visitor) => visitor);
  useEffect(() => void roster.openVisitor(openId), [roster, openId]);

  const site = sites.find(({ id }) => id === view.siteId) ?? sites[0];
  const close = (): void => onOpen(null);
  const chooseSite = (siteId: string): void => {
    close();
    roster.show({ siteId, filter: 'all', search: '' });
  };
  return (
    <>
      <AppHeader
        site={<SiteSwitch sites={sites} currentId={site.id} onChoose={chooseSite} />}
        search={
          <SearchField
            key={site.id}
            initial={view.search}
            onSearch={(search) => roster.show({ ...roster.state.get().view, search })}
          />
        }
        agent={<AgentMenu agent={agent} onLeave={onLeave} />}
      />
      <main className={styles.page}>
        <h1 className={styles.heading}>{t('roster.heading', { site: site.name })}</h1>
        <Roster roster={roster} siteKey={site.key} openId={openId} onOpen={onOpen} />
        <PanelPlace onClose={close}>
          {open ? (
            <OpenVisitorPanel open={open} onRetry={() => void roster.reopen()} onClose={close} />
          ) : null}
        </PanelPlace>
      </main>
      <ConnectionBanner />
    </>
  );
}
