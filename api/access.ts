import { Extensions, registerEnumType } from 'type-graphql';

/** What an API key may do on its site. Agents have them on their own sites; all but SITE_MANAGE unless they are admins. */
export enum ApiScope {
  VISITORS_READ = 'VISITORS_READ',
  VISITORS_PII_READ = 'VISITORS_PII_READ',
  VISITORS_WRITE = 'VISITORS_WRITE',
  PRESENCE_SUBSCRIBE = 'PRESENCE_SUBSCRIBE',
  PREVIEWS_READ = 'PREVIEWS_READ',
  SITE_MANAGE = 'SITE_MANAGE',
}

registerEnumType(ApiScope, {
  name: 'ApiScope',
  description: 'One thing an API key is allowed to do on its site.',
  valuesConfig: {
    VISITORS_READ: { description: 'List and look up visitors, and poll their presence changes.' },
    VISITORS_PII_READ: {
      description:
        'Read, search, filter and sort by what may identify a person: name, e-mail, traits, pages.',
    },
    VISITORS_WRITE: { description: 'Edit and forget visitors.' },
    PRESENCE_SUBSCRIBE: { description: 'Subscribe to presence changes.' },
    PREVIEWS_READ: { description: 'See page previews and ask for new ones.' },
    SITE_MANAGE: { description: "Read and change the site's settings, secrets and webhooks." },
  },
});

/** Marks a field as answered only to credentials with that scope; read back from the built schema. */
export function Requires(scope: ApiScope): ReturnType<typeof Extensions> {
  return Extensions({ requires: scope });
}
