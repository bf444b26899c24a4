/** The line that puts the widget on a page of the site. */
export function widgetSnippet(origin: string, siteKey: string): string {
  return `<script async src="${origin}/w.js" data-site="${siteKey}"></script>`;
}
