import { HttpLink, type ApolloClient, type ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { READ_VIEWER } from '../documents/read-viewer';
import { Arrivals } from '../notices/arrivals';
import { tellArrivals } from '../notices/tell-arrivals';
import { LiveRoster } from '../roster/live-roster';
import type { RosterView } from '../roster/roster-view';
import { ServerClock } from '../time/server-clock';
import { Ticker } from '../time/ticker';
import { apolloClient } from './apollo-client';
import { ConnectionMonitor } from './connection-monitor';
import { feedSocket } from './feed-socket';
import { PollingFallback } from './polling-fallback';
import { RetryWait } from './retry-wait';
import { watchReturn } from './watch-return';

const SECOND_MS = 1_000;

/** The two ways to the server, for a test to put something else at the edge of the network. */
export interface DashboardLinks {
  readonly requests: ApolloLink;
  readonly feed: ApolloLink;
}

/**
 * Everything one agent's stay needs, from sign-in to sign-out. A new stay takes a new one, so that nothing of the
 * agent before is left: neither cache nor socket.
 */
export class DashboardConnection {
  readonly clock = new ServerClock(Date.now, () => this.ticker.tick());
  readonly ticker = new Ticker(() => this.clock.nowMs());
  /** Ticks every second, while anything that counts seconds is on the page; together with the list when that is about to move. */
  readonly seconds = new Ticker(
    () => this.clock.nowMs(),
    SECOND_MS,
    () => this.roster?.isAboutToChange() ?? false,
  );
  readonly monitor = new ConnectionMonitor(() => this.clock.nowMs());
  readonly retryWait = new RetryWait();
  readonly client: ApolloClient;
  private readonly arrivals = new Arrivals(tellArrivals);
  private readonly polling = new PollingFallback(
    this.monitor,
    () => this.roster?.refresh() ?? Promise.resolve(),
  );
  private roster: LiveRoster | null = null;
  private readonly closers: (() => unknown)[] = [];
  private hasBegun = false;
  private isClosed = false;

  constructor(
    private readonly onSignedOut: () => void,
    links?: DashboardLinks,
  ) {
    const { requests, feed } = links ?? this.realLinks();
    this.client = apolloClient({ requests, feed, onSignedOut: this.signedOut });
    this.closers.push(
      this.polling.close,
      watchReturn(this.retryWait.cutShort),
      watchReturn(() => this.roster?.wake()),
      this.monitor.status.subscribe(this.askWhenStale),
    );
  }

  /** The agent was let in: from now on a refusal ends the stay. */
  begin(): void {
    this.hasBegun = true;
  }

  /** A roster that has not begun yet. */
  newRoster(view: RosterView): LiveRoster {
    const { client, monitor, clock, retryWait, arrivals, seconds } = this;
    return new LiveRoster({ client, monitor, clock, retryWait, arrivals, onChanged: seconds.catchUp }, view);
  }

  /** Begins a roster, and keeps it right over outages until the returned function is called. One at a time. */
  run(roster: LiveRoster): () => void {
    this.begin();
    this.roster = roster;
    void roster.restart();
    return roster.stop;
  }

  /** Lets go of socket, timers and listeners. The connection is of no use afterwards. */
  close(): void {
    this.isClosed = true;
    this.roster?.stop();
    this.monitor.close();
    this.arrivals.close();
    this.retryWait.cutShort();
    for (const close of this.closers) close();
    this.client.stop();
  }

  private realLinks(): DashboardLinks {
    const socket = feedSocket({
      url: new URL('/graphql', window.location.href.replace(/^http/, 'ws')).href,
      monitor: this.monitor,
      retryWait: this.retryWait,
      onReturn: () => void this.roster?.restart(),
      onRefused: () => void this.askWhetherSignedIn(),
    });
    this.closers.push(socket.close);
    return {
      requests: new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
      feed: new GraphQLWsLink(socket.client),
    };
  }

  private readonly signedOut = (): void => {
    // Before anything was shown there is no stay to end: the sign-in page is there already.
    if (!this.isClosed && this.hasBegun) this.onSignedOut();
  };

  private readonly askWhenStale = (): void => {
    // A refused upgrade looks like a dead network to a browser; only a plain request can tell.
    if (this.monitor.status.get().phase === 'stale') void this.askWhetherSignedIn();
  };

  private async askWhetherSignedIn(): Promise<void> {
    try {
      const { data } = await this.client.query({ query: READ_VIEWER, fetchPolicy: 'no-cache' });
      if (data?.viewer === null) this.signedOut();
    } catch {
      // The server is away: that is no answer, and the feed goes on trying.
    }
  }
}
