import type { VisitorSort } from './visitor-sort';

export interface OnlineVisitor {
  readonly visitorId: string;
  /** Unix ms of coming online. */
  readonly sinceMs: number;
}

/** Which visitors of one site. */
export interface RosterFilter {
  readonly siteId: string;
  /** Part of a name, e-mail or external id, a whole id or the end of one; letter case does not count. */
  readonly search?: string;
  readonly includeBots: boolean;
  /** Only those with, or without, an external id. */
  readonly isIdentified?: boolean;
  /** Only those whose external id was, or was not, proved. */
  readonly isVerified?: boolean;
  readonly lastSeenAfter?: Date;
  /** Those never seen are before every instant. */
  readonly lastSeenBefore?: Date;
  /** All of them have to hold; a number or boolean is compared as JSON writes it. */
  readonly traits?: readonly { readonly key: string; readonly value: string }[];
  /** Who is online; undefined while presence cannot be read. */
  readonly online?: readonly OnlineVisitor[];
  /** Only those who are, or are not, online. Needs `online`. */
  readonly onlineFilter?: boolean;
}

/** The place of a row in one order: what the order compares, as text. Only good for the sort it came from. */
export type Keyset = readonly string[];

export interface RosterQuery extends RosterFilter {
  readonly sort: VisitorSort;
  readonly limit: number;
  readonly direction: 'forward' | 'backward';
  /** Forward: start behind that row. Backward: stop before it. Undefined: start at that end of the list. */
  readonly after?: Keyset;
}
