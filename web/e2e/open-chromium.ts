import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/homebrew/bin/chromium',
];

/** What a person's browser says, which automation would otherwise give away to the widget. */
export const PERSON =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** Where the machine's Chromium is; undefined when in none of the usual places. */
export function chromiumPath(): string | undefined {
  return PLACES.find((place) => existsSync(place));
}

/** The machine's Chromium, not telling pages that it is automated. */
export function openChromium(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--disable-blink-features=AutomationControlled',
      '--disable-background-networking',
      '--disable-component-update',
      ...more,
    ],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}
