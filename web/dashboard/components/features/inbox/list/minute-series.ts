export interface MinutePoint {
  readonly at: string;
  readonly online: number;
}

const MINUTE_MS = 60_000;

/** One value for each minute between the first and the last point; null where nobody knows, which is not zero. */
export function minuteSeries(points: readonly MinutePoint[]): {
  seconds: number[];
  online: (number | null)[];
} {
  const known = new Map(points.map(({ at, online }) => [Math.floor(Date.parse(at) / MINUTE_MS), online]));
  const minutes = [...known.keys()].sort((a, b) => a - b);
  const [first] = minutes;
  const last = minutes[minutes.length - 1];
  if (first === undefined || last === undefined) return { seconds: [], online: [] };

  const every = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    seconds: every.map((minute) => minute * 60),
    online: every.map((minute) => known.get(minute) ?? null),
  };
}
