import { isLive, type Session, type ViewedPage } from './presence';

type PackedSession = [
  tabId: string,
  seq: number,
  deadlineMs: number,
  beatMs: number,
  startedMs: number,
  visible: number,
  visibleAtMs: number,
  url: string,
  title: string,
  referrer: string,
  pageSinceMs: number,
];

export interface Visit {
  readonly sinceMs: number;
  /** Live ones only, most recently visible first. */
  readonly sessions: readonly Session[];
}

/** Reads what the scripts packed (see scripts/prelude.lua). Null for a visitor the store does not hold. */
export function unpackVisit(packed: string, nowMs: number): Visit | null {
  if (packed === '') return null;
  const [sinceMs, sessions] = JSON.parse(packed) as [number, PackedSession[] | undefined];
  const live = (sessions ?? []).filter((session) => isLive(session[2], nowMs)).sort(byRecentlyVisible);
  return { sinceMs, sessions: live.map(unpackSession) };
}

/** When a packed visit was last heard, Unix ms; null when it has no session, as while a goodbye waits. */
export function lastBeatOf(packed: string): number | null {
  const [, sessions] = JSON.parse(packed) as [number, PackedSession[] | undefined];
  return sessions?.length ? Math.max(...sessions.map((session) => session[3])) : null;
}

/** A page as the scripts write it: [url, title, referrer, since ms]. */
export function unpackPage(packed: readonly [string, string, string, number]): ViewedPage {
  const [url, title, referrer, sinceMs] = packed;
  return { url, title: title || null, referrer: referrer || null, sinceMs };
}

/** The pages of a visit as the scripts write them; null when there are none. */
export function unpackPages(packed: string): ViewedPage[] | null {
  return packed === '' ? null : (JSON.parse(packed) as [string, string, string, number][]).map(unpackPage);
}

// The same order as front_of() in prelude.lua.
function byRecentlyVisible(a: PackedSession, b: PackedSession): number {
  return b[5] - a[5] || b[6] - a[6] || b[4] - a[4] || (a[0] > b[0] ? -1 : 1);
}

function unpackSession(packed: PackedSession): Session {
  const [tabId, , deadlineMs, lastHeartbeatAtMs, startedAtMs, visible, , url, title, referrer, since] =
    packed;
  return {
    tabId,
    isVisible: visible === 1,
    startedAtMs,
    lastHeartbeatAtMs,
    deadlineMs,
    page: url === '' ? null : unpackPage([url, title, referrer, since]),
  };
}
