import { FieldResolver, Resolver, Root } from 'type-graphql';
import { ApiKey } from '../../api-keys/api-key.entity';
import type { ApiKeysService } from '../../api-keys/api-keys.service';
import { Site } from '../../sites/site.entity';
import { OpenTo } from '../access-rule';

/** The programs that may ask about a site. */
@Resolver(() => Site)
export class ApiKeyResolver {
  constructor(private readonly apiKeysService: ApiKeysService) {}

  @OpenTo('ADMIN')
  @FieldResolver(() => [ApiKey], {
    description: 'API keys of the site, newest first, revoked and expired ones too. For admins only.',
  })
  apiKeys(@Root() site: Site): Promise<ApiKey[]> {
    return this.apiKeysService.listOfSite(site.id);
  }
}
