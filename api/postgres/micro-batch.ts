import DataLoader from 'dataloader';

/**
 * Gathers what comes while a write is under way and gives it to `write` together, in the order it came; whoever comes while
 * nothing is under way does not wait. When a batch fails, each of its items is tried alone, so that one cannot spoil another.
 */
export class MicroBatch<Item, Result> {
  private isWriting = false;
  private waiting: (() => void)[] = [];
  private readonly loader: DataLoader<Item, Result>;

  constructor(
    private readonly write: (items: readonly Item[]) => Promise<Result[]>,
    maxBatchSize: number,
  ) {
    this.loader = new DataLoader((items) => this.run(items), {
      cache: false,
      maxBatchSize,
      batchScheduleFn: (dispatch) => {
        if (this.isWriting) this.waiting.push(dispatch);
        else setImmediate(dispatch);
      },
    });
  }

  /** Resolves when the item is written; rejects with what its own write ended in. */
  add(item: Item): Promise<Result> {
    return this.loader.load(item);
  }

  private async run(items: readonly Item[]): Promise<(Result | Error)[]> {
    this.isWriting = true;
    try {
      return await this.write(items).catch((error: unknown) => this.writeOneByOne(items, error));
    } finally {
      this.isWriting = false;
      for (const dispatch of this.waiting.splice(0)) dispatch();
    }
  }

  private async writeOneByOne(items: readonly Item[], error: unknown): Promise<(Result | Error)[]> {
    if (items.length === 1) return [toError(error)];
    const results: (Result | Error)[] = [];
    for (const item of items) results.push(await this.write([item]).then(([result]) => result!, toError));
    return results;
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
