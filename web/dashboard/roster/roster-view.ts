import type { VisitorSort } from '../../generated/graphql';

/** Whom to list, beyond online or offline. */
export interface RosterNarrowing {
  /** Only those the site knows by an id of its own, or only the others; null for both. */
  readonly known: 'identified' | 'anonymous' | null;
  readonly isVerifiedOnly: boolean;
  /** Beginning of the address they are on; empty for any. */
  readonly page: string;
  /** Null for any time. */
  readonly seenWithinMinutes: number | null;
  readonly trait: { readonly key: string; readonly value: string } | null;
  readonly withBots: boolean;
}

/** What the agent asked to see. */
export interface RosterView {
  readonly siteId: string;
  readonly filter: 'all' | 'online' | 'offline';
  readonly search: string;
  readonly sort: VisitorSort;
  readonly narrowing: RosterNarrowing;
}
