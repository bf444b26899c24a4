import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly link?: boolean;
}

describe('the packages', () => {
  const locked = Object.entries(read('package-lock.json')['packages'] as Record<string, Locked>).filter(
    ([path]) => path !== '',
  );

  it('[X-43] none runs a script when it is installed but those that are listed', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = running.map(([path]) =>
      path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    );

    expect(names.sort()).toEqual(Object.keys(read('package.json')['allowScripts'] as object).sort());
  });

  it('[X-43] each is locked to its content', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });
});

describe('what an audit of them says', () => {
  const judge = (answer: string) => {
    const script = `import { readAudit } from '${join(__dirname, 'read-audit.mjs')}'; console.log(JSON.stringify(readAudit(process.argv[1])));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script, answer], {
      encoding: 'utf8',
    });
    return JSON.parse(stdout) as { ok: boolean; told: string };
  };

  it.each([
    [
      'a registry that answers 405',
      '{"message":"405 Method Not Allowed","statusCode":405}',
      '(it answered 405)',
    ],
    ['no network', 'npm error network', '(it could not be asked)'],
  ])('[X-43] is that there is none, with %s', (_name, answer, reason) => {
    const { ok, told } = judge(answer);

    expect(ok).toBe(true);
    expect(told).toContain(reason);
    expect(told).toContain('npm run audit:packages');
  });

  it('[X-43] counts against us from high on', () => {
    const vulnerabilities = { odd: { name: 'odd', severity: 'high', range: '<1.2.3' } };
    const answerOf = (counts: object) =>
      JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: counts } });

    expect(judge(answerOf({ high: 1, critical: 0 }))).toMatchObject({
      ok: false,
      told: expect.stringContaining('odd <1.2.3'),
    });
    expect(judge(answerOf({ moderate: 3, high: 0, critical: 0 })).ok).toBe(true);
  });
});
