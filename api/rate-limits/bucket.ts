/** Points that are taken by what a caller does and come back at an even rate. */
export interface Bucket {
  /** Points it holds when it is full. */
  readonly limit: number;
  readonly restorePerSecond: number;
}

/** What came of asking a bucket for points. */
export interface Taken {
  /** Points left. */
  readonly remaining: number;
  /** 0 when the points were taken; otherwise none were, and there are enough after so many ms. */
  readonly waitMs: number;
}
