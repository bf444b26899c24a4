import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { minify } from 'terser';

const run = promisify(execFile);
const OURS = join(__dirname, '../../dist/web/widget');
/** Scripts of other products that are published as packages: what their sites load on a visitor's page. */
const OTHERS = [
  { name: 'Plausible tracker', spec: '@plausible-analytics/tracker@0.4.6', file: 'plausible.js' },
  { name: 'Papercups Storytime', spec: '@papercups-io/storytime@1.0.6', file: 'dist/global.js' },
  { name: 'PostHog array.js', spec: 'posthog-js@1.449.2', file: 'dist/array.js' },
];

/** What the widget weighs on a visitor's page beside others: each minified by the same program, and compressed alike. */
export async function runSizeBench({ say }: { readonly say: (line: string) => void }): Promise<void> {
  for (const file of ['w.js', 'module/index.js', 'w.debug.js', 'w.history.js']) {
    await tell(`Porchlight ${file}`, readFileSync(join(OURS, file), 'utf8'), say);
  }
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-sizes-'));
  try {
    for (const { name, spec, file } of OTHERS) {
      const { stdout } = await run('npm', ['pack', '--silent', spec], { cwd: folder });
      await run('tar', ['xzf', stdout.trim(), `package/${file}`], { cwd: folder });
      await tell(`${name} (${spec})`, readFileSync(join(folder, 'package', file), 'utf8'), say);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tell(name: string, code: string, say: (line: string) => void): Promise<void> {
  const { code: minified = code } = await minify(code, { module: true });
  // Some are shipped smaller than that.
  const smallest = Buffer.byteLength(minified) < Buffer.byteLength(code) ? minified : code;
  const gzip = gzipSync(smallest, { level: 9 }).length;
  const brotli = brotliCompressSync(smallest).length;
  say(`${name}: ${Buffer.byteLength(smallest)} B, ${gzip} B gz, ${brotli} B br`);
}
