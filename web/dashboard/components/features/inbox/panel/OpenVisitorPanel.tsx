import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { pageAnnouncer } from '../../../../announcements/page-announcer';
import { t } from '../../../../language/t';
import type { OpenVisitor } from '../../../../roster/open-visitor';
import { useVisitorCard } from '../../../../roster/use-visitor-card';
import { visitorName } from '../../../../text/visitor-name';
import type { VisitorCardFragment } from '../../../../../generated/graphql';
import styles from './OpenVisitorPanel.module.css';
import { presenceOf } from '../visitor/presence-of';
import { RosterMessage } from '../../../shell/RosterMessage';
import { useEscape } from './use-escape';
import { useOutdatedSince } from '../visitor/use-outdated-since';
import { useVisit } from './use-visit';
import { VisitorActions } from './VisitorActions';
import { VisitorContextPanel } from './VisitorContextPanel';

export interface OpenVisitorPanelProps {
  readonly open: OpenVisitor;
  readonly siteId: string;
  /** Whether the agent may erase people. */
  readonly canForget: boolean;
  /** Address of this panel, for a colleague. */
  readonly href: string;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** The panel of the open visitor, or why it cannot be shown. */
export function OpenVisitorPanel(props: OpenVisitorPanelProps) {
  const { open, onRetry, onClose } = props;
  const visitor = useVisitorCard(open.id);
  if (open.status === 'shown' && visitor)
    return <KnownVisitor key={visitor.id} visitor={visitor} {...props} />;
  return (
    <PanelMessage onClose={onClose}>
      {open.status === 'gone' ? (
        <RosterMessage title={t('panel.gone.title')}>
          <p>{t('panel.gone.text')}</p>
        </RosterMessage>
      ) : open.status === 'unreachable' ? (
        <RosterMessage title={t('server.unreachable')}>
          <Button variant="light" onClick={onRetry}>
            {t('server.retryNow')}
          </Button>
        </RosterMessage>
      ) : (
        <div className={styles.loading} aria-busy="true" aria-label={t('panel.loading')} role="group">
          <Skeleton circle height={46} />
          <Skeleton height={90} radius={10} />
          <Skeleton height={140} radius={10} />
        </div>
      )}
    </PanelMessage>
  );
}

function KnownVisitor({
  visitor,
  siteId,
  canForget,
  href,
  onClose,
}: OpenVisitorPanelProps & { readonly visitor: VisitorCardFragment }) {
  const visit = useVisit(visitor);
  const presence = presenceOf(visitor, useOutdatedSince());
  useChangesSpoken(visitor, presence.state);
  const tabs = visit?.sessions ?? [];
  const isInBackground = tabs.length > 0 && tabs.every((tab) => !tab.isVisible);
  // What was just asked for, and stands below, is newer than what the last change said.
  const tabCount = tabs.length > 0 ? tabs.length : visitor.presence.sessionCount;
  return (
    <VisitorContextPanel
      visitor={visitor}
      presence={presence.state === 'online' ? { ...presence, isInBackground, tabCount } : presence}
      visit={visit}
      actions={
        <VisitorActions
          visitor={visitor}
          traits={visit?.traits ?? null}
          siteId={siteId}
          canForget={canForget}
          isOnline={presence.state === 'online'}
        />
      }
      href={href}
      onClose={onClose}
    />
  );
}

/** Tells when the visitor comes or goes while their panel is open; nothing at its opening. */
function useChangesSpoken(visitor: VisitorCardFragment, state: ReturnType<typeof presenceOf>['state']): void {
  const known = useRef(state);
  const name = visitorName(visitor);
  useEffect(() => {
    const before = known.current;
    known.current = state;
    if (before === state || (state !== 'online' && state !== 'offline')) return;
    pageAnnouncer.say(t(state === 'online' ? 'spoken.online' : 'spoken.offline', { name }));
  }, [state, name]);
}

function PanelMessage({
  children,
  onClose,
}: {
  readonly children: React.ReactNode;
  readonly onClose: () => void;
}) {
  useEscape(onClose);
  return (
    <section className={styles.panel} aria-label={t('panel.label')}>
      <ActionIcon
        className={styles.close}
        variant="subtle"
        color="gray"
        aria-label={t('panel.close')}
        onClick={onClose}
      >
        <X size={18} aria-hidden="true" />
      </ActionIcon>
      {children}
    </section>
  );
}
