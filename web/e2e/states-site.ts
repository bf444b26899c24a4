import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

const ROOT = resolve(__dirname, '../..');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface StatesSite {
  readonly url: string;
  /** Shows a state on a page, and resolves once it is drawn. */
  show(page: Page, state: string, language?: string): Promise<void>;
  close(): Promise<void>;
}

/** Builds the catalogue of states and serves it. */
export async function openStatesSite(): Promise<StatesSite> {
  const built = mkdtempSync(join(tmpdir(), 'porchlight-states-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const how = ['build', '-c', 'web/dashboard/states/vite.config.mts', '--outDir', built];
  await promisify(execFile)(process.execPath, [vite, ...how], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = pathname === '/' ? '/index.html' : pathname;
    try {
      const body = readFileSync(join(built, file));
      response
        .writeHead(200, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'cache-control': 'max-age=600',
        })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  let shown = 0;
  return {
    url,
    async show(page, state, language = 'en') {
      shown += 1; // the address has to change, also for the same state once more
      const wanted = `state=${state}&language=${language}&shown=${shown}`;
      if (!page.url().startsWith(url)) {
        await page.goto(url);
        await page.locator('html[data-drawn]').waitFor();
      }
      await page.evaluate((hash) => window.location.assign(`#${hash}`), wanted);
      await page
        .locator(`html[data-drawn="${wanted}"]`)
        .waitFor()
        .catch((error: Error) => {
          throw new Error(`${state} is never drawn: ${error.message}`);
        });
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      rmSync(built, { recursive: true, force: true });
    },
  };
}
