import { useConnection } from '../../connection/use-connection';
import { t } from '../../language/t';
import { useStore } from '../../use-store';
import styles from './PageFooter.module.css';

/** What is worth a line, and no more: that this computer's clock is wrong, and that no time here goes by it. */
export function PageFooter() {
  const { clock } = useConnection();
  const behind = useStore(clock.behindByMinutes, (minutes) => minutes);
  if (behind === 0) return null;
  return (
    <footer className={styles.footer}>
      {t(behind > 0 ? 'clock.behind' : 'clock.ahead', { count: Math.abs(behind) })}
    </footer>
  );
}
