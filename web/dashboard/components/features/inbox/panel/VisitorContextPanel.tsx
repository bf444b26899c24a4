import { ActionIcon, Tooltip } from '@mantine/core';
import { BadgeCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { visitorName } from '../../../../text/visitor-name';
import type { VisitorCardFragment } from '../../../../../generated/graphql';
import { CopyIcon } from './CopyIcon';
import { PresenceDot } from '../visitor/PresenceDot';
import { PresenceText } from '../visitor/PresenceText';
import { presenceWord } from '../visitor/presence-word';
import { useEscape } from './use-escape';
import { ViewingBlock } from './ViewingBlock';
import { VisitorAvatar } from '../visitor/VisitorAvatar';
import styles from './VisitorContextPanel.module.css';
import { VisitorDetails } from './VisitorDetails';
import type { VisitorPresence } from '../visitor/visitor-presence';
import type { Visit } from './use-visit';
import { VisitPages } from './VisitPages';
import { t } from '../../../../language/t';

export interface VisitorContextPanelProps {
  readonly visitor: VisitorCardFragment;
  /** What may be said now; see {@link VisitorPresence}. */
  readonly presence: VisitorPresence;
  /** What is known beyond the card; null or left out until it is. */
  readonly visit?: Visit | null;
  /** What else can be done with the visitor. */
  readonly actions?: ReactNode;
  /** Address of this panel, for a colleague. */
  readonly href: string;
  readonly onClose: () => void;
}

/**
 * One visitor in full. Online: the page they are on and its preview. Otherwise: when they were last seen, and
 * nothing of any page.
 */
export function VisitorContextPanel({
  visitor,
  presence,
  visit = null,
  actions = null,
  href,
  onClose,
}: VisitorContextPanelProps) {
  useEscape(onClose);
  const name = visitorName(visitor);
  return (
    <section className={styles.panel} aria-label={t('panel.name', { name })}>
      <header className={styles.header}>
        <div className={styles.avatar}>
          <VisitorAvatar visitor={visitor} state={presence.state} size="large" />
        </div>
        <h2 className={styles.name} title={name} dir="auto">
          <bdi>{name}</bdi>
          {visitor.isVerified ? (
            <BadgeCheck className={styles.verified} size={17} aria-label={t('visitor.verified')} />
          ) : null}
        </h2>
        <div className={styles.actions}>
          {actions}
          <CopyIcon value={href} label={t('panel.copyLink')} done={t('panel.linkCopied')} icon="link" />
          <Tooltip label={t('panel.closeKey')} withArrow>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="md"
              aria-label={t('panel.close')}
              onClick={onClose}
            >
              <X size={18} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        </div>
        <div className={styles.status} data-state={presence.state} data-testid="visitor-status">
          <PresenceDot state={presence.state} />
          <span>
            <span data-testid="presence-word">{presenceWord(presence.state)}</span>
            <PresenceText presence={presence} timeZone={visitor.timeZone} />
          </span>
        </div>
      </header>
      {presence.state === 'online' || presence.state === 'last-known-online' ? (
        <ViewingBlock page={presence.page} isLive={presence.state === 'online'} />
      ) : null}
      {presence.state === 'online' && presence.pagePreview ? (
        <div className={styles.preview} data-testid="page-preview">
          {presence.pagePreview}
        </div>
      ) : null}
      <VisitorDetails
        visitor={visitor}
        referrer={presence.state === 'online' ? (presence.page?.referrer ?? null) : null}
        tabs={presence.state === 'online' ? (visit?.sessions ?? []) : []}
        traits={visit?.traits ?? null}
        externalId={visit?.externalId ?? null}
      />
      {visit?.recentPages && visit.recentPages.length > 0 ? (
        <VisitPages
          pages={visit.recentPages}
          isOver={presence.state !== 'online'}
          timeZone={visitor.timeZone}
        />
      ) : null}
    </section>
  );
}
