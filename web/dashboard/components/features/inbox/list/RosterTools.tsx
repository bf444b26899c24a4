import { SegmentedControl } from '@mantine/core';
import { memo } from 'react';
import { t } from '../../../../language/t';
import { isNarrowed } from '../../../../roster/is-narrowed';
import type { LiveRoster } from '../../../../roster/live-roster';
import type { RosterState } from '../../../../roster/roster-state';
import type { RosterView } from '../../../../roster/roster-view';
import { useStoreInSlices } from '../../../../use-store-in-slices';
import { FilterChips } from './FilterChips';
import { FilterCount } from './FilterCount';
import { FilterMenu } from './FilterMenu';
import { ListMenu } from './ListMenu';
import styles from './RosterTools.module.css';
import { SortMenu } from './SortMenu';
import { useIsAnswered } from './use-is-answered';

const STATUSES = ['all', 'online', 'offline'] as const;
const matchesOf = ({ status, matchCount }: RosterState): number | null =>
  status === 'ready' ? matchCount : null;

export interface RosterToolsProps {
  readonly roster: LiveRoster;
  readonly view: RosterView;
  readonly onShow: (view: RosterView) => void;
}

/** The choice of whom to list, and in which order. */
export const RosterTools = memo(function RosterTools({ roster, view, onShow }: RosterToolsProps) {
  const matchCount = useStoreInSlices(roster.state, matchesOf);
  const isAnswered = useIsAnswered(roster);
  return (
    <div className={styles.tools}>
      <SegmentedControl
        aria-label={t('roster.which')}
        size="sm"
        radius={10}
        withItemsBorders={false}
        className={styles.filters}
        value={view.filter}
        onChange={(filter) => onShow({ ...view, filter })}
        data={STATUSES.map((value) => ({
          value,
          label: (
            <span>
              {t(`roster.${value}`)} <FilterCount roster={roster} filter={value} />
            </span>
          ),
        }))}
      />
      <FilterMenu view={view} onShow={onShow} />
      <div className={styles.end}>
        <SortMenu view={view} onShow={onShow} />
        <ListMenu />
      </div>
      {isNarrowed(view) ? (
        <div className={styles.narrowed}>
          <FilterChips view={view} onShow={onShow} />
          {isAnswered && matchCount !== null ? (
            <span className={styles.matches}>{t('roster.matches', { count: matchCount })}</span>
          ) : null}
        </div>
      ) : null}
    </div>
  );
});
