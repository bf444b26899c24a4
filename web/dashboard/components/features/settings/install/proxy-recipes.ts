import type { CodeTab } from './CodeTabs';

/** How to answer under the site's own address, so that nothing is fetched from another one. origin is this dashboard's. */
export function proxyRecipes(origin: string, siteKey: string): readonly CodeTab[] {
  const { host } = new URL(origin);
  const line = `<script async src="/_pl/w.js" data-site="${siteKey}" data-api="/_pl/graphql"></script>`;
  return [
    {
      name: 'nginx',
      note: 'recipe.proxy',
      code: `# ${line}
location /_pl/ {
  proxy_pass ${origin}/;
  proxy_set_header Host ${host};
  proxy_set_header X-Forwarded-For $remote_addr;
  # What your site keeps in cookies is none of its business.
  proxy_set_header Cookie "";
  proxy_ssl_server_name on;
}`,
    },
    {
      name: 'Caddy',
      note: 'recipe.proxy',
      code: `# ${line}
handle_path /_pl/* {
  reverse_proxy ${origin} {
    header_up Host ${host}
    # What your site keeps in cookies is none of its business.
    header_up -Cookie
  }
}`,
    },
  ];
}
