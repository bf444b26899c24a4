import type { VisitorPresence } from './visitor-presence';

const WORDS = {
  online: 'Online',
  offline: 'Offline',
  unknown: 'Status unknown',
  'last-known-online': 'Last known: online',
  'last-known-offline': 'Last known: offline',
} as const satisfies Record<VisitorPresence['state'], string>;

/** The status in words; the colour only repeats it. */
export function presenceWord(state: VisitorPresence['state']): string {
  return WORDS[state];
}
