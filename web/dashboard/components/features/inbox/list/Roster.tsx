import { Button } from '@mantine/core';
import type { Ref } from 'react';
import { t } from '../../../../language/t';
import type { LiveRoster } from '../../../../roster/live-roster';
import { plainView } from '../../../../roster/plain-view';
import type { RosterState } from '../../../../roster/roster-state';
import { useStoreInSlices } from '../../../../use-store-in-slices';
import { InstallWidget, type NewSite } from './InstallWidget';
import { RosterGrid, type GridKeys } from './RosterGrid';
import { RosterMessage } from '../../../shell/RosterMessage';
import { RosterSkeleton } from './RosterSkeleton';
import { RosterSummary } from './RosterSummary';
import { RosterTools } from './RosterTools';
import styles from './Roster.module.css';
import { ServerUnreachable } from './ServerUnreachable';
import type { RosterAddress } from '../use-roster-address';

const wholeOf = (state: RosterState): RosterState => state;

export interface RosterProps {
  readonly roster: LiveRoster;
  readonly address: RosterAddress;
  readonly site: NewSite;
  readonly grid: Ref<GridKeys>;
}

/** The list with its numbers, or the reason why there is none. */
export function Roster(props: RosterProps) {
  const { roster, address } = props;
  return (
    <section className={styles.card} aria-label={t('roster.label')}>
      <RosterSummary roster={roster} />
      <RosterTools roster={roster} view={address.view} onShow={address.show} />
      <RosterBody {...props} />
    </section>
  );
}

function RosterBody({ roster, address, site, grid }: RosterProps) {
  const { status, order, everyoneCount, view } = useStoreInSlices(roster.state, wholeOf);
  if (status === 'loading') return <RosterSkeleton />;
  if (status === 'failed') return <ServerUnreachable />;
  if (order.length > 0) return <RosterGrid roster={roster} address={address} keys={grid} />;
  return everyoneCount === 0 ? (
    <InstallWidget site={site} />
  ) : (
    <NoMatch onClear={() => address.show(plainView(view.siteId))} />
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
