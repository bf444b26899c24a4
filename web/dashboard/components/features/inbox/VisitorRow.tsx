import { useFragment } from '@apollo/client/react';
import { memo, type MouseEvent } from 'react';
import { VISITOR_CARD } from '../../../documents/visitor-card';
import { briefDevice } from '../../../text/brief-device';
import { visitorName } from '../../../text/visitor-name';
import { LocalTime } from './LocalTime';
import { presenceOf, type OutdatedSinceMs } from './presence-of';
import { PresenceText } from './PresenceText';
import { presenceWord } from './presence-word';
import { RowPage } from './RowPage';
import { TimeOnPage } from './TimeOnPage';
import { VisitorAvatar } from './VisitorAvatar';
import { visitorHref } from './visitor-href';
import styles from './VisitorRow.module.css';
import { t } from '../../../language/t';

export interface VisitorRowProps {
  readonly visitorId: string;
  readonly isOpen: boolean;
  readonly outdatedSinceMs: OutdatedSinceMs;
  readonly onOpen: (visitorId: string) => void;
}

/** One visitor in the list. It reads its own facts, so that a change draws this row and no other. */
export const VisitorRow = memo(function VisitorRow({
  visitorId,
  isOpen,
  outdatedSinceMs,
  onOpen,
}: VisitorRowProps) {
  const { data, complete } = useFragment({
    fragment: VISITOR_CARD,
    from: { __typename: 'Visitor', id: visitorId },
  });
  if (!complete) return null;

  const presence = presenceOf(data, outdatedSinceMs);
  const page = 'page' in presence ? presence.page : null;
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(visitorId);
  };
  return (
    <div className={styles.row} role="row" data-state={presence.state} data-open={isOpen}>
      <div className={styles.who} role="cell">
        <VisitorAvatar visitor={data} state={presence.state} size="small" />
        <div className={styles.lines}>
          <a className={styles.name} href={visitorHref(visitorId)} aria-current={isOpen} onClick={open}>
            <bdi>{visitorName(data)}</bdi>
          </a>
          <div className={styles.status}>
            {presenceWord(presence.state)}
            {/* The moment a lost feed was last right stands above the list, once; and no feed tells of tabs. */}
            {'asOf' in presence || presence.state === 'online' ? null : <PresenceText presence={presence} />}
          </div>
        </div>
      </div>
      <div className={styles.page} role="cell">
        <RowPage page={page} isOnline={presence.state === 'online'} />
      </div>
      <div className={styles.spent} role="cell">
        {presence.state === 'online' && page ? <TimeOnPage since={page.since} /> : '—'}
      </div>
      <div className={styles.place} role="cell">
        {data.timeZone ? <LocalTime timeZone={data.timeZone} separator=" · " /> : t('visitor.unknownValue')}
      </div>
      <div className={styles.device} role="cell">
        <bdi>{briefDevice(data.device) ?? t('visitor.unknownValue')}</bdi>
      </div>
    </div>
  );
});
