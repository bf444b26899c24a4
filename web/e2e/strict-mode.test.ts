import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { openChromium } from './open-chromium';
import { startPorchlight, type RunningPorchlight } from './running-porchlight';
import { signIn } from './sign-in';
import { visitorComes } from './simulated-visitor';

const ROOT = resolve(__dirname, '../..');

jest.setTimeout(180_000);

let porchlight: RunningPorchlight;
let browser: Browser;
let built: string;

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'porchlight-development-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const how = ['build', '-c', 'web/dashboard/vite.config.mts', '--mode', 'development', '--outDir', built];
  // Only the development build of React mounts everything twice.
  await promisify(execFile)(process.execPath, [vite, ...how], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'development' },
  });
  porchlight = await startPorchlight();
  // The page comes from this test and not from the network, and may still talk to this machine.
  browser = await openChromium('--disable-features=LocalNetworkAccessChecks');
});
afterAll(async () => {
  await browser?.close();
  await porchlight?.stop();
  rmSync(built, { recursive: true, force: true });
});

it('[C-05] mounted twice over, a dashboard holds one socket with one live subscription, and gets each change', async () => {
  const agent = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await agent.route(
    (url) => url.pathname === '/' || url.pathname.startsWith('/assets/'),
    (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: join(built, pathname === '/' ? 'index.html' : pathname) });
    },
  );
  let sockets = 0;
  const live = new Set<string>();
  agent.on('websocket', (socket) => {
    sockets += 1;
    socket.on('close', () => (sockets -= 1));
    socket.on('framesent', ({ payload }) => {
      const { type, id } = JSON.parse(String(payload)) as { type: string; id: string };
      if (type === 'subscribe') live.add(id);
      if (type === 'complete') live.delete(id);
    });
  });
  await signIn(agent, porchlight);
  await agent.getByTestId('connection').filter({ hasText: 'Live' }).waitFor();

  await visitorComes(porchlight, { name: 'Maria Silva' });
  await agent.getByRole('row').filter({ hasText: 'Maria Silva' }).waitFor();

  expect(await agent.evaluate(() => document.title)).toContain('Porchlight');
  expect({ sockets, live: live.size }).toEqual({ sockets: 1, live: 1 });
});
