import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Builds the widget as it is shipped, into a new folder that the caller removes; answers the folder. */
export function buildWidget(): string {
  const project = resolve(__dirname, '../../..');
  const outDir = mkdtempSync(join(tmpdir(), 'porchlight-widget-'));
  execFileSync(process.execPath, ['web/widget/build.mjs', outDir], { cwd: project, stdio: 'pipe' });
  return outDir;
}
