import { clockTime } from '../../../time/clock-time';
import { LastSeen } from './LastSeen';
import type { VisitorPresence } from './visitor-presence';
import { t } from '../../../language/t';

/** What follows the status word: since when, in how many tabs, or as of when it was true. */
export function PresenceText({ presence }: { readonly presence: VisitorPresence }) {
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
          <LastSeen at={presence.lastSeenAt} />
        </>
      );
    case 'last-known-online':
    case 'last-known-offline':
      return <> {t('presence.asOf', { time: clockTime(presence.asOf.getTime()) })}</>;
  }
}
