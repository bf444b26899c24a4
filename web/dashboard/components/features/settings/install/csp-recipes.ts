import { widgetSnippet } from '../../inbox/list/widget-snippet';
import type { CodeTab } from './CodeTabs';

/** What a content security policy has to say, in the two ways of writing one. origin is this dashboard's own. */
export function cspRecipes(origin: string, siteKey: string): readonly CodeTab[] {
  const line = widgetSnippet(origin, siteKey).replace('<script ', '<script nonce="NONCE" ');
  return [
    { name: 'host', note: 'csp.host', code: `script-src ${origin}; connect-src ${origin}` },
    {
      name: 'strict-dynamic',
      note: 'csp.nonce',
      code: `script-src 'nonce-NONCE' 'strict-dynamic'; connect-src ${origin}\n\n${line}`,
    },
  ];
}
