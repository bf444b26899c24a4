import { admits } from './admits';
import { arrange } from './arrange';
import { comparePlacements } from './compare-placements';
import { isBeyond } from './is-beyond';
import type { Placement } from './placement';
import { rearrange } from './rearrange';
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
      return letIn(withPage(withoutRows(state), action.page));
    case 'pageReadAgain':
      return settled(withFirstPageAgain(state, action.page));
    case 'nextPageRead':
      return withNextPage(state, action.page);
    case 'changed':
      return withChanges(state, action);
    case 'held':
      return action.isHeld
        ? { ...state, isHeld: true, onlineWhenHeld: online(state) }
        : letIn({ ...state, isHeld: false });
    case 'letIn':
      return letIn(state);
    case 'pinned':
      return settled({ ...state, pinnedId: action.id });
    case 'failed':
      return state.status === 'ready' ? state : { ...state, status: 'failed' };
  }
}

/** Forgets who was listed, but for the one whose panel is open: whether they still match, the next page says. */
function withoutRows(state: RosterState): RosterState {
  const pinned = state.pinnedId === null ? undefined : state.placements.get(state.pinnedId);
  return { ...state, pageCount: 0, placements: merged(new Map(), pinned ? [pinned] : []), ranks: new Map() };
}

/** A held list grows at its end, where nothing that is on the screen moves. */
function withNextPage(state: RosterState, page: RosterPage): RosterState {
  const read = withPage(state, page);
  if (!state.isHeld) return arrange(read);
  const shown = new Set(state.order);
  const below = arrange(read).order.filter((id) => !shown.has(id) && !state.placements.has(id));
  return { ...read, order: [...state.order, ...below] };
}

/** The first page anew. Of a list that goes further it can say who came, but not who left. */
function withFirstPageAgain(state: RosterState, page: RosterPage): RosterState {
  if (state.pageCount <= 1) return withPage(withoutRows(state), page);
  const { pageCount, hasMore, endCursor, edge } = state;
  const later = [...state.ranks.keys()];
  const read = withPage({ ...state, ranks: new Map() }, page);
  return { ...read, pageCount, hasMore, endCursor, edge, ranks: ranked([...read.ranks.keys(), ...later]) };
}

function withPage(state: RosterState, { placements, ...facts }: RosterPage): RosterState {
  return {
    ...state,
    ...facts,
    status: 'ready',
    pageCount: state.pageCount + 1,
    placements: merged(state.placements, placements),
    ranks: ranked([...state.ranks.keys(), ...placements.map(({ id }) => id)]),
  };
}

function ranked(ids: readonly string[]): Map<string, number> {
  return new Map([...new Set(ids)].map((id, rank) => [id, rank]));
}

function withChanges(state: RosterState, action: Extract<RosterAction, { type: 'changed' }>): RosterState {
  const newest = [...new Map(action.placements.map((placement) => [placement.id, placement])).values()];
  const listed = newest.filter(({ id }) => state.placements.has(id));
  const arriving = newest.filter(
    (placement) => !state.placements.has(placement.id) && admits(state, placement),
  );
  const moving = listed.filter((placement) => !isSamePlace(state.placements.get(placement.id)!, placement));
  const isLeaving = (placement: Placement): boolean => !state.isHeld && isBeyond(state, placement);
  const lost = new Set([...action.forgotten, ...moving.filter(isLeaving).map(({ id }) => id)]);

  const placements = merged(state.placements, [...listed, ...arriving]);
  for (const id of lost) placements.delete(id);
  const next = {
    ...state,
    placements,
    ranks: reranked(state.ranks, arriving, lost),
    onlineCount: action.onlineCount,
    everyoneCount: state.everyoneCount === null ? null : state.everyoneCount + action.newcomers,
  };
  if (state.isHeld) return settled(next);
  const touched = new Set([...moving, ...arriving].map(({ id }) => id));
  for (const id of lost) touched.add(id);
  return touched.size === 0 ? next : rearrange(next, touched);
}

/** Whether the row stays where it is: most changes are of a page, and move nothing. */
function isSamePlace(known: Placement, placement: Placement): boolean {
  return known.isKnown === placement.isKnown && comparePlacements(known, placement) === 0;
}

function reranked(
  ranks: ReadonlyMap<string, number>,
  arriving: readonly Placement[],
  lost: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const hasLost = [...lost].some((id) => ranks.has(id));
  if (!hasLost && arriving.length === 0) return ranks;
  return ranked([...ranks.keys(), ...arriving.map(({ id }) => id)].filter((id) => !lost.has(id)));
}

/** Puts the rows in order, unless they are held: then new ones wait, only lost ones go, and nothing moves. */
function settled(state: RosterState): RosterState {
  if (!state.isHeld) return arrange(state);
  const order = state.order.filter((id) => state.placements.has(id));
  return order.length === state.order.length ? state : { ...state, order };
}

function letIn(state: RosterState): RosterState {
  return { ...arrange(state), onlineWhenHeld: online(state) };
}

function online({ placements }: RosterState): Set<string> {
  return new Set([...placements.values()].flatMap(({ id, isOnline }) => (isOnline ? [id] : [])));
}

function merged(known: ReadonlyMap<string, Placement>, newer: readonly Placement[]): Map<string, Placement> {
  const result = new Map(known);
  for (const placement of newer) result.set(placement.id, placement);
  return result;
}
