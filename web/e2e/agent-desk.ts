import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { openChromium } from './open-chromium';
import { startPorchlight, type RunningPorchlight } from './running-porchlight';

/** Quick sweeps: a journey is the same, only sooner over. */
const SOON = { PORCHLIGHT_SWEEP_MS: '200' };

/** A node of its own, and a browser as an agent in Lisbon has it. */
export interface AgentDesk {
  readonly porchlight: RunningPorchlight;
  readonly browser: Browser;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts both; give what is different about the browser. */
export async function openAgentDesk(options: BrowserContextOptions = {}): Promise<AgentDesk> {
  const porchlight = await startPorchlight(SOON);
  const browser = await openChromium();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    ...options,
  });
  return {
    porchlight,
    browser,
    context,
    async close() {
      await browser.close();
      await porchlight.stop();
    },
  };
}
