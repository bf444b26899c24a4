import type { Browser, Page } from 'playwright-core';

const TASKS = 'disabled-by-default-devtools.timeline';
const CATEGORIES = [TASKS, 'blink.user_timing'];
/** Set in the page at each commit of React; see `countCommits`. */
export const COMMIT_MARK = 'bench-commit';

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's own processor time, µs. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** How long a task took by the clock, and how long it had the processor: on a busy machine it waits for that as well. */
export interface Task {
  readonly clockMs: number;
  readonly processorMs: number;
}

export interface MainThread {
  readonly tasks: readonly Task[];
  /** Those of them in which React committed. */
  readonly flushes: readonly Task[];
  readonly commits: number;
}

/** Has React say when it commits; it looks for this hook in production builds as well. */
export async function countCommits(page: Page): Promise<void> {
  await page.addInitScript((mark) => {
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: () => performance.mark(mark),
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
      },
    });
  }, COMMIT_MARK);
}

/** What the page's main thread does while `act` runs, from the browser's own trace. */
export async function watchMainThread(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<MainThread> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return readTrace(trace.traceEvents);
}

function readTrace(events: readonly TraceEvent[]): MainThread {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const marks = events.filter(({ name, ph }) => name === COMMIT_MARK && 'RIn'.includes(ph));
  const thread = marks[0] && threadOf(marks[0]);
  if (!thread)
    throw new Error('React committed nothing while it was watched: nothing was changed on the page.');
  const tasks = events
    .filter(
      (event) =>
        event.name === 'RunTask' &&
        event.cat === TASKS &&
        event.dur !== undefined &&
        threadOf(event) === thread,
    )
    .map(({ ts, dur = 0, tdur = 0 }) => ({
      from: ts,
      to: ts + dur,
      clockMs: dur / 1000,
      processorMs: tdur / 1000,
    }));
  if (tasks.length === 0) throw new Error('The trace names no tasks; has the browser renamed them?');
  const flushes = tasks.filter((task) => marks.some(({ ts }) => ts >= task.from && ts <= task.to));
  return { tasks, flushes, commits: marks.length };
}
