import { Button } from '@mantine/core';
import { useConnection } from '../../connection/use-connection';
import { clockTime } from '../../time/clock-time';
import { useStore } from '../../use-store';
import styles from './ConnectionBanner.module.css';
import { t } from '../../language/t';

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
            <b>{t('banner.stale.title')}</b> {t('banner.stale.text', { time: correctAt })}
          </span>
        </p>
      ) : null}
      {phase === 'lost' ? (
        <p className={styles.banner} data-phase="lost" role="alert">
          <span>
            <b>{t('banner.lost.title')}</b> {t('banner.lost.text', { time: correctAt })}
          </span>
          <Button size="compact-sm" variant="light" onClick={retryWait.cutShort}>
            {t('server.retryNow')}
          </Button>
        </p>
      ) : null}
      {backAtMs !== null ? (
        <p className={styles.banner} data-phase="live">
          <span>
            <b>{t('banner.back.title')}</b> {t('banner.back.text', { time: clockTime(backAtMs) })}
          </span>
        </p>
      ) : null}
    </div>
  );
}
