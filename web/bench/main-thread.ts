import type { Browser, Page } from 'playwright-core';

const TASKS = 'disabled-by-default-devtools.timeline';
const CATEGORIES = [TASKS, 'blink.user_timing'];
/** Set in the page at each commit of React; see `markWork`. */
const COMMIT_MARK = 'bench-commit';
/** Set in the page before each batch of changes is taken in; known by the time it was put off. */
const FLUSH_MARK = 'bench-flush';
const FLUSH_EVERY_MS = 300;

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
  /** Those of them in which changes were taken in. */
  readonly flushes: readonly Task[];
  /** Those of them in which React put something on the page. */
  readonly drawings: readonly Task[];
  readonly commits: number;
}

/** Has the page say when changes are taken in, and React when it commits: it looks for this hook in production builds as well. */
export async function markWork(page: Page): Promise<void> {
  await page.addInitScript(
    ({ commitMark, flushMark, flushEveryMs }) => {
      const later = window.setTimeout.bind(window) as (call: TimerHandler, ms?: number) => number;
      Object.assign(window, {
        __REACT_DEVTOOLS_GLOBAL_HOOK__: {
          supportsFiber: true,
          inject: () => 1,
          onCommitFiberRoot: () => performance.mark(commitMark),
          onCommitFiberUnmount: () => undefined,
          onPostCommitFiberRoot: () => undefined,
        },
        setTimeout: (call: () => void, ms?: number) =>
          ms !== flushEveryMs
            ? later(call, ms)
            : later(() => {
                performance.mark(flushMark);
                call();
              }, ms),
      });
    },
    { commitMark: COMMIT_MARK, flushMark: FLUSH_MARK, flushEveryMs: FLUSH_EVERY_MS },
  );
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
  const marked = (mark: string) => events.filter(({ name, ph }) => name === mark && 'RIn'.includes(ph));
  const commits = marked(COMMIT_MARK);
  const thread = commits[0] && threadOf(commits[0]);
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
  const having = (marks: readonly TraceEvent[]) =>
    tasks.filter((task) => marks.some(({ ts }) => ts >= task.from && ts <= task.to));
  return {
    tasks,
    flushes: having(marked(FLUSH_MARK)),
    drawings: having(commits),
    commits: commits.length,
  };
}
