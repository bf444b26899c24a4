import { GuardedChild, type GuardedChildOptions } from './guarded-child';

const LINES_TO_SHOW = 20;

/**
 * Starts a server and resolves once it writes a line that matches `ready`. Rejects with the last lines it wrote when it
 * ends before that.
 */
export async function startGuarded(
  command: readonly string[],
  ready: RegExp,
  options: GuardedChildOptions,
): Promise<GuardedChild> {
  const lines: string[] = [];
  let announce: () => void;
  const isReady = new Promise<true>((resolve) => (announce = () => resolve(true)));
  const child = await GuardedChild.start(command, {
    ...options,
    onLine(line) {
      lines.push(line);
      if (lines.length > LINES_TO_SHOW) lines.shift();
      if (ready.test(line)) announce();
      options.onLine?.(line);
    },
  });
  const outcome = await Promise.race([isReady, child.exited]);
  if (outcome === true) return child;
  throw new Error(`${command[0]} ${outcome} before it was ready:\n${lines.join('\n')}`);
}
