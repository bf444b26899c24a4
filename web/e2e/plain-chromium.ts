import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilPasses } from '../../api/testing/until-passes';
import { chromium } from 'playwright-core';
import { openCdp } from './cdp-connection';
import { chromiumPath, PERSON } from './open-chromium';

export interface PlainTab {
  /** Runs this in the page. */
  run(expression: string): Promise<unknown>;
  /** Brings it to the front, which hides the one that was there. */
  show(): Promise<void>;
  /** What a browser does to save energy, to tabs that are hidden. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  close(): Promise<void>;
}

export interface PlainChromium {
  /** Opens a page in a new tab, in front of the others or behind them. */
  open(url: string, isBehind?: boolean): Promise<PlainTab>;
  close(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/**
 * Chromium without a test framework in it. That framework keeps every tab visible and forbids rendering ahead; here tabs
 * hide each other, are throttled and frozen as on anybody's desk.
 */
export async function openPlainChromium(): Promise<PlainChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'porchlight-chromium-'));
  const browser = spawn(
    chromiumPath() ?? chromium.executablePath(),
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-component-update',
      '--disable-blink-features=AutomationControlled',
      // Small machines have little shared memory, and would rather not render ahead.
      '--disable-dev-shm-usage',
      '--disable-features=Prerender2MemoryControls',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--user-agent=${PERSON}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', resolve);
    // There is none to start.
    browser.once('error', () => resolve());
  });
  const wire = await openCdp(await addressOf(browser.stderr, ended));

  return {
    async open(url, isBehind = false) {
      const { targetId } = await wire.send('Target.createTarget', { url, background: isBehind });
      let session: Promise<string> | undefined;
      // Late: a page that is looked into is one that the browser does not render ahead.
      const inPage = async (method: string, params: object) => {
        session ??= wire
          .send('Target.attachToTarget', { targetId, flatten: true })
          .then(({ sessionId }) => sessionId as string);
        return wire.send(method, params, await session);
      };
      return {
        async run(expression) {
          const { result } = await inPage('Runtime.evaluate', { expression, returnByValue: true });
          return (result as { value?: unknown }).value;
        },
        show: async () => void (await wire.send('Target.activateTarget', { targetId })),
        freeze: async () => void (await inPage('Page.setWebLifecycleState', { state: 'frozen' })),
        thaw: async () => void (await inPage('Page.setWebLifecycleState', { state: 'active' })),
        close: async () => void (await wire.send('Target.closeTarget', { targetId })),
      };
    },
    async close() {
      wire.close();
      browser.kill();
      await ended;
      // Its helpers may write a moment longer.
      await untilPasses(() => rmSync(profile, { recursive: true, force: true }));
    },
  };
}

function addressOf(output: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (what: string) => reject(new Error(`Chromium ${what} before it was ready:\n${said}`));
    const tooLate = setTimeout(() => fail('needed more than a minute'), READY_WITHIN_MS);
    void ended.then(() => fail('ended'));
    output.on('data', (text: Buffer) => {
      said += text.toString();
      const [found] = /ws:\/\/\S+/.exec(said) ?? [];
      if (!found) return;
      clearTimeout(tooLate);
      resolve(found);
    });
  });
}
