import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface RunningProcess {
  readonly commandLine: string;
  /** Tells a process from a later one with the same pid. */
  readonly startedAt: string;
}

/** What runs under this pid; null when nothing does. A process that ended but was not yet collected is not running. */
export function runningProcess(pid: number): RunningProcess | null {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): RunningProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name before the closing bracket may hold anything, spaces included.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticksSinceBoot] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { commandLine, startedAt: `${boot}/${ticksSinceBoot}` };
  } catch {
    return null; // no such process
  }
}

function fromPs(pid: number): RunningProcess | null {
  const read = (column: string) =>
    spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  const startedAt = read('lstart');
  if (startedAt === '' || read('state').startsWith('Z')) return null;
  return { commandLine: read('args'), startedAt };
}
