import { Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { toast } from '../../../announcements/toast';
import { t } from '../../../language/t';
import { fetchDialogsAhead, lazyDialog } from '../../../lazy-dialog';
import { useTabTitle } from '../../../notices/use-tab-title';
import { plainView } from '../../../roster/plain-view';
import { useLiveRoster } from '../../../roster/use-live-roster';
import { useKeys } from '../../../use-keys';
import { useStore } from '../../../use-store';
import type { ReadViewerQuery } from '../../../../generated/graphql';
import { ConnectionBanner } from '../../shell/ConnectionBanner';
import { PageFooter } from '../../shell/PageFooter';
import { InboxHeader } from './InboxHeader';
import styles from './InboxPage.module.css';
import { OpenVisitorPanel } from './panel/OpenVisitorPanel';
import { PanelPlace } from './panel/PanelPlace';
import { Roster } from './list/Roster';
import type { GridKeys } from './list/RosterGrid';
import { useMatchesSpoken } from './list/use-matches-spoken';
import { useRosterAddress } from './use-roster-address';

const CommandPalette = lazyDialog(() => import('./CommandPalette').then((module) => module.CommandPalette));
const KeysHelp = lazyDialog(() => import('./KeysHelp').then((module) => module.KeysHelp));

type Viewer = NonNullable<ReadViewerQuery['viewer']>;

export interface InboxPageProps {
  readonly agent: NonNullable<Viewer['agent']>;
  readonly sites: readonly [Viewer['sites'][number], ...Viewer['sites']];
  readonly onLeave: () => void;
}

/** The live roster with the panel of one visitor. */
export function InboxPage({ agent, sites, onLeave }: InboxPageProps) {
  const [firstSite, ...otherSites] = sites;
  const address = useRosterAddress([firstSite.id, ...otherSites.map(({ id }) => id)]);
  const { view, openId } = address;
  const roster = useLiveRoster(view);
  const open = useStore(roster.opening.open, (visitor) => visitor);
  // The row answers a click at once; the panel is drawn right after, in slices that let the next click through.
  const shownOpen = useDeferredValue(open);
  const [dialog, setDialog] = useState<'palette' | 'help' | null>(null);
  const showKeys = useCallback(() => setDialog('help'), []);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<GridKeys>(null);
  useEffect(() => roster.show(view), [roster, view]);
  useEffect(() => void roster.openVisitor(openId), [roster, openId]);
  useMatchesSpoken(roster);
  useTabTitle();
  useEffect(fetchDialogsAhead, []);

  const { siteId } = open ?? {};
  const { show } = address;
  useEffect(() => {
    // A link to somebody of another site brings that site along.
    if (siteId !== undefined && siteId !== view.siteId) show(plainView(siteId));
  }, [siteId, view.siteId, show]);

  const site = sites.find(({ id }) => id === view.siteId) ?? firstSite;
  const close = (): void => address.open(null);
  const copyLink = (visitorId: string): void => {
    const link = window.location.origin + address.hrefOf(visitorId);
    navigator.clipboard.writeText(link).then(
      () => toast(t('panel.linkCopied')),
      () => toast(t('panel.linkNotCopied')),
    );
  };
  useKeys({
    '/': () => search.current?.focus(),
    '?': showKeys,
    'mod+k': () => setDialog('palette'),
    j: () => grid.current?.move(1),
    k: () => grid.current?.move(-1),
    c: () => {
      const id = grid.current?.activeId() ?? openId;
      if (id !== null) copyLink(id);
    },
  });
  return (
    <>
      <InboxHeader
        agent={agent}
        sites={sites}
        siteId={site.id}
        view={view}
        search={search}
        onShow={show}
        onShowKeys={showKeys}
        onLeave={onLeave}
      />
      <main className={styles.page}>
        <h1 className={styles.heading}>{t('roster.heading', { site: site.name })}</h1>
        <Roster roster={roster} address={address} site={site} grid={grid} />
        <PanelPlace onClose={close}>
          {shownOpen ? (
            <OpenVisitorPanel
              open={shownOpen}
              siteId={site.id}
              canForget={agent.role === 'ADMIN'}
              href={window.location.origin + address.hrefOf(shownOpen.id)}
              onRetry={() => void roster.opening.again()}
              onClose={close}
            />
          ) : null}
        </PanelPlace>
        <ConnectionBanner />
      </main>
      <PageFooter />
      <Suspense>
        {dialog === 'palette' ? (
          <CommandPalette
            view={view}
            sites={sites}
            onShow={show}
            onSearch={() => search.current?.focus()}
            onShowKeys={showKeys}
            onClose={() => setDialog(null)}
          />
        ) : null}
        {dialog === 'help' ? <KeysHelp onClose={() => setDialog(null)} /> : null}
      </Suspense>
    </>
  );
}
