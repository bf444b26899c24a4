import { ApiScope } from '../access';
import type { AgentsService } from '../agents/agents.service';
import type { ApiKeysService } from '../api-keys/api-keys.service';
import type { Node } from '../node';
import type { PresenceChanges } from '../realtime-session/presence-changes';
import type { SitesService } from '../sites/sites.service';
import { kindOf } from '../typed-id';
import type { VisitorsService } from '../visitors/visitors.service';
import { apiError } from './api-error';
import { parseChangeId, type ChangeViews } from './change-views';
import { isAdmin, scopesOf, type Credential } from './credential';

export interface NodeSources {
  readonly visitors: VisitorsService;
  readonly sites: SitesService;
  readonly agents: AgentsService;
  readonly apiKeys: ApiKeysService;
  readonly changes: PresenceChanges;
  readonly changeViews: ChangeViews;
}

const MOST_IDS = 100;

/** Finds whatever an id names, among what the credential may see. */
export class NodeFinder {
  constructor(private readonly sources: NodeSources) {}

  /** Null when absent, foreign, malformed, or outside the credential's scopes. */
  async find(id: string, credential: Credential | null): Promise<Node | null> {
    const siteIds = credential?.siteIds ?? [];
    const mayReadVisitors = scopesOf(credential).includes(ApiScope.VISITORS_READ);
    switch (kindOf(id)) {
      case 'visitor':
        return mayReadVisitors ? this.sources.visitors.findById(siteIds, id) : null;
      case 'site':
        return siteIds.includes(id) ? this.sources.sites.findById(id) : null;
      case 'agent':
        return credential?.kind === 'AGENT' ? this.sources.agents.findById(siteIds, id) : null;
      case 'key':
        return isAdmin(credential) ? this.sources.apiKeys.findById(siteIds, id) : null;
      case 'change':
      case null:
        return mayReadVisitors ? this.findChange(id, siteIds) : null;
    }
  }

  /**
   * One answer for each id, in their order, each as {@link find} gives it or the error that it throws; visitors in one
   * statement. Throws BAD_USER_INPUT for more than {@link MOST_IDS} ids.
   */
  async findMany(ids: readonly string[], credential: Credential | null): Promise<(Node | Error | null)[]> {
    if (ids.length > MOST_IDS) {
      throw apiError('BAD_USER_INPUT', `Got ${ids.length} ids; give at most ${MOST_IDS}.`);
    }
    const siteIds = scopesOf(credential).includes(ApiScope.VISITORS_READ) ? (credential?.siteIds ?? []) : [];
    const others = [...new Set(ids)].filter((id) => kindOf(id) !== 'visitor');
    const [visitors, found] = await Promise.all([
      this.sources.visitors.getMany(siteIds, ids),
      Promise.all(others.map((id) => this.find(id, credential).catch(asError))),
    ]);
    const byId = new Map(others.map((id, i) => [id, found[i] ?? null]));
    return ids.map((id, i) => visitors[i] ?? byId.get(id) ?? null);
  }

  private async findChange(id: string, siteIds: readonly string[]): Promise<Node | null> {
    const place = parseChangeId(id);
    if (!place || !siteIds.includes(place.siteId)) return null;
    const change = await this.sources.changes.readOne(place.siteId, place.position).catch(() => {
      throw apiError('PRESENCE_UNAVAILABLE', 'Changes cannot be read at the moment; try again.');
    });
    return change && this.sources.changeViews.of(change);
  }
}

// An error in the place of one node leaves the others as they are.
function asError(err: unknown): Error {
  return err instanceof Error ? err : new Error(String(err));
}
