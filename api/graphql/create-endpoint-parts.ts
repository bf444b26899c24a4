import type { AgentsService } from '../agents/agents.service';
import type { SignInLimits } from '../agents/sign-in-limits';
import type { ApiKeysService } from '../api-keys/api-keys.service';
import type { AuditLog } from '../audit-log/audit-log';
import type { WidgetGateway } from '../gateway/installation-watch';
import type { VisitorForgetter } from '../gateway/visitor-forgetter';
import type { Log } from '../log';
import type { Installations } from '../realtime-session/installations';
import type { OnlineHistory } from '../realtime-session/online-history';
import type { RateLimits } from '../rate-limits/rate-limits';
import type { PresenceChanges } from '../realtime-session/presence-changes';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import type { SiteEraser } from '../realtime-session/site-eraser';
import type { SitesService } from '../sites/sites.service';
import type { ForgottenVisitors } from '../visitors/forgotten-visitors';
import type { VisitorRoster } from '../visitors/visitor-roster';
import type { VisitorsService } from '../visitors/visitors.service';
import { AccountActions } from './account-actions';
import { AgentActions } from './agent-actions';
import { Authenticator } from './authenticator';
import { buildApiSchema } from './build-schema';
import { ChangeList } from './change-list';
import { ChangeViews } from './change-views';
import { Cursors } from './cursor';
import { createFormatError } from './format-error';
import type { EndpointParts } from './http-endpoint';
import { SubscriptionHub } from './hub/subscription-hub';
import { OperationCharges } from './limits/operation-charges';
import { Loaders } from './loaders';
import { NodeFinder } from './node-finder';
import { PositionCursors } from './position-cursors';
import { PresenceFeed } from './presence-feed';
import { AccountResolver } from './resolvers/account.resolver';
import { AgentResolver } from './resolvers/agent.resolver';
import { ApiKeyResolver } from './resolvers/api-key.resolver';
import { AuditEntryResolver } from './resolvers/audit-entry.resolver';
import { AuditLogResolver } from './resolvers/audit-log.resolver';
import { InstallationResolver } from './resolvers/installation.resolver';
import { NodeResolver } from './resolvers/node.resolver';
import { PresenceResolver } from './resolvers/presence.resolver';
import { RateLimitResolver } from './resolvers/rate-limit.resolver';
import { SiteSettingsResolver } from './resolvers/site-settings.resolver';
import { SiteResolver } from './resolvers/site.resolver';
import { VisitorActionsResolver } from './resolvers/visitor-actions.resolver';
import { VisitorFieldsResolver } from './resolvers/visitor-fields.resolver';
import { VisitorResolver } from './resolvers/visitor.resolver';
import { WidgetResolver } from './resolvers/widget.resolver';
import { SiteActions } from './site-actions';
import { Seating } from './socket/seating';
import { VisitorActions } from './visitor-actions';
import { VisitorList } from './visitor-list';
import { OnlineFirstList } from './visitor-list-online-first';
import { SortedList } from './visitor-list-sorted';

export interface DoorSources {
  readonly sessions: RealtimeSessionService;
  readonly changes: PresenceChanges;
  readonly history: OnlineHistory;
  readonly visitors: VisitorsService;
  readonly roster: VisitorRoster;
  readonly sites: SitesService;
  readonly siteEraser: SiteEraser;
  readonly agents: AgentsService;
  readonly signInLimits: SignInLimits;
  readonly apiKeys: ApiKeysService;
  readonly audit: AuditLog;
  readonly widgetGateway: WidgetGateway;
  readonly installations: Installations;
  readonly forgotten: ForgottenVisitors;
  readonly forgetter: VisitorForgetter;
  readonly secret: string;
  readonly rateLimits: RateLimits;
  readonly timings: { readonly coalescingMs: number; readonly subscriptionChargeMs: number };
  readonly log: Log;
}

/** Everything both transports of the API share, put together on the services. */
export function createEndpointParts(sources: DoorSources): EndpointParts {
  const { sessions, changes, visitors, sites, agents, apiKeys, audit, log } = sources;
  const cursors = new Cursors(sources.secret);
  const positions = new PositionCursors(cursors);
  const views = new ChangeViews(positions);
  const hub = new SubscriptionHub({ changes, coalescingMs: sources.timings.coalescingMs, log });
  const feed = new PresenceFeed({ sessions, hub, views, positions });
  const freshLoaders = () => new Loaders({ sessions, visitors, sites });
  const onlineFirst = new OnlineFirstList(sessions, sources.roster, visitors);
  const sorted = new SortedList(sessions, sources.roster);
  const list = new VisitorList(onlineFirst, sorted, cursors, positions);
  const schema = buildApiSchema([
    new AccountResolver(new AccountActions(agents, apiKeys, sources.signInLimits, audit), sites),
    new AgentResolver(new AgentActions(agents, sites, sources.signInLimits, audit), agents),
    new ApiKeyResolver(apiKeys),
    new AuditEntryResolver(),
    new AuditLogResolver(audit),
    new InstallationResolver(sources.installations),
    new NodeResolver(new NodeFinder({ visitors, sites, agents, apiKeys, changes, changeViews: views })),
    new PresenceResolver(feed, new ChangeList(changes, views, positions)),
    new RateLimitResolver(),
    new SiteResolver(sites, sessions, sources.history),
    new SiteSettingsResolver(new SiteActions(sites, sources.siteEraser, audit, log)),
    new VisitorActionsResolver(
      new VisitorActions({
        visitors,
        forgotten: sources.forgotten,
        forgetter: sources.forgetter,
        sessions,
        audit,
        log,
      }),
    ),
    new VisitorFieldsResolver(),
    new VisitorResolver(visitors, list),
    new WidgetResolver(sources.widgetGateway, sessions),
  ]);
  const authenticator = new Authenticator(agents, apiKeys, sites);
  const seating = new Seating(authenticator);
  return {
    schema,
    authenticator,
    feed,
    seating,
    charges: new OperationCharges(sources.rateLimits),
    subscriptionChargeMs: sources.timings.subscriptionChargeMs,
    freshLoaders,
    audit,
    formatError: createFormatError(log),
  };
}
