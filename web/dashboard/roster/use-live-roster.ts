import { useEffect, useState } from 'react';
import { useConnection } from '../connection/use-connection';
import type { LiveRoster } from './live-roster';

/** A roster that runs while the component is on the page. It begins with the given site. */
export function useLiveRoster(siteId: string): LiveRoster {
  const connection = useConnection();
  const [roster] = useState(() => connection.newRoster({ siteId, filter: 'all', search: '' }));
  useEffect(() => connection.run(roster), [connection, roster]);
  return roster;
}
