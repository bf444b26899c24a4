import type { PresenceChanges } from '../realtime-session/presence-changes';
import type { RealtimeSessionService } from '../realtime-session/realtime-session.service';
import { apiError } from './api-error';
import type { ChangeViews } from './change-views';
import { chosenSite } from './chosen-site';
import type { Credential } from './credential';
import type { PresenceArgs } from './inputs/presence-args';
import type { PositionCursors } from './position-cursors';
import { PresenceUpdates, type UpdateDraft } from './presence-updates';
import type { PresenceUpdate } from './types/presence-update';

const MOST_VISITORS = 100;

export interface PresenceFeedSources {
  readonly sessions: RealtimeSessionService;
  readonly changes: PresenceChanges;
  readonly views: ChangeViews;
  readonly positions: PositionCursors;
  readonly coalescingMs: number;
}

/** Opens subscriptions and puts what they deliver into the API's words. */
export class PresenceFeed {
  constructor(private readonly sources: PresenceFeedSources) {}

  /** Throws FORBIDDEN for a foreign site, PRESENCE_UNAVAILABLE while the presence store is away. */
  async open(args: PresenceArgs, credential: Credential | null): Promise<PresenceUpdates> {
    const siteId = chosenSite(credential, args.siteId);
    if (!siteId) throw apiError('FORBIDDEN', 'None of your sites has this id.');
    if (args.visitorIds && args.visitorIds.length > MOST_VISITORS) {
      throw apiError(
        'BAD_USER_INPUT',
        `visitorIds may have at most ${MOST_VISITORS} entries, got ${args.visitorIds.length}.`,
      );
    }
    const after = args.after ? this.sources.positions.read(siteId, args.after) : undefined;
    const { changes, coalescingMs } = this.sources;
    const visitorIds = args.visitorIds ? new Set(args.visitorIds) : undefined;
    return PresenceUpdates.open({ changes, siteId, visitorIds, after, coalescingMs }).catch(() => {
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
