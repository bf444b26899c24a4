/** What the agent asked to see. */
export interface RosterView {
  readonly siteId: string;
  readonly filter: 'all' | 'online' | 'offline';
  readonly search: string;
}
