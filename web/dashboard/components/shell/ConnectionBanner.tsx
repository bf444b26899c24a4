import { Button } from '@mantine/core';
import { useConnection } from '../../connection/use-connection';
import { clockTime } from '../../time/clock-time';
import { useStore } from '../../use-store';
import styles from './ConnectionBanner.module.css';

/** Says that the page is not the present, since when, and when it is again. Floats, so that nothing moves. */
export function ConnectionBanner() {
  const { monitor, retryWait } = useConnection();
  const { phase, correctAtMs, backAtMs } = useStore(monitor.status, (status) => status);
  const correctAt = correctAtMs === null ? '' : clockTime(correctAtMs);
  return (
    <div className={styles.place} aria-live="polite">
      {phase === 'stale' ? (
        <p className={styles.banner} data-phase="stale">
          <span>
            <b>Reconnecting…</b> Live updates are paused. What you see was correct at {correctAt}.
          </span>
        </p>
      ) : null}
      {phase === 'lost' ? (
        <p className={styles.banner} data-phase="lost" role="alert">
          <span>
            <b>Not live.</b> Statuses below may be out of date (last update {correctAt}).
          </span>
          <Button size="compact-sm" variant="light" onClick={retryWait.cutShort}>
            Retry now
          </Button>
        </p>
      ) : null}
      {backAtMs !== null ? (
        <p className={styles.banner} data-phase="live">
          <span>
            <b>Live again.</b> Updated at {clockTime(backAtMs)}.
          </span>
        </p>
      ) : null}
    </div>
  );
}
