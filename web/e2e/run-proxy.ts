import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../api/testing/free-port';
import { untilPasses } from '../../api/testing/until-passes';

interface Program {
  readonly command: string;
  /** A whole configuration around a recipe: the recipe's site, the rest of which is served by `pages`. */
  readonly file: (recipe: string, port: number, pages: string, folder: string) => string;
  readonly args: (file: string, folder: string) => string[];
}

const PROGRAMS: Readonly<Record<string, Program>> = {
  nginx: {
    command: 'nginx',
    file: (
      recipe,
      port,
      pages,
      folder,
    ) => `daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    ${recipe}
    location / { proxy_pass ${pages}; }
  }
}`,
    args: (file, folder) => ['-p', folder, '-c', file],
  },
  Caddy: {
    command: 'caddy',
    file: (recipe, port, pages) => `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  ${recipe}
  handle {
    reverse_proxy ${pages}
  }
}`,
    args: (file) => ['run', '--config', file, '--adapter', 'caddyfile'],
  },
};

/** Those of the proxies we have recipes for that this machine has. */
export function proxiesHere(): readonly string[] {
  return Object.keys(PROGRAMS).filter((name) => spawnSync('which', [PROGRAMS[name]!.command]).status === 0);
}

/** A website behind that proxy, configured by the recipe as it is printed. `pages` is where its own pages come from. */
export async function runProxy(
  name: string,
  recipe: string,
  pages: string,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { command, file, args } = PROGRAMS[name]!;
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-proxy-'));
  const port = await freePort();
  const configured = join(folder, 'config');
  writeFileSync(configured, file(recipe, port, pages, folder));
  const env = { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(command, args(configured, folder), { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  await untilPasses(async () => {
    if (child.exitCode !== null) throw new Error(`${name} ended:\n${said}`);
    await fetch(`${url}/`);
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}
