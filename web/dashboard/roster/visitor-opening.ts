import type { ApolloClient } from '@apollo/client';
import { READ_VISITOR } from '../documents/read-visitor';
import { Store } from '../store';
import type { VisitorCardFragment } from '../../generated/graphql';
import type { OpenVisitor } from './open-visitor';

export interface VisitorOpeningParts {
  readonly client: ApolloClient;
  /** Whether the list holds somebody, so that the feed keeps them right. */
  readonly isListed: (id: string) => boolean;
  /** Takes the facts of the open visitor; none when they are here already. */
  readonly keep: (visitors: readonly VisitorCardFragment[]) => void;
}

/** Whose panel is open, listed or not. */
export class VisitorOpening {
  readonly open = new Store<OpenVisitor | null>(null);

  constructor(private readonly parts: VisitorOpeningParts) {}

  readonly openId = (): string | null => this.open.get()?.id ?? null;

  /** Opens a visitor; null closes. */
  async show(id: string | null): Promise<void> {
    if (id === null) return this.open.set(null);
    // Only a listed visitor is kept right by the feed; anybody else may be out of date by now.
    const isListed = this.parts.isListed(id);
    this.open.set({ id, status: isListed ? 'shown' : 'loading' });
    if (isListed) this.parts.keep([]);
    else await this.fetch(id);
  }

  /** Asks once more, after the visitor could not be had. */
  async again(): Promise<void> {
    const id = this.openId();
    if (id === null) return;
    this.open.set({ id, status: 'loading' });
    await this.fetch(id);
  }

  /** Takes what a read of the list said of the open visitor: null when there is none of that id any more. */
  settle(visitor: VisitorCardFragment | null): void {
    const open = this.open.get();
    if (open === null) return;
    if (visitor) this.parts.keep([visitor]);
    this.open.set({ ...open, status: visitor ? 'shown' : 'gone' });
  }

  /** These were erased. */
  forget(ids: readonly string[]): void {
    const id = this.openId();
    if (id !== null && ids.includes(id)) this.open.set({ id, status: 'gone' });
  }

  private async fetch(id: string): Promise<void> {
    const settle = (status: OpenVisitor['status'], siteId?: string): void => {
      if (this.openId() === id) this.open.set({ id, status, ...(siteId ? { siteId } : {}) });
    };
    try {
      const { data } = await this.parts.client.query({
        query: READ_VISITOR,
        variables: { id },
        fetchPolicy: 'no-cache',
      });
      if (!data?.visitor) return settle('gone');
      this.parts.keep([data.visitor]);
      settle('shown', data.visitor.site.id);
    } catch {
      settle('unreachable');
    }
  }
}
