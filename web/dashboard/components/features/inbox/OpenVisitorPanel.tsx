import { useFragment } from '@apollo/client/react';
import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { X } from 'lucide-react';
import { VISITOR_CARD } from '../../../documents/visitor-card';
import type { OpenVisitor } from '../../../roster/open-visitor';
import type { VisitorCardFragment } from '../../../../generated/graphql';
import styles from './OpenVisitorPanel.module.css';
import { presenceOf } from './presence-of';
import { RosterMessage } from './RosterMessage';
import { useOutdatedSince } from './use-outdated-since';
import { useTabs } from './use-tabs';
import { VisitorContextPanel } from './VisitorContextPanel';
import { visitorHref } from './visitor-href';
import { t } from '../../../language/t';

export interface OpenVisitorPanelProps {
  readonly open: OpenVisitor;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** The panel of the open visitor, or why it cannot be shown. */
export function OpenVisitorPanel({ open, onRetry, onClose }: OpenVisitorPanelProps) {
  const { data, complete } = useFragment({
    fragment: VISITOR_CARD,
    from: { __typename: 'Visitor', id: open.id },
  });
  if (open.status === 'shown' && complete)
    return <KnownVisitor key={data.id} visitor={data} onClose={onClose} />;
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
        <div className={styles.loading} role="status" aria-label={t('panel.loading')}>
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
  onClose,
}: {
  readonly visitor: VisitorCardFragment;
  readonly onClose: () => void;
}) {
  const tabs = useTabs(visitor);
  const presence = presenceOf(visitor, useOutdatedSince());
  const isInBackground = tabs.length > 0 && tabs.every((tab) => !tab.isVisible);
  // What was just asked for, and stands below, is newer than what the last change said.
  const tabCount = tabs.length > 0 ? tabs.length : visitor.presence.sessionCount;
  return (
    <VisitorContextPanel
      visitor={visitor}
      presence={presence.state === 'online' ? { ...presence, isInBackground, tabCount } : presence}
      tabs={tabs}
      href={window.location.origin + visitorHref(visitor.id)}
      onClose={onClose}
    />
  );
}

function PanelMessage({
  children,
  onClose,
}: {
  readonly children: React.ReactNode;
  readonly onClose: () => void;
}) {
  useHotkeys([['Escape', onClose]]);
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
