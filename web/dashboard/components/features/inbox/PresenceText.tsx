import { clockTime } from '../../../time/clock-time';
import { LastSeen } from './LastSeen';
import type { VisitorPresence } from './visitor-presence';

/** What follows the status word: since when, in how many tabs, or as of when it was true. */
export function PresenceText({ presence }: { readonly presence: VisitorPresence }) {
  switch (presence.state) {
    case 'online':
      if (presence.isInBackground) return <> · in a background tab</>;
      return presence.tabCount !== null && presence.tabCount > 1 ? <> · {presence.tabCount} tabs</> : null;
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
      return <> as of {clockTime(presence.asOf.getTime())}</>;
  }
}
