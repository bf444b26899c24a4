import type { ReactNode } from 'react';

export interface ViewedPage {
  /** Null when the page was not shared. */
  readonly url: string | null;
  readonly title: string | null;
  readonly referrer: string | null;
  readonly since: Date;
}

/**
 * What may be said of a visitor's presence. Each state carries only what is true in it: someone offline or unknown
 * has no page that could be shown by mistake.
 */
export type VisitorPresence =
  | {
      readonly state: 'online';
      readonly page: ViewedPage | null;
      readonly tabCount: number | null;
      readonly isInBackground: boolean;
      /** A picture of the page; left out when there is none. */
      readonly pagePreview?: ReactNode;
    }
  | { readonly state: 'offline'; readonly lastSeenAt: Date | null }
  | { readonly state: 'unknown'; readonly lastSeenAt: Date | null }
  | { readonly state: 'last-known-online'; readonly page: ViewedPage | null; readonly asOf: Date }
  | { readonly state: 'last-known-offline'; readonly lastSeenAt: Date | null; readonly asOf: Date };
