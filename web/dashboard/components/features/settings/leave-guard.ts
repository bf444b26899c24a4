import { Store } from '../../../store';

/** Stands between unsaved work and whatever leads away from it. */
export class LeaveGuard {
  /** Where the agent wants to go while there is unsaved work; null when nobody asks. */
  readonly asking = new Store<(() => void) | null>(null);
  private readonly holds = new Set<symbol>();

  /** Something would be lost, until the returned function is called. */
  readonly hold = (): (() => void) => {
    const hold = Symbol();
    this.holds.add(hold);
    return () => void this.holds.delete(hold);
  };

  /** True when something would be lost now. */
  readonly isHolding = (): boolean => this.holds.size > 0;

  /** Goes at once when nothing would be lost, else asks first. */
  readonly leave = (go: () => void): void => {
    if (this.isHolding()) this.asking.set(go);
    else go();
  };

  /** The agent stays. */
  readonly stay = (): void => this.asking.set(null);

  /** The agent goes, and what was not saved is lost. */
  readonly letGo = (): void => {
    const go = this.asking.get();
    this.holds.clear();
    this.asking.set(null);
    go?.();
  };
}
