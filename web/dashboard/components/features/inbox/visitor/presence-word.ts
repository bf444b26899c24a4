import type { MessageId } from '../../../../language/catalogue';
import type { VisitorPresence } from './visitor-presence';
import { t } from '../../../../language/t';

const WORDS = {
  online: 'presence.online',
  offline: 'presence.offline',
  unknown: 'presence.unknown',
  'last-known-online': 'presence.lastKnownOnline',
  'last-known-offline': 'presence.lastKnownOffline',
} as const satisfies Record<VisitorPresence['state'], MessageId>;

/** The status in words; the colour only repeats it. */
export function presenceWord(state: VisitorPresence['state']): string {
  return t(WORDS[state]);
}
