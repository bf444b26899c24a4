/** How far the screen may be believed. Only in "live" is what it shows the present. */
export type ConnectionPhase = 'connecting' | 'live' | 'stale' | 'lost';
