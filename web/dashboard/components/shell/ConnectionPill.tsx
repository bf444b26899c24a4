import { useConnection } from '../../connection/use-connection';
import { useStore } from '../../use-store';
import styles from './ConnectionPill.module.css';
import { t } from '../../language/t';

/** Whether what is on the screen is the present, in one word. */
export function ConnectionPill() {
  const { monitor } = useConnection();
  const phase = useStore(monitor.status, (status) => status.phase);
  return (
    <span className={styles.pill} data-phase={phase} data-testid="connection">
      {t(`connection.${phase}`)}
    </span>
  );
}
