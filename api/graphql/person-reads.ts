import type { VisitorRef } from '../realtime-session/presence';

/** What one operation reads about persons. Whoever reads a visitor and what happened to them together exports them. */
export class PersonReads {
  private readonly looked = new Map<string, VisitorRef>();
  private readonly followed = new Set<string>();

  /** The visitor was looked up by name. */
  noteLook({ siteId, id: visitorId }: { readonly siteId: string; readonly id: string }): void {
    this.looked.set(visitorId, { siteId, visitorId });
  }

  /** The changes of those visitors were asked for by name. */
  noteChanges(visitorIds: readonly string[]): void {
    for (const visitorId of visitorIds) this.followed.add(visitorId);
  }

  get exported(): VisitorRef[] {
    return [...this.looked.values()].filter(({ visitorId }) => this.followed.has(visitorId));
  }
}
