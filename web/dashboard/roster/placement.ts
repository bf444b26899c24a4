import type { VisitorCardFragment } from '../../generated/graphql';

/** As much of a visitor as decides where their row stands. */
export interface Placement {
  readonly id: string;
  readonly isOnline: boolean;
  readonly isKnown: boolean;
  readonly onlineSinceMs: number;
  readonly lastSeenMs: number;
}

const NEVER_MS = 0;

export function placementOf(visitor: VisitorCardFragment): Placement {
  return {
    id: visitor.id,
    isOnline: visitor.isOnline,
    isKnown: visitor.presence.state !== 'UNKNOWN',
    onlineSinceMs: visitor.presence.since ? Date.parse(visitor.presence.since) : NEVER_MS,
    lastSeenMs: visitor.lastSeenAt ? Date.parse(visitor.lastSeenAt) : NEVER_MS,
  };
}
