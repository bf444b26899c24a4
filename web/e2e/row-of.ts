import type { Locator, Page } from 'playwright-core';

/** The row of the list in which this text is. */
export function rowOf(page: Page, text: string): Locator {
  return page.getByRole('row').filter({ hasText: text });
}
