import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Language {
  readonly command: readonly [string, ...string[]];
  readonly file: string;
  /** Calls the example's function with the first argument, and prints what it returns. */
  readonly call: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  Node: {
    command: [process.execPath],
    file: 'sign.mjs',
    call: 'process.stdout.write(signatureOf(process.argv[2]));',
  },
  Python: { command: ['python3'], file: 'sign.py', call: 'import sys\nprint(signature_of(sys.argv[1]))' },
  PHP: { command: ['php'], file: 'sign.php', call: 'echo signature_of($argv[1]);' },
  Ruby: { command: ['ruby'], file: 'sign.rb', call: 'puts signature_of(ARGV[0])' },
  Go: {
    command: ['go', 'run'],
    file: 'sign.go',
    call: 'func main() { os.Stdout.WriteString(signatureOf(os.Args[1])) }',
  },
};

/** Whether this machine has what the example of that name needs. */
export function canRun(name: string): boolean {
  const [program] = LANGUAGES[name]!.command;
  return name === 'Node' || spawnSync('which', [program]).status === 0;
}

/** Runs an example as a customer's server would, with the secret in its environment; answers what it returned. */
export function signatureBy(name: string, code: string, id: string, secret: string): string {
  const { command, file, call } = LANGUAGES[name]!;
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-signing-'));
  try {
    writeFileSync(join(folder, file), `${code}\n\n${call}\n`);
    const [program, ...given] = command;
    const env = { ...process.env, PORCHLIGHT_IDENTITY_SECRET: secret };
    const { status, stdout, stderr } = spawnSync(program, [...given, join(folder, file), id], { env });
    if (status !== 0) throw new Error(`The example for ${name} failed:\n${stderr.toString()}`);
    return stdout.toString().trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
