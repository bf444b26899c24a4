import { admits } from './admits';
import { comparePlacements } from './compare-placements';
import { matchesFilter } from './matches-filter';
import type { Placement } from './placement';
import type { RosterAction, RosterPage } from './roster-action';
import { emptyRoster, type RosterState } from './roster-state';

/** The roster after one thing has happened. Repeating an action changes nothing but the count of newcomers. */
export function reduceRoster(state: RosterState, action: RosterAction): RosterState {
  switch (action.type) {
    case 'viewChosen':
      // Another site's visitors must not be seen for a single frame; another filter keeps its rows until the answer.
      return action.view.siteId === state.view.siteId
        ? { ...state, view: action.view }
        : emptyRoster(action.view);
    case 'pageRead':
      return arrange(withPage({ ...state, placements: new Map(), isHeld: false }, action.page), state.isHeld);
    case 'nextPageRead':
      return arrange(withPage(state, action.page));
    case 'changed':
      return withChanges(state, action);
    case 'held':
      return arrange({ ...state, isHeld: action.isHeld });
    case 'failed':
      return state.status === 'ready' ? state : { ...state, status: 'failed' };
  }
}

function withPage(state: RosterState, { placements, ...facts }: RosterPage): RosterState {
  return { ...state, ...facts, status: 'ready', placements: merged(state.placements, placements) };
}

function withChanges(state: RosterState, action: Extract<RosterAction, { type: 'changed' }>): RosterState {
  const welcome = action.placements.filter(({ id }) => state.placements.has(id));
  const arriving = action.placements.filter(
    (placement) => !state.placements.has(placement.id) && admits(state, placement),
  );
  const placements = merged(state.placements, [...welcome, ...arriving]);
  for (const id of action.forgotten) placements.delete(id);
  return arrange({
    ...state,
    placements,
    order: state.order.filter((id) => placements.has(id)),
    onlineCount: action.onlineCount,
    everyoneCount: state.everyoneCount === null ? null : state.everyoneCount + action.newcomers,
  });
}

/** Puts the rows in order, unless they are held: then new ones go on waiting and nothing moves. */
function arrange(state: RosterState, isHeldAfter = state.isHeld): RosterState {
  if (state.isHeld) return state;
  const shown = [...state.placements.values()].filter((placement) =>
    matchesFilter(state.view.filter, placement),
  );
  return { ...state, isHeld: isHeldAfter, order: shown.sort(comparePlacements).map(({ id }) => id) };
}

function merged(known: ReadonlyMap<string, Placement>, newer: readonly Placement[]): Map<string, Placement> {
  const result = new Map(known);
  for (const placement of newer) result.set(placement.id, placement);
  return result;
}
