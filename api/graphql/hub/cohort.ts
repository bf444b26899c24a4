import type { Position } from '../../realtime-session/presence';
import type { SiteEvent } from '../../realtime-session/presence-changes';
import type { Membership } from './membership';
import type { PendingUpdate } from './pending-update';

/** Members of a group who have been told the same so far: one update is made for all of them. */
export class Cohort {
  readonly members = new Set<Membership>();
  /** How many are still on their way here: the first update waits for them. */
  arriving = 0;
  /** Whether the first update has been made. */
  hasBegun = false;
  /** Whether the next update may be made now. */
  isDue = false;
  // What happens while the past is read has to come after it.
  private early: (() => void)[] | null = [];

  constructor(readonly pending: PendingUpdate) {}

  add(event: SiteEvent): void {
    this.inOrder(() => this.pending.add(event));
  }

  gap(position: Position): void {
    this.inOrder(() => this.pending.gap(position));
  }

  /** The past has been read: what was missed, or null when that is no longer held. */
  begin(missed: readonly SiteEvent[] | null, standsAt: Position): void {
    if (!missed) this.pending.gap(standsAt);
    for (const event of missed ?? []) this.pending.add(event);
    for (const happen of this.early ?? []) happen();
    this.early = null;
  }

  /** Whether both will be told the same from now on. */
  isInStepWith({ pending }: Cohort): boolean {
    const [a, b] = [this.pending.position, pending.position];
    return this.pending.isEmpty && pending.isEmpty && a.offset === b.offset && a.epoch === b.epoch;
  }

  private inOrder(happen: () => void): void {
    if (this.early) this.early.push(happen);
    else happen();
  }
}
