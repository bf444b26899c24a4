import type { VisitorCardFragment } from '../../generated/graphql';

const QUIET_MS = 5_000;

/** Collects who came online and hands them on together, so that nobody is told twice within a few seconds. */
export class Arrivals {
  private readonly come = new Map<string, VisitorCardFragment>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (visitors: readonly VisitorCardFragment[]) => void) {}

  add(visitors: readonly VisitorCardFragment[]): void {
    for (const visitor of visitors) this.come.set(visitor.id, visitor);
    if (this.timer === undefined) this.flush();
  }

  /** Tells nothing any more. */
  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.come.clear();
  }

  private readonly flush = (): void => {
    this.timer = undefined;
    if (this.come.size === 0) return;
    const together = [...this.come.values()];
    this.come.clear();
    this.timer = setTimeout(this.flush, QUIET_MS);
    this.tell(together);
  };
}
