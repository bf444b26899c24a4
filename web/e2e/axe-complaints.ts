import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What axe cannot decide by itself and we can: it counts as wrong. */
const DECIDED = ['aria-prohibited-attr', 'aria-allowed-attr', 'target-size'];
/** A menu floats above the page and is reached from its button, so it is in none of the page's regions. */
const NOT_WITH_A_MENU = ['region'];
/** The kit's dialogs have a header, which is none of the page; axe counts it as one. */
const NOT_IN_A_DIALOG = ['landmark-no-duplicate-banner', 'landmark-unique'];
/** What a theme alone can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** All that axe objects to on a page, as far as it can be reached: behind a modal dialog nothing can. */
export async function axeComplaints(
  page: Page,
  about: 'all' | 'colours' | 'structure' = 'all',
): Promise<string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in window);
  let axe = new AxeBuilder({ page, ...(isLoaded ? { axeSource: ';' } : {}) })
    // In one go: nothing here is in a frame.
    .setLegacyMode()
    .options({ resultTypes: ['violations', 'incomplete'], preload: false });
  axe = about === 'colours' ? axe.withRules(OF_COLOURS) : axe.withTags(RULES);
  const hasDialog = (await page.locator('[aria-modal=true]').count()) > 0;
  const hasMenu = (await page.locator('[role=menu]').count()) > 0;
  if (hasDialog) axe = axe.include('[aria-modal=true]');
  if (about !== 'colours') {
    axe = axe.disableRules([
      ...(about === 'structure' ? OF_COLOURS : []),
      ...(hasDialog ? NOT_IN_A_DIALOG : []),
      ...(hasMenu ? NOT_WITH_A_MENU : []),
    ]);
  }
  const { violations, incomplete } = await axe.analyze();
  return [...violations, ...incomplete.filter(({ id }) => DECIDED.includes(id))].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
