import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Installations } from '../../realtime-session/installations';
import { Site } from '../../sites/site.entity';
import { OpenTo } from '../access-rule';
import { readInstallation } from '../read-installation';
import { Installation } from '../types/installation';

/** Whether a site's pages are heard. */
@Resolver(() => Site)
export class InstallationResolver {
  constructor(private readonly installations: Installations) {}

  @OpenTo('AGENT_OR_MANAGER')
  @FieldResolver(() => Installation, {
    description:
      'Why is nobody shown? The last accepted and the last refused call of a widget. For agents, and keys with SITE_MANAGE.',
  })
  installation(@Root() site: Site): Promise<Installation> {
    return readInstallation(this.installations, site.id);
  }
}
