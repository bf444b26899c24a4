/** What the list can tell of a visitor beside who it is. */
export type Column =
  'page' | 'spent' | 'place' | 'device' | 'email' | 'referrer' | 'firstSeen' | 'visits' | 'tabs';
