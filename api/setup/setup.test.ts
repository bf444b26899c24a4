import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('the setup', () => {
  let programs: string;

  // A machine that has a shell and nothing else, save for what a test adds.
  beforeEach(() => {
    programs = mkdtempSync(join(tmpdir(), 'porchlight-test-'));
    symlinkSync('/bin/sh', join(programs, 'sh'));
  });

  afterEach(() => rmSync(programs, { recursive: true }));

  function callOf(file: string, call: string) {
    const script = `import * as all from '${join(__dirname, file)}'; ${call}`;
    const env = { PATH: programs, CI: 'true' };
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env,
    });
  }

  const getRedis = `
    const { REDIS } = await import('${join(__dirname, 'programs.mjs')}');
    await all.getProgram(REDIS).then(() => console.log('got it'), (error) => console.log(error.message));`;

  it('says what to install where it knows no package manager', () => {
    const { stdout } = callOf('get-program.mjs', getRedis);

    expect(stdout).toBe(
      'Redis is missing. Install redis-server on this machine, or set REDIS_URL to a Redis you have.\n',
    );
  });

  it('stops with the line to run where it may not install', () => {
    symlinkSync('/bin/false', join(programs, 'apt-get'));

    const { stdout } = callOf('get-program.mjs', `process.getuid = () => 1000; ${getRedis}`);

    expect(stdout).toContain(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends redis-server\n',
    );
  });

  it('is quiet where the program is there, under any of its names', () => {
    symlinkSync('/bin/true', join(programs, 'valkey-server'));

    expect(callOf('get-program.mjs', getRedis).stdout).toBe('got it\n');
  });

  it('shows when a long step starts and how long it took', () => {
    const { stdout } = callOf(
      'step.mjs',
      `await all.step('Building', async () => ({ ok: true, output: 'noise' }));`,
    );

    expect(stdout).toBe('Building …\nBuilding: done in 0 s\n');
  });

  it('shows the last lines of a step that fails', () => {
    const output = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\\n');
    const call = `await all.step('Building', async () => ({ ok: false, output: '${output}' })).catch((e) => console.log(e.message));`;

    const { stdout } = callOf('step.mjs', call);

    expect(stdout).toContain('line 99\nBuilding: failed after 0 s.');
    expect(stdout).not.toContain('line 59');
  });

  it('refuses a Node that is too old with a sentence, before anything else', () => {
    const pretend = join(programs, 'pretend.cjs');
    writeFileSync(pretend, `Object.defineProperty(process.versions, 'node', { value: '18.20.1' });`);

    const { stderr, status } = spawnSync(process.execPath, ['-r', pretend, join(__dirname, 'setup.mjs')], {
      encoding: 'utf8',
    });

    expect(stderr).toBe(
      'Porchlight needs Node 20.19 or newer. This is Node 18.20.1: see https://nodejs.org/\n',
    );
    expect(status).toBe(1);
  });
});
