import type { ApolloClient } from '@apollo/client';
import type { ConnectionMonitor } from '../connection/connection-monitor';
import type { RetryWait } from '../connection/retry-wait';
import { READ_VISITOR } from '../documents/read-visitor';
import { Store } from '../store';
import type { ServerClock } from '../time/server-clock';
import type { VisitorCardFragment } from '../../generated/graphql';
import { admits } from './admits';
import { applyVisitors } from './apply-visitors';
import { ChangeBuffer, type ChangeBatch, type PresenceUpdate } from './change-buffer';
import { followPresence } from './follow-presence';
import type { OpenVisitor } from './open-visitor';
import { placementOf } from './placement';
import { readPage, type ReadPage } from './read-page';
import { reduceRoster } from './reduce-roster';
import type { RosterAction, RosterPage } from './roster-action';
import { emptyRoster, type RosterState } from './roster-state';
import type { RosterView } from './roster-view';

export interface LiveRosterParts {
  readonly client: ApolloClient;
  readonly monitor: ConnectionMonitor;
  readonly clock: ServerClock;
  readonly retryWait: RetryWait;
}

/**
 * The list of visitors and the open one, kept right: a read, then the feed from that read's cursor on. Whenever the
 * feed breaks, both begin anew. Facts about visitors go to the cache, and only who is listed is kept here.
 */
export class LiveRoster {
  readonly state: Store<RosterState>;
  readonly open = new Store<OpenVisitor | null>(null);
  readonly isLoadingMore = new Store(false);
  private readonly buffer = new ChangeBuffer((batch) => this.take(batch));
  private readonly newcomers = new Set<string>();
  private askedAtMs = Infinity;
  private attempt = 0;
  private run = 0;
  private stopFollowing = (): void => {};

  constructor(
    private readonly parts: LiveRosterParts,
    view: RosterView,
  ) {
    this.state = new Store(emptyRoster(view));
  }

  /** Reads everything shown again and follows the feed from there. What came before is abandoned. */
  readonly restart = async (): Promise<void> => {
    const run = this.begin();
    try {
      const page = await this.read(null);
      if (run !== this.run) return;
      this.attempt = 0;
      this.settleOpen(page);
      this.dispatch({ type: 'pageRead', page: this.accept(page) });
      this.follow(page.visitors.presenceCursor);
      this.parts.monitor.caughtUp();
    } catch {
      // Why does not matter here: a lost session is noticed by the client's link, and all else is worth another try.
      if (run === this.run) await this.tryAgain();
    }
  };

  /** Ends the feed. Nothing is read or written afterwards, until {@link restart}. */
  readonly stop = (): void => {
    this.begin();
  };

  /** Shows another site, filter or search. */
  readonly show = (view: RosterView): void => {
    this.dispatch({ type: 'viewChosen', view });
    void this.restart();
  };

  /** Adds the next page; when that fails the list is read anew. */
  readonly loadMore = async (): Promise<void> => {
    const { endCursor, hasMore } = this.state.get();
    if (!hasMore || this.isLoadingMore.get()) return;

    const run = this.run;
    this.isLoadingMore.set(true);
    try {
      const page = await this.read(endCursor);
      if (run === this.run) this.dispatch({ type: 'nextPageRead', page: this.accept(page) });
    } catch {
      if (run === this.run) void this.restart();
    } finally {
      this.isLoadingMore.set(false);
    }
  };

  /** While held, rows do not move under the agent's pointer. */
  readonly hold = (isHeld: boolean): void => {
    if (this.state.get().isHeld !== isHeld) this.dispatch({ type: 'held', isHeld });
  };

  /** Opens a visitor, listed or not; null closes. A visitor of another site brings that site along. */
  readonly openVisitor = async (id: string | null): Promise<void> => {
    if (id === (this.open.get()?.id ?? null)) return;
    if (id === null) return this.open.set(null);
    // Only a listed visitor is kept right by the feed; anybody else may be out of date by now.
    const isListed = this.state.get().placements.has(id);
    this.open.set({ id, status: isListed ? 'shown' : 'loading' });
    if (!isListed) await this.fetchOpen(id);
  };

  /** Asks for the open visitor once more, after it could not be had. */
  readonly reopen = async (): Promise<void> => {
    const open = this.open.get();
    if (open === null) return;
    this.open.set({ id: open.id, status: 'loading' });
    await this.fetchOpen(open.id);
  };

  private async fetchOpen(id: string): Promise<void> {
    const { client } = this.parts;
    const settle = (status: OpenVisitor['status']): void => {
      if (this.open.get()?.id === id) this.open.set({ id, status });
    };
    try {
      const { data } = await client.query({
        query: READ_VISITOR,
        variables: { id },
        fetchPolicy: 'no-cache',
      });
      if (!data?.visitor) return settle('gone');
      applyVisitors(client.cache, [data.visitor]);
      settle('shown');
      const { view } = this.state.get();
      const siteId = data.visitor.site.id;
      if (siteId !== view.siteId) this.show({ siteId, filter: 'all', search: '' });
    } catch {
      settle('unreachable');
    }
  }

  private begin(): number {
    this.stopFollowing();
    this.stopFollowing = () => {};
    this.buffer.clear();
    return ++this.run;
  }

  private async tryAgain(): Promise<void> {
    const run = this.run;
    this.parts.monitor.fellBehind();
    this.dispatch({ type: 'failed' });
    await this.parts.retryWait.wait(this.attempt++);
    if (run === this.run) await this.restart();
  }

  private async read(after: string | null): Promise<ReadPage> {
    const { client, clock } = this.parts;
    const sentMs = clock.localMs();
    const openId = this.open.get()?.id ?? null;
    const page = await readPage(client, { view: this.state.get().view, after, openId });
    const asOf = page.visitors.nodes[0]?.presence.asOf;
    if (asOf) clock.sampleReply(Date.parse(asOf), sentMs);
    this.askedAtMs = sentMs + clock.nowMs() - clock.localMs();
    return page;
  }

  /** Brings a page's visitors into the cache, and says where they stand. */
  private accept(page: ReadPage): RosterPage {
    const { nodes, pageInfo, totalCount } = page.visitors;
    this.newcomers.clear();
    this.countNewcomers(nodes); // whoever came while we asked, and is in the answer, is in its counts as well
    return {
      placements: applyVisitors(this.parts.client.cache, nodes).map(placementOf),
      hasMore: pageInfo.hasNextPage,
      endCursor: pageInfo.endCursor,
      everyoneCount: page.everyone?.totalCount ?? null,
      onlineCount: page.site?.onlineVisitorCount ?? null,
      matchCount: totalCount,
    };
  }

  private settleOpen(page: ReadPage): void {
    const open = this.open.get();
    if (open === null || page.open === undefined) return;
    if (page.open) applyVisitors(this.parts.client.cache, [page.open]);
    this.open.set({ id: open.id, status: page.open ? 'shown' : 'gone' });
  }

  private follow(after: string | null): void {
    const { siteId } = this.state.get().view;
    this.stopFollowing = followPresence(
      this.parts.client,
      { siteId, after },
      { onUpdate: (update) => this.hear(update), onEnded: () => this.resumeLater() },
    );
  }

  private hear(update: PresenceUpdate): void {
    this.parts.clock.samplePush(Date.parse(update.serverTime));
    if (update.resyncRequired) void this.restart();
    else this.buffer.add(update);
  }

  private resumeLater(): void {
    this.begin();
    void this.tryAgain();
  }

  private take({ visitors, forgotten, onlineCount }: ChangeBatch): void {
    const state = this.state.get();
    const wanted = visitors.filter((visitor) => this.isWanted(state, visitor));
    const current = applyVisitors(this.parts.client.cache, wanted);
    this.dispatch({
      type: 'changed',
      placements: current.map(placementOf),
      forgotten,
      onlineCount,
      newcomers: this.countNewcomers(visitors),
    });
    const open = this.open.get();
    if (open && forgotten.includes(open.id)) this.open.set({ id: open.id, status: 'gone' });
  }

  /** Others are dropped: a busy site must not fill the memory of every dashboard. */
  private isWanted(state: RosterState, visitor: VisitorCardFragment): boolean {
    if (state.placements.has(visitor.id) || this.open.get()?.id === visitor.id) return true;
    return visitor.device?.isBot !== true && admits(state, placementOf(visitor));
  }

  /** How many were met for the first time since the last read was sent, each told once. */
  private countNewcomers(visitors: readonly VisitorCardFragment[]): number {
    const before = this.newcomers.size;
    for (const { id, firstSeenAt, device } of visitors) {
      if (Date.parse(firstSeenAt) > this.askedAtMs && device?.isBot !== true) this.newcomers.add(id);
    }
    return this.newcomers.size - before;
  }

  private dispatch(action: RosterAction): void {
    this.state.set(reduceRoster(this.state.get(), action));
  }
}
