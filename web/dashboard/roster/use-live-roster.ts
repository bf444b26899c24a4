import { useEffect, useState } from 'react';
import { useConnection } from '../connection/use-connection';
import type { LiveRoster } from './live-roster';
import type { RosterView } from './roster-view';

/** A roster that runs while the component is on the page. It begins with the given view. */
export function useLiveRoster(view: RosterView): LiveRoster {
  const connection = useConnection();
  const [roster] = useState(() => connection.newRoster(view));
  useEffect(() => connection.run(roster), [connection, roster]);
  return roster;
}
