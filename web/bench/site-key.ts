import type { Page } from 'playwright-core';
import type { RunningPorchlight } from '../e2e/running-porchlight';

/** The key of the first site that the page's agent may see. */
export async function siteKey(page: Page, { dashboardUrl }: RunningPorchlight): Promise<string> {
  const answer = await page.request.post(`${dashboardUrl}graphql`, {
    data: { query: '{ viewer { sites { key } } }' },
    headers: { origin: new URL(dashboardUrl).origin },
  });
  const { data } = (await answer.json()) as { data: { viewer: { sites: { key: string }[] } } };
  return data.viewer.sites[0]!.key;
}
