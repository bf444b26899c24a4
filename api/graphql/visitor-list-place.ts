import type { SlicePlace } from '../realtime-session/roster-slice';
import type { Keyset } from '../visitors/roster-query';

export const LIST_PARTS = ['online', 'lapsed', 'rest'] as const;
/** Parts of the list that begins with who is online; see OnlineFirstList. */
export type ListPart = (typeof LIST_PARTS)[number];

/** A place in the list: behind somebody, or at the end of a part that one comes to first. */
export interface ListPlace {
  readonly part: ListPart;
  readonly at: { readonly score: number; readonly visitorId: string } | 'END';
}

const NEVER = '-infinity';

/** A keyset; that of the rest can be compared by SQL as well. */
export function keysetOf({ part, at }: ListPlace): Keyset {
  if (at === 'END') return [part];
  return part === 'rest'
    ? [part, ...seenKeyset(at.score, at.visitorId)]
    : [part, String(at.score), at.visitorId];
}

/** The keyset of SQL for somebody last seen then; -Infinity for never. */
export function seenKeyset(lastSeenMs: number, visitorId: string): Keyset {
  return [lastSeenMs === -Infinity ? NEVER : new Date(lastSeenMs).toISOString(), visitorId];
}

export function placeOf([part, score, visitorId]: Keyset): ListPlace {
  if (score === undefined || visitorId === undefined) return { part: part as ListPart, at: 'END' };
  const ms = part !== 'rest' ? Number(score) : score === NEVER ? -Infinity : Date.parse(score);
  return { part: part as ListPart, at: { score: ms, visitorId } };
}

/** How a place in the rest reads in Redis, which knows nobody who was never seen. */
export function slicePlace(at: ListPlace['at']): SlicePlace {
  return at !== 'END' && at.score === -Infinity ? { ...at, score: 0 } : at;
}
