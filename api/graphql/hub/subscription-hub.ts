import type { Log } from '../../log';
import type { Position } from '../../realtime-session/presence';
import type { PresenceChanges } from '../../realtime-session/presence-changes';
import type { Membership } from './membership';
import type { Subscriber } from './subscriber';
import { UpdateGroup } from './update-group';

export interface SubscriptionHubOptions {
  readonly changes: PresenceChanges;
  readonly coalescingMs: number;
  readonly log: Log;
}

export interface JoinRequest {
  readonly siteId: string;
  /** Undefined for all of the site. */
  readonly visitorIds: ReadonlySet<string> | undefined;
  readonly after: Position | undefined;
}

/** The subscriptions of this node, in groups of those that are answered alike. */
export class SubscriptionHub {
  private readonly groups = new Map<string, UpdateGroup>();

  constructor(private readonly options: SubscriptionHubOptions) {}

  get groupCount(): number {
    return this.groups.size;
  }

  /** A place among the subscribers who are told the same. Rejects when the presence store is away. */
  join({ siteId, visitorIds, after }: JoinRequest, subscriber: Subscriber): Promise<Membership> {
    const key = `${siteId} ${subscriber.groupKey}`;
    let group = this.groups.get(key);
    if (!group) {
      group = new UpdateGroup({
        ...this.options,
        siteId,
        visitorIds,
        render: (draft) => subscriber.render(draft),
        onEmpty: () => this.groups.delete(key),
      });
      this.groups.set(key, group);
    }
    return group.join(subscriber, after);
  }
}
