import type { ApolloClient } from '@apollo/client';
import type { Arrivals } from '../notices/arrivals';
import type { ConnectionMonitor } from '../connection/connection-monitor';
import type { RetryWait } from '../connection/retry-wait';
import { Store } from '../store';
import type { ServerClock } from '../time/server-clock';
import type { VisitorCardFragment } from '../../generated/graphql';
import { admits } from './admits';
import { CardShelf } from './card-shelf';
import { comparePlacements } from './compare-placements';
import { ChangeBuffer, type ChangeBatch, type PresenceUpdate } from './change-buffer';
import { followPresence } from './follow-presence';
import { isJudgedHere } from './is-judged-here';
import { Paced } from './paced';
import { placementOf } from './placement';
import { readPage, type ReadPage } from './read-page';
import { reduceRoster } from './reduce-roster';
import type { RosterAction } from './roster-action';
import { rosterPage } from './roster-page';
import { emptyRoster, type RosterState } from './roster-state';
import type { RosterView } from './roster-view';
import { VisitorOpening } from './visitor-opening';

/** A list that only the server can judge is asked for anew this long after a change. */
const ASK_AGAIN_MS = 2_000;

export interface LiveRosterParts {
  readonly client: ApolloClient;
  readonly monitor: ConnectionMonitor;
  readonly clock: ServerClock;
  readonly retryWait: RetryWait;
  /** Is told who came online while the feed is up to date. */
  readonly arrivals: Arrivals;
  /** Called after changes of the feed, in the same moment, so that what else is due may be drawn with them. */
  readonly onChanged: () => void;
}

/**
 * The list of visitors and the open one, kept right: a read, then the feed from that read's cursor on. Whenever the
 * feed breaks, both begin anew. Facts about visitors go to the cache, and only who is listed is kept here.
 */
export class LiveRoster {
  readonly state: Store<RosterState>;
  readonly opening: VisitorOpening;
  readonly isLoadingMore = new Store(false);
  /** The view that the list is the answer to; null before the first. */
  readonly answeredView = new Store<RosterView | null>(null);
  private readonly cards: CardShelf;
  private readonly buffer = new ChangeBuffer((batch) => this.take(batch));
  private readonly askAgain = new Paced(ASK_AGAIN_MS, () => void this.refresh().catch(() => {}));
  private readonly newcomers = new Set<string>();
  private askedAtMs = Infinity;
  private attempt = 0;
  private hasMissed = false;
  private isReplaying = false;
  private run = 0;
  private stopFollowing = (): void => {};

  constructor(
    private readonly parts: LiveRosterParts,
    view: RosterView,
  ) {
    this.state = new Store(emptyRoster(view));
    this.opening = new VisitorOpening({
      client: parts.client,
      isListed: (id) => this.state.get().placements.has(id),
      keep: (visitors) => this.cards.put(visitors),
    });
    this.cards = new CardShelf(parts.client, this.opening.openId);
  }

  /** Reads everything shown again and follows the feed from there. What came before is abandoned. */
  readonly restart = async (): Promise<void> => {
    const run = this.begin();
    try {
      const page = await this.read(null);
      if (run !== this.run) return;
      this.attempt = 0;
      this.settle('pageRead', page);
      this.cards.keepOnly(this.state.get().placements);
      this.answeredView.set(this.state.get().view);
      this.follow(page.visitors.presenceCursor);
      this.parts.monitor.caughtUp();
    } catch {
      // Why does not matter here: a lost session is noticed by the client's link, and all else is worth another try.
      if (run === this.run) await this.tryAgain();
    }
  };

  /** Reads the first page once more under the eyes of the agent. Rejects when the server cannot be reached. */
  readonly refresh = async (): Promise<void> => {
    const run = this.run;
    const page = await this.read(null);
    if (run !== this.run) return;
    this.settle('pageReadAgain', page);
  };

  /** Whether changes of the feed are about to be shown. */
  readonly isAboutToChange = (): boolean => this.buffer.isWaiting();

  /** The page is seen again: what went by unseen is read at once. */
  readonly wake = (): void => {
    if (this.hasMissed) void this.restart();
  };

  /** Ends the feed. Nothing is read or written afterwards, until {@link restart}. */
  readonly stop = (): void => {
    this.begin();
  };

  /** Shows another site, filter, search or sort. The very same view changes nothing. */
  readonly show = (view: RosterView): void => {
    if (JSON.stringify(view) === JSON.stringify(this.state.get().view)) return;
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
      if (run === this.run) this.settle('nextPageRead', page);
    } catch {
      if (run === this.run) void this.restart();
    } finally {
      this.isLoadingMore.set(false);
    }
  };

  /** These rows are on the screen. */
  readonly look = (first: number, last: number): void => this.cards.look(this.state.get().order, first, last);

  /** While held, rows do not move under the agent's pointer. */
  readonly hold = (isHeld: boolean): void => {
    if (this.state.get().isHeld !== isHeld) this.dispatch({ type: 'held', isHeld });
  };

  /** Lets in who waits, though the rows are held. */
  readonly letIn = (): void => this.dispatch({ type: 'letIn' });

  /** Opens a visitor, listed or not; null closes. */
  readonly openVisitor = async (id: string | null): Promise<void> => {
    if (id === this.opening.openId()) return;
    this.dispatch({ type: 'pinned', id });
    await this.opening.show(id);
  };

  private begin(): number {
    this.stopFollowing();
    this.stopFollowing = () => {};
    this.buffer.clear();
    this.askAgain.cancel();
    this.hasMissed = false;
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
    const page = await readPage(client, {
      view: this.state.get().view,
      after,
      openId: this.opening.openId(),
      nowMs: clock.nowMs(),
    });
    const asOf = page.visitors.nodes[0]?.presence.asOf;
    if (asOf) clock.sampleReply(Date.parse(asOf), sentMs);
    this.askedAtMs = sentMs + clock.nowMs() - clock.localMs();
    return page;
  }

  private settle(type: 'pageRead' | 'pageReadAgain' | 'nextPageRead', page: ReadPage): void {
    if (page.open !== undefined) this.opening.settle(page.open);
    const { nodes } = page.visitors;
    this.newcomers.clear();
    this.countNewcomers(nodes); // whoever came while we asked, and is in the answer, is in its counts as well
    const facts = this.cards.newest(nodes);
    this.dispatch({ type, page: rosterPage(page, facts) }, facts);
  }

  private follow(after: string | null): void {
    const { siteId } = this.state.get().view;
    this.isReplaying = true;
    this.stopFollowing = followPresence(
      this.parts.client,
      { siteId, after },
      { onUpdate: (update) => this.hear(update), onEnded: () => this.resumeLater() },
    );
  }

  private hear(update: PresenceUpdate): void {
    this.parts.clock.samplePush(Date.parse(update.serverTime));
    // The first message is what was missed: no news, but a backlog.
    if (!this.isReplaying && !update.resyncRequired) this.tellArrivals(update);
    this.isReplaying = false;
    // Nobody looks: the socket is kept, and one read on return is cheaper than keeping up.
    if (document.hidden) this.hasMissed = true;
    else if (update.resyncRequired) void this.restart();
    else this.buffer.add(update);
  }

  private tellArrivals({ changes }: PresenceUpdate): void {
    const come = changes.flatMap(({ kind, visitor }) =>
      kind === 'CAME_ONLINE' && visitor !== null && visitor.device?.isBot !== true ? [visitor] : [],
    );
    if (come.length > 0) this.parts.arrivals.add(come);
  }

  private resumeLater(): void {
    this.begin();
    void this.tryAgain();
  }

  private take({ visitors, forgotten, onlineCount }: ChangeBatch): void {
    const state = this.state.get();
    const facts = this.cards.newest(visitors.filter((visitor) => this.isWanted(state, visitor)));
    for (const id of forgotten) this.cards.drop(id);
    if (visitors.length > 0 && !isJudgedHere(state.view)) this.askAgain.request();
    this.dispatch(
      {
        type: 'changed',
        placements: facts.map(placementOf),
        forgotten,
        onlineCount,
        newcomers: this.countNewcomers(visitors),
      },
      facts,
    );
    this.opening.forget(forgotten);
    this.parts.onChanged();
  }

  /** Others are dropped: a busy site must not fill the memory of every dashboard. */
  private isWanted(state: RosterState, visitor: VisitorCardFragment): boolean {
    if (this.cards.has(visitor.id) || this.opening.openId() === visitor.id) return true;
    const placement = placementOf(visitor);
    const known = state.placements.get(visitor.id);
    // Facts that were put away are asked for when their row comes near; till then only another place matters.
    if (known) return comparePlacements(known, placement) !== 0 || known.isKnown !== placement.isKnown;
    return visitor.device?.isBot !== true && admits(state, placement);
  }

  /** How many were met for the first time since the last read was sent, each told once. */
  private countNewcomers(visitors: readonly VisitorCardFragment[]): number {
    const before = this.newcomers.size;
    for (const { id, firstSeenAt, device } of visitors) {
      if (Date.parse(firstSeenAt) > this.askedAtMs && device?.isBot !== true) this.newcomers.add(id);
    }
    return this.newcomers.size - before;
  }

  /** The facts are in place before the rows that show them are drawn, so that both are drawn once. */
  private dispatch(action: RosterAction, facts: readonly VisitorCardFragment[] = []): void {
    const next = reduceRoster(this.state.get(), action);
    this.cards.put(facts, next.order);
    this.state.set(next);
  }
}
