import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Owner } from './owner';

export interface GuardedChildOptions {
  /** Who the child runs as; absent: who we are. */
  readonly owner?: Owner;
  readonly cwd: string;
  /** Asks the child to end in order. */
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
  /** Each line the child writes, to either output. */
  readonly onLine?: (line: string) => void;
}

const PATIENCE_MS = 10_000;
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

// The shell leaves a watcher behind and then becomes the server itself, so the server's pid is the one we spawned and
// there is no moment without a watcher. `read` fails when the pipe closes, which also SIGKILL of its writer does.
// The parentheses hand the watcher to init: PostgreSQL takes the death of a child it does not know for a crash.
const WATCH_AND_BECOME = `
  signal=$1; shift
  ( { read -r word <&3 && exit 0
      kill -s "$signal" $$
      tenths=$((${PATIENCE_MS} / 100))
      while kill -0 $$ 2>/dev/null && [ $tenths -gt 0 ]; do sleep 0.1; tenths=$((tenths - 1)); done
      kill -s KILL $$
    } >/dev/null 2>&1 & )
  exec "$@" 3<&-`;

/**
 * A server process that never outlives us: however this process ends, SIGKILL included, the child is asked to stop, and
 * killed when it does not. It has a process group of its own, so that Ctrl-C in a terminal reaches only us.
 */
export class GuardedChild {
  readonly pid: number;
  /** Settles when the process is gone, with the reason in words. Never rejects. */
  readonly exited: Promise<string>;
  private readonly leash: Writable;

  private constructor(
    private readonly process: ChildProcess,
    private readonly options: GuardedChildOptions,
  ) {
    this.pid = process.pid ?? 0;
    this.leash = process.stdio[3] as Writable;
    this.leash.on('error', () => undefined); // the watcher may already be gone
    this.exited = once(process, 'exit').then(([code, signal]) => {
      this.leash.end('gone\n');
      return signal ? `ended by ${String(signal)}` : `ended with code ${String(code)}`;
    });
  }

  /** Rejects when the process cannot be started at all. */
  static async start(command: readonly string[], options: GuardedChildOptions): Promise<GuardedChild> {
    const signal = options.stopSignal.slice('SIG'.length);
    const child = spawn('/bin/sh', ['-c', WATCH_AND_BECOME, 'porchlight-guard', signal, ...command], {
      ...options.owner,
      cwd: options.cwd,
      env: { PATH, LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    await once(child, 'spawn');
    for (const output of [child.stdout, child.stderr]) followLines(output, options.onLine);
    return new GuardedChild(child, options);
  }

  /** Resolves once the process is gone; a child that does not answer the polite signal is killed. */
  async stop(): Promise<void> {
    this.process.kill(this.options.stopSignal);
    const timer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE_MS);
    await this.exited;
    clearTimeout(timer);
  }
}

// Read even when nobody listens: a full pipe would block the child.
function followLines(
  output: NodeJS.ReadableStream | null,
  onLine: (line: string) => void = () => undefined,
): void {
  let rest = '';
  output?.setEncoding('utf8');
  output?.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
}
