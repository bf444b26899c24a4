import { Button } from '@mantine/core';
import { t } from '../../language/t';
import { RosterMessage } from './RosterMessage';

/** Stands for a part of the dashboard that could not be fetched: the server is away, or has been given a newer dashboard. */
export function PartMissing() {
  return (
    <RosterMessage title={t('part.missing.title')}>
      <p>{t('part.missing.text')}</p>
      <Button variant="light" onClick={() => window.location.reload()}>
        {t('part.missing.reload')}
      </Button>
    </RosterMessage>
  );
}
