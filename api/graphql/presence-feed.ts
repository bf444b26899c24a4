import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import { apiError } from './api-error';
import type { ChangeViews } from './change-views';
import { chosenSite } from './chosen-site';
import type { Credential } from './credential';
import type { Membership } from './hub/membership';
import type { Subscriber } from './hub/subscriber';
import type { SubscriptionHub } from './hub/subscription-hub';
import type { UpdateDraft } from './hub/update-draft';
import type { PresenceArgs } from './inputs/presence-args';
import { namedVisitors } from './named-visitors';
import type { PositionCursors } from './position-cursors';
import type { PresenceUpdate } from './types/presence-update';

export interface PresenceFeedSources {
  readonly sessions: RealtimeSessionService;
  readonly hub: SubscriptionHub;
  readonly views: ChangeViews;
  readonly positions: PositionCursors;
}

/** Who asks for a subscription; without a socket there is no subscriber. */
interface Asking {
  readonly credential: Credential | null;
  readonly subscriber: Subscriber | null;
}

/** Opens subscriptions and puts what they deliver into the API's words. */
export class PresenceFeed {
  constructor(private readonly sources: PresenceFeedSources) {}

  /** Throws FORBIDDEN for a foreign site, PRESENCE_UNAVAILABLE while the presence store is away. */
  async open(args: PresenceArgs, { credential, subscriber }: Asking): Promise<Membership> {
    if (!subscriber)
      throw apiError('SUBSCRIPTION_TRANSPORT', 'Subscriptions are served over WebSocket only.');
    const siteId = chosenSite(credential, args.siteId);
    if (!siteId) throw apiError('FORBIDDEN', 'None of your sites has this id.');
    const visitorIds = namedVisitors(args.visitorIds);
    const after = args.after ? this.sources.positions.read(siteId, args.after) : undefined;
    return this.sources.hub.join({ siteId, visitorIds, after }, subscriber).catch(() => {
      throw apiError('PRESENCE_UNAVAILABLE', 'Changes cannot be read at the moment; try again.');
    });
  }

  async toUpdate(draft: UpdateDraft): Promise<PresenceUpdate> {
    const { siteId } = draft;
    const { sessions, positions, views } = this.sources;
    const count = draft.onlineVisitorCount ?? (await sessions.getPosition(siteId))?.count ?? null;
    return {
      cursor: positions.write(siteId, draft.position),
      resyncRequired: draft.resyncRequired,
      changes: draft.changes.map((change) => views.of(change)),
      onlineVisitorCount: count,
      serverTime: new Date(sessions.nowMs()),
    };
  }
}
