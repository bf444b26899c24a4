import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { pageAnnouncer } from '../../announcements/page-announcer';
import { useConnection } from '../../connection/use-connection';
import { t } from '../../language/t';
import { clockTime } from '../../time/clock-time';
import { useStore } from '../../use-store';
import styles from './ConnectionBanner.module.css';

/** Says that the page is not the present, since when, and when it is again. Floats, so that nothing moves. */
export function ConnectionBanner() {
  const { monitor, retryWait } = useConnection();
  const phase = useStore(monitor.status, (status) => status.phase);
  const backAtMs = useStore(monitor.status, (status) => status.backAtMs);
  // While all is well it moves on with every message, and nobody is told of it.
  const correctAtMs = useStore(monitor.status, (status) =>
    status.phase === 'stale' || status.phase === 'lost' ? status.correctAtMs : null,
  );
  const correctAt = correctAtMs === null ? '' : clockTime(correctAtMs);
  const spoken =
    phase === 'stale' ? t('banner.stale.title') : backAtMs === null ? null : t('banner.back.title');
  useEffect(() => {
    if (spoken !== null) pageAnnouncer.say(spoken);
  }, [spoken]);
  return (
    <div className={styles.place}>
      {phase === 'stale' ? (
        <p className={styles.banner} data-phase="stale">
          <span>
            <b>{t('banner.stale.title')}</b> {t('banner.stale.text', { time: correctAt })}
          </span>
        </p>
      ) : null}
      {phase === 'lost' ? (
        <div className={styles.banner} data-phase="lost">
          <span role="alert">
            <b>{t('banner.lost.title')}</b> {t('banner.lost.text', { time: correctAt })}
          </span>
          <Button size="compact-sm" variant="light" onClick={retryWait.cutShort}>
            {t('server.retryNow')}
          </Button>
        </div>
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
