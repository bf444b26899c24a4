import type { LiveRoster } from '../../../../roster/live-roster';
import { useStore } from '../../../../use-store';

/** False while the rows are still those of the view before: of another filter, sort or search. */
export function useIsAnswered(roster: LiveRoster): boolean {
  const asked = useStore(roster.state, ({ view }) => view);
  return useStore(roster.answeredView, (answered) => answered === asked);
}
