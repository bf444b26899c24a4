import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** By "name state": when a row was first painted so, Unix ms. */
    benchPainted?: Record<string, number>;
  }
}

/** From now on the page notes when each row is painted in each state. The answer reads the notes: by "name state", Unix ms. */
export async function watchStates(page: Page): Promise<() => Promise<Record<string, number>>> {
  await page.evaluate(() => {
    const painted: Record<string, number> = {};
    window.benchPainted = painted;
    const look = () =>
      requestAnimationFrame(() => {
        for (const row of document.querySelectorAll<HTMLElement>('[data-visitor]')) {
          const name = row.querySelector('a')?.textContent ?? '';
          painted[`${name} ${row.dataset.state ?? ''}`] ??= performance.timeOrigin + performance.now();
        }
      });
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-state'],
    });
  });
  return () => page.evaluate(() => window.benchPainted ?? {});
}
