import type { ApolloClient } from '@apollo/client';
import { READ_CARDS } from '../documents/read-cards';
import type { VisitorCardFragment } from '../../generated/graphql';
import { applyVisitors } from './apply-visitors';
import { newerCard } from './newer-card';

/** More visitors than this are not kept in memory, however far somebody scrolls. */
const MOST_CARDS = 2_000;
/** Rows on either side of the screen whose facts are kept when there are too many. */
const KEPT_ROWS = 500;
/** Rows on either side of the screen whose facts are in the client's cache, ready to be drawn. */
const NEAR_ROWS = 30;
/** The cache may hold so many more before it is rid of them: a few at a time, for many at once can be felt. */
const SPARE_CACHED = 20;
/** The API answers for no more at once. */
const MOST_ASKED = 100;

/**
 * The facts of visitors, no more of them than fit. Those near the screen, and of whose panel is open, are in the
 * client's cache as well, which tells whoever draws them of changes. Of anybody else they are only kept here, where
 * a change costs next to nothing. What was put away and comes near the screen is asked for again; where each stands in the
 * list is not forgotten meanwhile.
 */
export class CardShelf {
  private readonly cards = new Map<string, VisitorCardFragment>();
  private readonly cached = new Set<string>();
  private order: readonly string[] = [];
  private rows: readonly [first: number, last: number] = [0, 0];
  private near: ReadonlySet<string> = new Set();
  private asked: ReadonlySet<string> = new Set();

  /** openId tells whose panel is open: that one is never put away. */
  constructor(
    private readonly client: ApolloClient,
    private readonly openId: () => string | null,
  ) {}

  /** Whether somebody's facts are here or on their way, so that what changes of them has to be put here as well. */
  has(id: string): boolean {
    return this.cards.has(id) || this.asked.has(id);
  }

  /** How many visitors' facts are here. */
  get size(): number {
    return this.cards.size;
  }

  /** Each visitor once, by these facts or by those that are here, whichever are newer. */
  newest(visitors: readonly VisitorCardFragment[]): VisitorCardFragment[] {
    const newest = new Map<string, VisitorCardFragment>();
    for (const visitor of visitors) {
      newest.set(visitor.id, newerCard(newest.get(visitor.id) ?? this.cards.get(visitor.id), visitor));
    }
    return [...newest.values()];
  }

  /** Takes facts, each unless it is older than what is here; and the list as it is about to be drawn. */
  put(visitors: readonly VisitorCardFragment[], order: readonly string[] = this.order): void {
    this.order = order;
    this.near = this.around(NEAR_ROWS);
    for (const visitor of visitors) {
      this.cards.set(visitor.id, newerCard(this.cards.get(visitor.id), visitor));
    }
    this.write(visitors);
    if (this.cached.size > this.near.size + SPARE_CACHED) this.takeAway();
    if (this.size > MOST_CARDS && order.length > 0) this.keepOnly(this.around(KEPT_ROWS));
  }

  /** Puts everybody away but these and whose panel is open. */
  keepOnly(ids: { has(id: string): boolean }): void {
    const openId = this.openId();
    const isAway = (id: string): boolean => !ids.has(id) && id !== openId;
    for (const id of [...this.cards.keys()].filter(isAway)) this.cards.delete(id);
    this.evict([...this.cached].filter(isAway));
    this.client.cache.gc();
  }

  /** Forgets somebody. */
  drop(id: string): void {
    this.cards.delete(id);
    this.evict([id]);
  }

  /** These rows of the list are on the screen now: their facts are made ready, or asked for if they were put away. */
  look(order: readonly string[], first: number, last: number): void {
    this.rows = [first, last];
    this.put([], order);
    void this.ask();
  }

  /** What is new of whom somebody draws, or may draw next, goes to the cache, all at once. */
  private write(visitors: readonly VisitorCardFragment[]): void {
    const openId = this.openId();
    const ids = visitors.flatMap(({ id }) => (this.cached.has(id) ? [id] : []));
    for (const id of this.near) if (!this.cached.has(id)) ids.push(id);
    if (openId !== null && !this.cached.has(openId)) ids.push(openId);
    const cards = [...new Set(ids)].flatMap((id) => this.cards.get(id) ?? []);
    if (cards.length === 0) return;
    applyVisitors(this.client.cache, cards);
    for (const { id } of cards) this.cached.add(id);
  }

  private takeAway(): void {
    const openId = this.openId();
    this.evict([...this.cached].filter((id) => !this.near.has(id) && id !== openId));
  }

  private evict(ids: readonly string[]): void {
    // At once: whoever watches the cache is told after each write that stands alone.
    this.client.cache.batch({
      update: (cache) => ids.forEach((id) => cache.evict({ id: `Visitor:${id}` })),
    });
    for (const id of ids) this.cached.delete(id);
  }

  private async ask(): Promise<void> {
    const [first, last] = this.rows;
    const ids = this.order
      .slice(first, last + 1)
      .filter((id) => !this.cards.has(id))
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
    if (ids.every((id) => this.cards.has(id))) void this.ask();
  }

  private around(rows: number): ReadonlySet<string> {
    const [first, last] = this.rows;
    return new Set(this.order.slice(Math.max(0, first - rows), last + 1 + rows));
  }
}
