/** Something asked for often and done seldom: at most once in a while, and once more after the last request. */
export class Paced {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly everyMs: number,
    private readonly act: () => void,
  ) {}

  readonly request = (): void => {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.act();
    }, this.everyMs);
  };

  /** Forgets a request that has not been met. */
  readonly cancel = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
  };
}
