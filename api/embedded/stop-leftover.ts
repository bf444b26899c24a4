import { setTimeout as wait } from 'node:timers/promises';
import { runningProcess } from './running-process';

export interface Leftover {
  readonly pid: number;
  /** A text its command line must hold, or the pid belongs to somebody else by now. */
  readonly commandLineHolds: string;
  readonly stopSignal: NodeJS.Signals;
}

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 15_000;

/**
 * Ends a server that an earlier start left behind, and resolves once it is gone. Rejects when it cannot be ended.
 * After a crash of ours the server's own watcher is usually ending it already, and this only waits.
 */
export async function stopLeftover({ pid, commandLineHolds, stopSignal }: Leftover): Promise<void> {
  const isThere = () => runningProcess(pid)?.commandLine.includes(commandLineHolds) ?? false;
  if (!isThere()) return;
  process.kill(pid, stopSignal);
  for (let waitedMs = 0; isThere(); waitedMs += LOOK_EVERY_MS) {
    if (waitedMs === PATIENCE_MS) process.kill(pid, 'SIGKILL');
    if (waitedMs > 2 * PATIENCE_MS)
      throw new Error(`process ${pid}, left over from an earlier start, cannot be ended`);
    await wait(LOOK_EVERY_MS);
  }
}
