import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useConnection } from '../../../../connection/use-connection';
import { t } from '../../../../language/t';
import { fullTime } from '../../../../time/full-time';
import { useStore } from '../../../../use-store';
import { RosterMessage } from '../../../shell/RosterMessage';
import styles from './ServerUnreachable.module.css';

const SECOND_MS = 1_000;

/** The first read failed; says when the next one will be made, and lets the agent not wait for it. */
export function ServerUnreachable() {
  const { retryWait } = useConnection();
  const dueAtMs = useStore(retryWait.dueAtMs, (due) => due);
  const [nowMs, setNowMs] = useState(Date.now);
  const [failedAt] = useState(() => new Date());
  const [hasDetails, setHasDetails] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = dueAtMs === null ? 0 : Math.max(0, Math.ceil((dueAtMs - nowMs) / SECOND_MS));
  return (
    <RosterMessage title={t('server.unreachable')}>
      <p>{seconds > 0 ? t('server.tryingIn', { seconds }) : t('server.trying')}</p>
      <Group gap="xs">
        <Button variant="light" onClick={retryWait.cutShort}>
          {t('server.retryNow')}
        </Button>
        <Button variant="subtle" aria-expanded={hasDetails} onClick={() => setHasDetails(!hasDetails)}>
          {t(hasDetails ? 'server.hideDetails' : 'server.showDetails')}
        </Button>
      </Group>
      {hasDetails ? (
        <dl className={styles.details}>
          <dt>{t('server.address')}</dt>
          <dd>
            <bdi dir="ltr">{window.location.origin}</bdi>
          </dd>
          <dt>{t('server.since')}</dt>
          <dd>{fullTime(failedAt)}</dd>
          <dt>{t('server.network')}</dt>
          <dd>{t(navigator.onLine ? 'server.networkUp' : 'server.networkDown')}</dd>
        </dl>
      ) : null}
    </RosterMessage>
  );
}
