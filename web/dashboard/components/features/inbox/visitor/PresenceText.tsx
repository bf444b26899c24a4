import { clockTime } from '../../../../time/clock-time';
import { LastSeen } from './LastSeen';
import type { VisitorPresence } from './visitor-presence';
import { t } from '../../../../language/t';

export interface PresenceTextProps {
  readonly presence: VisitorPresence;
  /** The list keeps the focus for itself: nothing within it is a stop for the Tab key. */
  readonly isInRow?: boolean;
  /** The visitor's own, for their time of day. */
  readonly timeZone?: string | null;
}

/** What follows the status word: since when, in how many tabs, or as of when it was true. */
export function PresenceText({ presence, isInRow = false, timeZone = null }: PresenceTextProps) {
  switch (presence.state) {
    case 'online':
      if (presence.isInBackground) return <> · {t('presence.inBackground')}</>;
      return presence.tabCount !== null && presence.tabCount > 1 ? (
        <> · {t('presence.tabs', { count: presence.tabCount })}</>
      ) : null;
    case 'offline':
    case 'unknown':
      return (
        <>
          {' • '}
          <LastSeen at={presence.lastSeenAt} isInRow={isInRow} timeZone={timeZone} />
        </>
      );
    case 'last-known-online':
    case 'last-known-offline':
      return <> {t('presence.asOf', { time: clockTime(presence.asOf.getTime()) })}</>;
  }
}
