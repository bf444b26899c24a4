import { Store } from '../../../store';

/** Stands between unsaved work and whatever leads away from it. */
export class LeaveGuard {
  /** Where the agent wants to go while there is unsaved work; null when nobody asks. */
  readonly asking = new Store<(() => void) | null>(null);
  private isDirty = false;

  /** Says whether something would be lost. */
  readonly setDirty = (isDirty: boolean): void => {
    this.isDirty = isDirty;
  };

  /** True when something would be lost now. */
  readonly isHolding = (): boolean => this.isDirty;

  /** Goes at once when nothing would be lost, else asks first. */
  readonly leave = (go: () => void): void => {
    if (this.isDirty) this.asking.set(go);
    else go();
  };

  /** The agent stays. */
  readonly stay = (): void => this.asking.set(null);

  /** The agent goes, and what was not saved is lost. */
  readonly letGo = (): void => {
    const go = this.asking.get();
    this.isDirty = false;
    this.asking.set(null);
    go?.();
  };
}
