import { arrange } from './arrange';
import { belongs } from './belongs';
import { compareRows } from './compare-rows';
import { isStray } from './is-stray';
import type { Placement } from './placement';
import type { RosterState } from './roster-state';

/**
 * The same as {@link arrange}, of a list in which all but the touched visitors stand where they should: a busy feed
 * moves few rows of many, and the others are not compared with each other again.
 */
export function rearrange(state: RosterState, touched: ReadonlySet<string>): RosterState {
  const { placements, pinnedId } = state;
  // A row that is only kept stands out of order, so that nothing can be searched for around it.
  if (pinnedId !== null && (touched.has(pinnedId) || isStray(state, pinnedId))) return arrange(state);

  const compare = compareRows(state);
  const coming = [...touched]
    .flatMap((id) => placements.get(id) ?? [])
    .filter((placement) => belongs(state, placement))
    .sort(compare);
  const staying = state.order.filter((id) => !touched.has(id));
  return { ...state, order: merged(staying, coming, (id) => placements.get(id), compare) };
}

function merged(
  staying: readonly string[],
  coming: readonly Placement[],
  placementOf: (id: string) => Placement | undefined,
  compare: (a: Placement, b: Placement) => number,
): string[] {
  const result: string[] = [];
  let from = 0;
  for (const placement of coming) {
    const at = placeOf(placement);
    for (; from < at; from += 1) result.push(staying[from]!);
    result.push(placement.id);
  }
  for (; from < staying.length; from += 1) result.push(staying[from]!);
  return result;

  function placeOf(placement: Placement): number {
    let low = from;
    let high = staying.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = placementOf(staying[middle]!);
      if (there !== undefined && compare(there, placement) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
