import type { Position, Presence, ReadDepth } from './presence';

/** Where to go on in a part of the roster: behind somebody, from its end, or not at all. */
export type SlicePlace = { readonly score: number; readonly visitorId: string } | 'END' | 'NOWHERE';

export interface SliceQuery {
  /** False to read the list from its end upwards. */
  readonly isForward: boolean;
  /** Most visitors to name. */
  readonly limit: number;
  readonly depth: ReadDepth;
  readonly online: SlicePlace;
  readonly lapsed: SlicePlace;
  readonly left: SlicePlace;
  /** Ids from elsewhere to be told apart. */
  readonly candidateIds: readonly string[];
}

export interface SlicedVisitor {
  readonly visitorId: string;
  /** What the part is ordered by, Unix ms. */
  readonly score: number;
  readonly presence: Presence;
}

export interface SlicePart {
  readonly visitors: readonly SlicedVisitor[];
  /** Where the part goes on; null at its end. */
  readonly next: SlicePlace | null;
}

/** A piece of who is, and was lately, on a site; all of one instant. */
export interface RosterSlice {
  readonly nowMs: number;
  readonly position: Position;
  /** How many are online on the whole site. */
  readonly count: number;
  /** True after Redis was away or wiped: who is not online may be all the same. */
  readonly isUncertain: boolean;
  /** Who went before that may be in no part, because Redis was wiped; -Infinity when it was not wiped lately, Infinity for everybody. */
  readonly remembersFromMs: number;
  /** By coming online. */
  readonly online: SlicePart;
  /** By the deadline that has passed; their end is not announced yet. */
  readonly lapsed: SlicePart;
  /** By when they were last seen. */
  readonly left: SlicePart;
  /** For each candidate, whether it belongs to none of the parts. */
  readonly isCandidateElsewhere: readonly boolean[];
}
