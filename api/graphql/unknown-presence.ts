import type { Presence } from '../realtime-session/presence';

/** Of whoever could not be looked up. */
export function unknownPresence(asOfMs: number): Presence {
  return { state: 'UNKNOWN', asOfMs, depth: 'pages', sinceMs: null, sessions: null, pages: null };
}
