import { Button } from '@mantine/core';
import { useStore } from '../../../use-store';
import { InstallWidget } from './InstallWidget';
import { RosterMessage } from './RosterMessage';
import { RosterSkeleton } from './RosterSkeleton';
import { RosterSummary } from './RosterSummary';
import { RosterTable, type RosterTableProps } from './RosterTable';
import styles from './Roster.module.css';
import { ServerUnreachable } from './ServerUnreachable';
import { t } from '../../../language/t';

export interface RosterProps extends RosterTableProps {
  readonly siteKey: string;
}

/** The list with its numbers, or the reason why there is none. */
export function Roster({ siteKey, ...table }: RosterProps) {
  return (
    <section className={styles.card} aria-label={t('roster.label')}>
      <RosterSummary roster={table.roster} />
      <RosterBody siteKey={siteKey} {...table} />
    </section>
  );
}

function RosterBody({ siteKey, ...table }: RosterProps) {
  const { status, order, everyoneCount, view } = useStore(table.roster.state, (state) => state);
  if (status === 'loading') return <RosterSkeleton />;
  if (status === 'failed') return <ServerUnreachable />;
  if (order.length > 0) return <RosterTable {...table} />;
  return everyoneCount === 0 ? (
    <InstallWidget siteKey={siteKey} />
  ) : (
    <NoMatch onClear={() => table.roster.show({ ...view, filter: 'all', search: '' })} />
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <RosterMessage title={t('roster.noMatch')}>
      <Button variant="light" onClick={onClear}>
        {t('roster.clear')}
      </Button>
    </RosterMessage>
  );
}
