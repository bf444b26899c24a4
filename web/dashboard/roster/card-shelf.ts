import type { ApolloClient } from '@apollo/client';
import { READ_CARDS } from '../documents/read-cards';
import type { VisitorCardFragment } from '../../generated/graphql';
import { applyVisitors } from './apply-visitors';

/** More visitors than this are not kept in memory, however far somebody scrolls. */
const MOST_CARDS = 2_000;
/** Rows on either side of the screen whose facts are kept when there are too many. */
const NEAR_ROWS = 500;
/** The API answers for no more at once. */
const MOST_ASKED = 100;

/**
 * The facts of visitors in the client's cache, no more of them than fit. What is put away and comes near the screen
 * again is asked for again; where each stands in the list is not forgotten meanwhile.
 */
export class CardShelf {
  private readonly held = new Set<string>();
  private order: readonly string[] = [];
  private rows: readonly [first: number, last: number] = [0, 0];
  private asked: ReadonlySet<string> = new Set();

  /** openId tells whose panel is open: that one is never put away. */
  constructor(
    private readonly client: ApolloClient,
    private readonly openId: () => string | null,
  ) {}

  /** Whether somebody's facts are here or on their way, so that what changes of them has to be put here as well. */
  has(id: string): boolean {
    return this.held.has(id) || this.asked.has(id);
  }

  /** Writes facts, each only if it is not older than what is there. Answers with what then stands. */
  put(visitors: readonly VisitorCardFragment[]): VisitorCardFragment[] {
    const current = applyVisitors(this.client.cache, visitors);
    for (const { id } of visitors) this.held.add(id);
    if (this.held.size > MOST_CARDS && this.order.length > 0) this.keepNear();
    return current;
  }

  /** Puts everybody away but these and whose panel is open. */
  keepOnly(ids: { has(id: string): boolean }): void {
    const openId = this.openId();
    const away = [...this.held].filter((id) => !ids.has(id) && id !== openId);
    // At once: whoever watches the cache is told after each write that stands alone.
    this.client.cache.batch({ update: () => away.forEach((id) => this.drop(id)) });
    this.client.cache.gc();
  }

  /** Forgets somebody. */
  drop(id: string): void {
    this.held.delete(id);
    this.client.cache.evict({ id: `Visitor:${id}` });
  }

  /** These rows of the list are on the screen now: their facts are brought back if they were put away. */
  look(order: readonly string[], first: number, last: number): void {
    this.order = order;
    this.rows = [first, last];
    void this.ask();
  }

  private async ask(): Promise<void> {
    const [first, last] = this.rows;
    const ids = this.order
      .slice(first, last + 1)
      .filter((id) => !this.held.has(id))
      .slice(0, MOST_ASKED);
    if (this.asked.size > 0 || ids.length === 0) return;

    this.asked = new Set(ids);
    try {
      const { data } = await this.client.query({
        query: READ_CARDS,
        variables: { ids },
        fetchPolicy: 'no-cache',
      });
      this.put((data?.nodes ?? []).flatMap((node) => (node && 'presence' in node ? [node] : [])));
    } catch {
      return; // the rows stay empty until the next look; the banner says that the server is away
    } finally {
      this.asked = new Set();
    }
    if (ids.every((id) => this.held.has(id))) void this.ask();
  }

  private keepNear(): void {
    const [first, last] = this.rows;
    this.keepOnly(new Set(this.order.slice(Math.max(0, first - NEAR_ROWS), last + NEAR_ROWS)));
  }
}
