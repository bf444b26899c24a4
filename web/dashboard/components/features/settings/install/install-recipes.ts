import { widgetSnippet } from '../../inbox/list/widget-snippet';
import type { CodeTab } from './CodeTabs';

/** How to put the widget on a page, for those who make pages in different ways. origin is this dashboard's own. */
export function installRecipes(origin: string, siteKey: string): readonly CodeTab[] {
  const line = widgetSnippet(origin, siteKey);
  return [
    { name: 'HTML', note: 'recipe.html', code: line },
    { name: 'React', note: 'recipe.indexHtml', code: line },
    { name: 'Vue', note: 'recipe.indexHtml', code: line },
    { name: 'Next.js', note: 'recipe.next', code: next(origin, siteKey) },
    { name: 'Tag Manager', note: 'recipe.tagManager', code: tagManager(origin, siteKey) },
  ];
}

function next(origin: string, siteKey: string): string {
  return `import Script from 'next/script';

export default function RootLayout({ children }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Script src="${origin}/w.js" data-site="${siteKey}" strategy="afterInteractive" />
      </body>
    </html>
  );
}`;
}

// Tag managers drop attributes they do not know from script elements, so the element is made by hand.
function tagManager(origin: string, siteKey: string): string {
  return `<script>
  var script = document.createElement('script');
  script.async = true;
  script.src = '${origin}/w.js';
  script.setAttribute('data-site', '${siteKey}');
  document.head.appendChild(script);
</script>`;
}
