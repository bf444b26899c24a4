import { isNarrowed } from './is-narrowed';
import type { RosterView } from './roster-view';

/** Whether the page itself can say where a visitor it has never listed belongs. Otherwise the server is asked. */
export function isJudgedHere(view: RosterView): boolean {
  return view.sort === 'ONLINE_FIRST' && !isNarrowed(view);
}
