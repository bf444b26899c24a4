import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useConnection } from '../../../connection/use-connection';
import { useStore } from '../../../use-store';
import { RosterMessage } from './RosterMessage';
import { t } from '../../../language/t';

const SECOND_MS = 1_000;

/** The first read failed; says when the next one will be made, and lets the agent not wait for it. */
export function ServerUnreachable() {
  const { retryWait } = useConnection();
  const dueAtMs = useStore(retryWait.dueAtMs, (due) => due);
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = dueAtMs === null ? 0 : Math.max(0, Math.ceil((dueAtMs - nowMs) / SECOND_MS));
  return (
    <RosterMessage title={t('server.unreachable')}>
      <p>{seconds > 0 ? t('server.tryingIn', { seconds }) : t('server.trying')}</p>
      <Button variant="light" onClick={retryWait.cutShort}>
        {t('server.retryNow')}
      </Button>
    </RosterMessage>
  );
}
