import type { ConnectionPhase } from '../../connection/connection-phase';
import { useConnection } from '../../connection/use-connection';
import { useStore } from '../../use-store';
import styles from './ConnectionPill.module.css';

const WORDS: Record<ConnectionPhase, string> = {
  connecting: 'Connecting…',
  live: 'Live',
  stale: 'Reconnecting…',
  lost: 'Not live',
};

/** Whether what is on the screen is the present, in one word. */
export function ConnectionPill() {
  const { monitor } = useConnection();
  const phase = useStore(monitor.status, (status) => status.phase);
  return (
    <span className={styles.pill} data-phase={phase} data-testid="connection">
      {WORDS[phase]}
    </span>
  );
}
