import type { Page } from 'playwright-core';

/** How long after each click on a row the next frame was painted, ms, as the browser's event timing has it. */
export async function clickDelays(
  page: Page,
  row: string,
  { clicks, everyMs }: { readonly clicks: number; readonly everyMs: number },
): Promise<readonly number[]> {
  await page.evaluate(() => {
    const delays: number[] = [];
    Object.assign(window, { benchClickDelays: delays });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') delays.push(entry.duration);
      // Left to itself the browser tells of slow events only, from 104 ms on.
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let i = 0; i < clicks; i++) {
    await page.waitForTimeout(everyMs);
    // By place, not by name: the list may move on between a look and a click.
    const box = await page
      .locator(row)
      .nth(1 + (i % 5))
      .boundingBox();
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
  return page.evaluate(() => (window as unknown as { benchClickDelays: number[] }).benchClickDelays);
}
