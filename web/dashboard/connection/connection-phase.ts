/**
 * How far the screen may be believed. Only in "live" is what it shows the present; in "polling" it is the present of
 * a few seconds ago, and nothing is missing.
 */
export type ConnectionPhase = 'connecting' | 'live' | 'polling' | 'stale' | 'lost';
