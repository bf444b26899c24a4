import type { Column } from '../../../../column';
import { t } from '../../../../language/t';
import { briefDevice } from '../../../../text/brief-device';
import { pageAddress } from '../../../../text/page-address';
import { plainText } from '../../../../text/plain-text';
import { longDate } from '../../../../time/long-date';
import type { VisitorCardFragment } from '../../../../../generated/graphql';
import { Instant } from '../visitor/Instant';
import { LocalTime } from '../visitor/LocalTime';
import { RowPage } from './RowPage';
import { TimeOnPage } from '../visitor/TimeOnPage';
import type { VisitorPresence } from '../visitor/visitor-presence';

export interface VisitorCellProps {
  readonly column: Column;
  readonly visitor: VisitorCardFragment;
  readonly presence: VisitorPresence;
}

const NOTHING = '—';

/** What one column says of one visitor; a dash where there is nothing to say. */
export function VisitorCell({ column, visitor, presence }: VisitorCellProps) {
  const isOnline = presence.state === 'online';
  const page = 'page' in presence ? presence.page : null;
  switch (column) {
    case 'page':
      return <RowPage page={page} isOnline={isOnline} />;
    case 'spent':
      return isOnline && page ? <TimeOnPage since={page.since} /> : NOTHING;
    case 'place':
      return visitor.timeZone ? (
        <LocalTime timeZone={visitor.timeZone} separator=" · " />
      ) : (
        t('visitor.unknownValue')
      );
    case 'device':
      return <bdi>{briefDevice(visitor.device) ?? t('visitor.unknownValue')}</bdi>;
    case 'email':
      return visitor.email ? <bdi dir="ltr">{plainText(visitor.email)}</bdi> : NOTHING;
    case 'referrer': {
      const cameFrom = visitor.currentPage?.referrer ? pageAddress(visitor.currentPage.referrer) : null;
      return isOnline && cameFrom ? <bdi dir="ltr">{cameFrom.text}</bdi> : NOTHING;
    }
    case 'firstSeen': {
      const at = new Date(visitor.firstSeenAt);
      return (
        <Instant at={at} canBeFocused={false} timeZone={visitor.timeZone}>
          {longDate(at)}
        </Instant>
      );
    }
    case 'visits':
      return visitor.visitCount;
    case 'tabs':
      return isOnline ? visitor.presence.sessionCount : NOTHING;
  }
}
