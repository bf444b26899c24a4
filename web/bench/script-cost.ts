interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Times of one page's main thread, ms. */
export interface ScriptCost {
  /** How long it was at work in that script, time in which the processor did something else left out. */
  readonly ms: number;
  /** The longest task of which at least half was the script's. */
  readonly longestTaskMs: number;
}

export const TRACE_CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * What the script whose address ends so cost its page, from the browser's own trace. What runs after a promise names no
 * script there: on a page with no other script, all of that is counted.
 */
export function scriptCost(trace: Buffer, end: string): ScriptCost {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const named = traceEvents.filter(({ dur, args }) => dur && args?.data?.url?.endsWith(end));
  const [first] = named.filter(({ name }) => /^(EvaluateScript|FunctionCall)$/.test(name));
  if (!first) return { ms: 0, longestTaskMs: 0 };
  const main = traceEvents.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const ours = main.filter(
    (event) =>
      (named.includes(event) && /^(EvaluateScript|FunctionCall|v8\.compile)$/.test(event.name)) ||
      event.name === 'RunMicrotasks',
  );
  const outermost = ours.filter((event) => !ours.some((other) => other !== event && holds(other, event)));
  const timeOf = (events: readonly TraceEvent[]) =>
    events.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
  const tasks = main.filter(
    (task) =>
      task.name === 'RunTask' &&
      timeOf(outermost.filter((event) => holds(task, event))) * 2 >= timeOf([task]),
  );
  return {
    ms: timeOf(outermost),
    longestTaskMs: Math.max(0, ...tasks.map((task) => timeOf([task]))),
  };
}

function holds(outer: TraceEvent, inner: TraceEvent): boolean {
  return outer.ts <= inner.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
}
