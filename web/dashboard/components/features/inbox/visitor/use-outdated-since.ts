import { useConnection } from '../../../../connection/use-connection';
import { useStore } from '../../../../use-store';
import type { OutdatedSinceMs } from './presence-of';

/** Null while the screen may be believed, else when it was last right. */
export function useOutdatedSince(): OutdatedSinceMs {
  const { monitor } = useConnection();
  return useStore(monitor.status, ({ phase, correctAtMs }) =>
    phase === 'stale' || phase === 'lost' ? correctAtMs : null,
  );
}
