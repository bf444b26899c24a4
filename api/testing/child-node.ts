import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TEST_SECRET, type TestNode } from './test-node';
import { WIDE_LIMITS } from './wide-limits';

/** A node in a process of its own, which can be made to end without a word. */
export interface ChildNode {
  readonly url: string;
  /** Ends it as a lack of memory does, and resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts the program on the stores of another node. Rejects with what it wrote when it ends before it listens. */
export async function startChildNode(
  besides: TestNode,
  env: Record<string, string> = {},
): Promise<ChildNode> {
  const root = join(__dirname, '../..');
  const child = spawn(process.execPath, ['-r', '@swc-node/register', join(root, 'api/main.ts')], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: besides.database.url,
      REDIS_URL: besides.redis.url,
      PORCHLIGHT_SECRET: TEST_SECRET,
      LOG_LEVEL: 'silent',
      ...WIDE_LIMITS,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  let written = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      const [, address] = /Dashboard +(http:\/\/\S+?)\/?\s/.exec(written) ?? [];
      if (address) resolve(address);
    });
    void exited.then(() => reject(new Error(`The node ended: ${written}`)));
  });
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
