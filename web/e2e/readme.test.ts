import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPorchlight, type RunningPorchlight } from './running-porchlight';

const run = promisify(execFile);
const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');

jest.setTimeout(90_000);

describe('the README', () => {
  let porchlight: RunningPorchlight;
  let folder: string;

  beforeAll(async () => {
    porchlight = await startPorchlight();
    folder = mkdtempSync(join(tmpdir(), 'porchlight-readme-'));
  });
  afterAll(async () => {
    await porchlight?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has examples that work as printed, from top to bottom in one shell', async () => {
    const blocks = [...README.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block!);
    const examples = blocks.filter((block) => block.includes('localhost:4000'));
    expect(examples.length).toBeGreaterThanOrEqual(5);
    const script = examples
      .map((block) => `echo '## answer'\n${block}\necho`)
      .join('\n')
      .replaceAll('http://localhost:4000/', porchlight.dashboardUrl)
      .replace('the password that npm start printed', porchlight.password);

    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });

    const answers = stdout.split('## answer\n').slice(1);
    expect(stdout).not.toContain('"errors"');
    expect(answers[1]).toContain('"isOnline":true');
    expect(answers[2]).toContain('"displayName":"Admin"');
    expect(answers[3]).toContain('"url":"https://shop.example.com/pricing"');
    expect(answers[4]).toMatch(/"isOnline":true.*"state":"ONLINE"/);
  });

  it('names no picture and no page that is not there', () => {
    const targets = [...README.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target!);
    const local = targets.filter((target) => !/^https?:/.test(target));
    expect(local.length).toBeGreaterThan(5);
    for (const target of local) expect(() => readFileSync(join(__dirname, '../..', target))).not.toThrow();
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...README.matchAll(/npm (?:run )?(start|test|[a-z:]+)(?=[\s`])/g)].map(
      ([, name]) => name!,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
