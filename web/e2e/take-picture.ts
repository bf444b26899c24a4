import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** Saves what the page shows under `dist/pictures`, or in the folder PICTURES_TO names (the README's is docs/images). */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = resolve(__dirname, '../..', process.env.PICTURES_TO ?? 'dist/pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
