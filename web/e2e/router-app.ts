import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The single-page app of that file in routers/, made with a real router, as the page it lives in. */
export function routerApp(file: string, head: string): string {
  const script = execFileSync(process.execPath, [join(__dirname, 'routers/build.mjs'), file], {
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  return `<!doctype html><title>Starting</title>${head}<main></main>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`;
}
