/** The words of presence, used by every layer above. Instants ending in Ms are Unix milliseconds of Redis's clock. */

export interface VisitorRef {
  readonly siteId: string;
  readonly visitorId: string;
}

export interface Page {
  readonly url: string;
  readonly title: string | null;
  readonly referrer: string | null;
}

export interface ViewedPage extends Page {
  readonly sinceMs: number;
}

/** One page load in one tab. */
export interface Session {
  readonly tabId: string;
  readonly isVisible: boolean;
  readonly startedAtMs: number;
  readonly lastHeartbeatAtMs: number;
  readonly deadlineMs: number;
  readonly page: ViewedPage | null;
}

export type PresenceState = 'ONLINE' | 'OFFLINE' | 'UNKNOWN';

export const READ_DEPTHS = ['state', 'sessions', 'pages'] as const;
/** How much is read about a visitor; each includes what comes before it. */
export type ReadDepth = (typeof READ_DEPTHS)[number];

/** What the store says about a visitor at one instant. */
export interface Presence {
  readonly state: PresenceState;
  readonly asOfMs: number;
  /** How much was read. What lies beyond it is null. */
  readonly depth: ReadDepth;
  /** When the visitor came online; null when not online. */
  readonly sinceMs: number | null;
  /** Live sessions, most recently visible first; null when they could not be read. */
  readonly sessions: readonly Session[] | null;
  /** Pages of the visit that is on, newest first; null when there is none, or they were not asked for. */
  readonly pages: readonly ViewedPage[] | null;
}

export type ChangeKind = 'CAME_ONLINE' | 'WENT_OFFLINE' | 'PAGE_CHANGED' | 'FORGOTTEN';
export type ChangeReason =
  'IDENTIFIED' | 'HEARTBEAT_RESUMED' | 'NAVIGATED' | 'DISCONNECTED' | 'TIMED_OUT' | 'FORGOTTEN';

/** Where a site's numbered changes stand. Offsets of different epochs cannot be compared. */
export interface Position {
  readonly epoch: string;
  readonly offset: number;
}

/** A numbered event of a site. */
export interface Change {
  readonly siteId: string;
  readonly position: Position;
  readonly kind: ChangeKind;
  readonly visitorId: string;
  readonly reason: ChangeReason;
  readonly page: ViewedPage | null;
  readonly occurredAtMs: number;
  readonly onlineVisitorCount: number;
}

/** Everybody must read again: changes went by that were not announced one by one. */
export interface ResyncNotice {
  readonly siteId: string;
  readonly position: Position;
  readonly kind: 'RESYNC';
}

/** A deadline is live until it passes; no deadline is not live. */
export function isLive(deadlineMs: number | null, nowMs: number): boolean {
  return deadlineMs !== null && deadlineMs > nowMs;
}
