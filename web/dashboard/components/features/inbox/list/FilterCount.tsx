import { agreeingCounts } from '../../../../roster/agreeing-counts';
import type { LiveRoster } from '../../../../roster/live-roster';
import type { RosterState } from '../../../../roster/roster-state';
import type { RosterView } from '../../../../roster/roster-view';
import { countText } from '../../../../text/count-text';
import { useStoreInSlices } from '../../../../use-store-in-slices';
import styles from './RosterTools.module.css';

const everyoneOf = ({ everyoneCount }: RosterState): number | null => everyoneCount;
const onlineOf = ({ onlineCount }: RosterState): number | null => onlineCount;

export interface FilterCountProps {
  readonly roster: LiveRoster;
  readonly filter: RosterView['filter'];
}

/** How many visitors a filter would show. By itself, for it moves with every change, and the control around it does not. */
export function FilterCount({ roster, filter }: FilterCountProps) {
  const everyone = useStoreInSlices(roster.state, everyoneOf);
  const online = useStoreInSlices(roster.state, onlineOf);
  return <span className={styles.count}>{countText(agreeingCounts(everyone, online)[filter])}</span>;
}
