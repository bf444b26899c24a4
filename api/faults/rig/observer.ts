import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Position } from '../../realtime-session/presence';

const WATCH = `subscription ($siteId: ID, $after: String) { visitorPresenceChanged(siteId: $siteId, after: $after) {
  cursor resyncRequired changes { id kind visitorId reason } } }`;

/** What an observer was told, in the order it came. */
export interface SeenChange extends Position {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  readonly visitorId: string;
  readonly atMs: number;
}

export interface Snapshot {
  readonly position: Position;
  readonly online: ReadonlySet<string>;
}

export interface ObserverOptions {
  /** Nodes to connect to; after a loss the next one is tried. */
  readonly urls: readonly string[];
  readonly apiKey: string;
  readonly siteId: string;
  /** Reads the list, as a dashboard does when it is told to; null when it cannot be read. */
  readonly snapshot: () => Promise<Snapshot | null>;
  /** Cursor of an earlier visit. */
  readonly after?: string;
}

interface Update {
  readonly cursor: string;
  readonly resyncRequired: boolean;
  readonly changes: { id: string; kind: string; visitorId: string; reason: string }[];
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/** A verifying dashboard: it records every change, keeps its own list from them, and comes back with its cursor. */
export class Observer {
  readonly seen: SeenChange[] = [];
  readonly online = new Set<string>();
  readonly closeCodes: number[] = [];
  resyncs = 0;
  attempts = 0;
  /** True from the first update of a connection until it is lost. */
  isLive = false;
  /** When it was live again after the last loss, Unix ms. */
  liveSinceMs = 0;
  cursor: string | undefined;
  private listPosition: Position = { epoch: '', offset: 0 };
  private client: Client | undefined;
  private isClosed = false;
  private failures = 0;
  private reading: Promise<void> = Promise.resolve();
  private turn: number;

  private constructor(
    private readonly options: ObserverOptions,
    first: number,
  ) {
    this.turn = first;
    this.cursor = options.after;
  }

  /** Resolves with the first update. */
  static async open(options: ObserverOptions, first = 0): Promise<Observer> {
    const observer = new Observer(options, first);
    await observer.readList();
    await new Promise<void>((resolve) => observer.connect(resolve));
    return observer;
  }

  /** Changes that were told twice. */
  get doubled(): number {
    return this.seen.length - new Set(this.seen.map(({ id }) => id)).size;
  }

  /** Changes that came before one with a lower number of the same epoch. */
  get outOfOrder(): number {
    return this.seen.filter(({ epoch, offset }, i) => {
      const next = this.seen[i + 1];
      return next?.epoch === epoch && next.offset < offset;
    }).length;
  }

  /** Visitors whom it shows wrongly. */
  async wrong(truth: ReadonlySet<string>): Promise<number> {
    await this.reading;
    const missing = [...truth].filter((id) => !this.online.has(id)).length;
    return missing + [...this.online].filter((id) => !truth.has(id)).length;
  }

  of(visitorId: string): string[] {
    return this.seen.filter((change) => change.visitorId === visitorId).map(({ kind }) => kind);
  }

  count(kind: string): number {
    return this.seen.filter((change) => change.kind === kind).length;
  }

  close(): void {
    this.isClosed = true;
    void this.client?.dispose();
  }

  private connect(opened?: () => void): void {
    if (this.isClosed) return;
    const { urls, apiKey, siteId } = this.options;
    const url = urls[this.turn++ % urls.length]!;
    this.attempts += 1;
    this.client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${apiKey}` },
      retryAttempts: 0,
      on: { closed: (event) => this.closeCodes.push((event as { code: number }).code) },
    });
    const lost = () => {
      this.isLive = false;
      const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures++) * (0.5 + Math.random());
      if (!this.isClosed) setTimeout(() => this.connect(opened), waitMs);
    };
    this.client.subscribe<{ visitorPresenceChanged: Update }>(
      { query: WATCH, variables: { siteId, after: this.cursor } },
      {
        next: ({ data }) => {
          if (!data) return;
          if (!this.isLive) this.liveSinceMs = Date.now();
          this.isLive = true;
          this.failures = 0;
          this.take(data.visitorPresenceChanged);
          opened?.();
        },
        error: lost,
        complete: lost,
      },
    );
  }

  private take({ cursor, resyncRequired, changes }: Update): void {
    this.cursor = cursor;
    if (resyncRequired) {
      this.resyncs += 1;
      this.reading = this.reading.then(() => this.readList());
    }
    for (const { id, kind, visitorId, reason } of changes) {
      const [, epoch = '', offset = ''] = /_([0-9a-f]+)_(\d+)$/.exec(id) ?? [];
      const change = { id, kind, visitorId, reason, epoch, offset: Number(offset), atMs: Date.now() };
      this.seen.push(change);
      this.reading = this.reading.then(() => this.apply(change));
    }
  }

  private apply({ epoch, offset, kind, visitorId }: SeenChange): void {
    if (epoch === this.listPosition.epoch && offset <= this.listPosition.offset) return;
    if (kind === 'WENT_OFFLINE') this.online.delete(visitorId);
    else this.online.add(visitorId);
  }

  private async readList(): Promise<void> {
    while (!this.isClosed) {
      const list = await this.options.snapshot();
      if (list) {
        this.listPosition = list.position;
        this.online.clear();
        list.online.forEach((id) => this.online.add(id));
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS));
    }
  }
}
