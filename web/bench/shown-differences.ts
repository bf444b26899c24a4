import type { Page } from 'playwright-core';

const READ = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Visitor { id isOnline currentPage { title } } } }`;

interface ShownRow {
  readonly id: string;
  readonly isOnline: boolean;
  readonly text: string;
}

/** A sentence for each row on the page that says something else than the server does. */
export async function shownDifferences(page: Page, endpoint: string): Promise<string[]> {
  const shown = await page.locator('[data-visitor]').evaluateAll((rows): ShownRow[] =>
    rows.map((row) => ({
      id: row.getAttribute('data-visitor') ?? '',
      isOnline: row.getAttribute('data-state') === 'online',
      text: row.textContent ?? '',
    })),
  );
  if (shown.length === 0) return ['No row is shown at all.'];
  const answer = await page.request.post(endpoint, {
    data: { query: READ, variables: { ids: shown.map(({ id }) => id) } },
    headers: { origin: new URL(endpoint).origin },
  });
  const { data } = (await answer.json()) as { data: { nodes: (Truth | null)[] } };
  const truths = new Map(data.nodes.flatMap((node) => (node ? [[node.id, node] as const] : [])));
  return shown.flatMap(({ id, isOnline, text }) => {
    const truth = truths.get(id);
    if (!truth) return [`${id} is shown and unknown to the server`];
    if (truth.isOnline !== isOnline) return [`${id} is shown ${isOnline ? 'online' : 'offline'}, and is not`];
    const title = truth.currentPage?.title;
    return title && !text.includes(title) ? [`${id} is on "${title}", shown is "${text}"`] : [];
  });
}

interface Truth {
  readonly id: string;
  readonly isOnline: boolean;
  readonly currentPage: { readonly title: string } | null;
}
