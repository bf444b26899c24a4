import { SegmentedControl } from '@mantine/core';
import { t } from '../../../language/t';
import { agreeingCounts } from '../../../roster/agreeing-counts';
import { isNarrowed } from '../../../roster/is-narrowed';
import type { LiveRoster } from '../../../roster/live-roster';
import type { RosterView } from '../../../roster/roster-view';
import { countText } from '../../../text/count-text';
import { useStore } from '../../../use-store';
import { FilterChips } from './FilterChips';
import { FilterMenu } from './FilterMenu';
import { ListMenu } from './ListMenu';
import styles from './RosterTools.module.css';
import { SortMenu } from './SortMenu';

const STATUSES = ['all', 'online', 'offline'] as const;

export interface RosterToolsProps {
  readonly roster: LiveRoster;
  readonly view: RosterView;
  readonly onShow: (view: RosterView) => void;
}

/** The choice of whom to list, and in which order. */
export function RosterTools({ roster, view, onShow }: RosterToolsProps) {
  const { everyoneCount, onlineCount, matchCount, status } = useStore(roster.state, (state) => state);
  const counts = agreeingCounts(everyoneCount, onlineCount);
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
              {t(`roster.${value}`)} <span className={styles.count}>{countText(counts[value])}</span>
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
          {status === 'ready' && matchCount !== null ? (
            <span className={styles.matches}>{t('roster.matches', { count: matchCount })}</span>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
