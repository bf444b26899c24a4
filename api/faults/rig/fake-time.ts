import { execFileSync } from 'node:child_process';

/**
 * Environment in which a program sees another time of day (and the true monotonic clock). `time` is an offset such as
 * `+90s`, or a file that holds one and may be rewritten while the program runs. Throws, with a sentence, where libfaketime
 * is missing.
 */
export function fakeTime(time: { offset: string } | { file: string }): Record<string, string> {
  const from: Record<string, string> =
    'offset' in time
      ? { FAKETIME: time.offset }
      : { FAKETIME_TIMESTAMP_FILE: time.file, FAKETIME_NO_CACHE: '1' };
  return { LD_PRELOAD: findLibrary(), FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1', ...from };
}

function findLibrary(): string {
  try {
    return execFileSync('faketime', ['-m', '-f', '+0', 'sh', '-c', 'echo "$LD_PRELOAD"'], {
      encoding: 'utf8',
    }).trim();
  } catch {
    throw new Error(
      'This test needs the program faketime: run `npm run setup`, or install it on this machine.',
    );
  }
}
