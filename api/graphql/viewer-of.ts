import type { Site } from '../sites/site.entity';
import type { SitesService } from '../sites/sites.service';
import { scopesOf, type Credential } from './credential';
import { ViewerKind } from './types/enums';
import type { Viewer } from './types/viewer';

/** Who a credential belongs to, and what it may do; null for none. */
export async function viewerOf(credential: Credential | null, sites: SitesService): Promise<Viewer | null> {
  if (!credential) return null;
  const found = await Promise.all(credential.siteIds.map((siteId) => sites.findById(siteId)));
  return {
    kind: ViewerKind[credential.kind],
    agent: credential.kind === 'AGENT' ? credential.agent : null,
    apiKey: credential.kind === 'API_KEY' ? credential.apiKey : null,
    scopes: scopesOf(credential),
    sites: found.filter((site): site is Site => site !== null),
  };
}
