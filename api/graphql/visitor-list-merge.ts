import type { Presence } from '../realtime-session/presence';
import type { RosterSlice, SlicePart } from '../realtime-session/roster-slice';
import type { Visitor } from '../visitors/visitor.entity';
import type { ListPart, ListPlace } from './visitor-list-place';

/** Somebody on the list. */
export interface ListEntry {
  readonly place: ListPlace;
  readonly visitorId: string;
  readonly presence: Presence;
  /** Null until the row is read. */
  readonly visitor: Visitor | null;
}

/** Rows of visitors who are probably only in PostgreSQL, in any order, from where the list goes on. */
export interface Candidates {
  readonly visitors: readonly Visitor[];
  /** Whether the rows may go on. */
  readonly hasMore: boolean;
}

export interface Merged {
  readonly entries: readonly ListEntry[];
  /** Where the list goes on; null at its end. */
  readonly next: ListPlace | null;
}

/**
 * Puts what Redis and PostgreSQL say together, up to where both have been read. `parts` in the direction read; without
 * candidates it ends before the rest.
 */
export function mergeList(
  slice: RosterSlice,
  candidates: Candidates | null,
  parts: readonly ListPart[],
  isForward: boolean,
): Merged {
  const entries: ListEntry[] = [];
  for (const part of parts) {
    const merged = part === 'rest' ? mergeRest(slice, candidates, isForward) : mergePart(slice[part], part);
    entries.push(...merged.entries);
    if (merged.next) return { entries, next: merged.next };
  }
  return { entries, next: null };
}

function mergePart({ visitors, next }: SlicePart, part: ListPart): Merged {
  return {
    entries: visitors.map(({ visitorId, score, presence }) => ({
      place: { part, at: { score, visitorId } },
      visitorId,
      presence,
      visitor: null,
    })),
    next: next && next !== 'NOWHERE' ? { part, at: next } : null,
  };
}

function mergeRest(slice: RosterSlice, candidates: Candidates | null, isForward: boolean): Merged {
  const recent = mergePart(slice.left, 'rest');
  if (!candidates) return { entries: [], next: { part: 'rest', at: 'END' } };
  if (recent.next?.at === 'END') return { entries: [], next: recent.next };
  const order = isForward ? -1 : 1;
  const compare = (a: ListPlace, b: ListPlace) => order * ascending(a, b);
  const older = olderOf(slice, candidates, compare);
  const ends = [recent.next, older.next].filter((place) => place !== null).sort(compare);
  const next = ends[0] ?? null;
  const entries = [...recent.entries, ...older.entries]
    .filter(({ place }) => next === null || compare(place, next) <= 0)
    .sort((a, b) => compare(a.place, b.place));
  return { entries, next };
}

function olderOf(
  { nowMs, isCandidateElsewhere }: RosterSlice,
  { visitors, hasMore }: Candidates,
  compare: (a: ListPlace, b: ListPlace) => number,
): Merged {
  const presence: Presence = {
    state: 'OFFLINE',
    asOfMs: nowMs,
    depth: 'pages',
    sinceMs: null,
    sessions: [],
    pages: null,
  };
  const entries = visitors.map((visitor): ListEntry => {
    const score = visitor.lastSeenAt?.getTime() ?? -Infinity;
    return {
      place: { part: 'rest', at: { score, visitorId: visitor.id } },
      visitorId: visitor.id,
      presence,
      visitor,
    };
  });
  const places = entries.map(({ place }) => place).sort(compare);
  return {
    entries: entries.filter((_, i) => isCandidateElsewhere[i]),
    next: hasMore ? (places.at(-1) ?? null) : null,
  };
}

/** Places of the rest by last seen, then id. An end that nobody has gone on from is before everybody. */
function ascending({ at: a }: ListPlace, { at: b }: ListPlace): number {
  if (a === 'END' || b === 'END') throw new Error('an end of a part has no place among its visitors');
  if (a.score !== b.score) return a.score < b.score ? -1 : 1;
  return a.visitorId === b.visitorId ? 0 : a.visitorId < b.visitorId ? -1 : 1;
}
