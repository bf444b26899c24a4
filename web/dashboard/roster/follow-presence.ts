import type { ApolloClient } from '@apollo/client';
import { PRESENCE_UPDATES } from '../documents/presence-updates';
import type { PresenceUpdate } from './change-buffer';

export interface PresenceFollower {
  readonly onUpdate: (update: PresenceUpdate) => void;
  /** The feed is over, by an error or by itself; nothing more will come from this call. */
  readonly onEnded: () => void;
}

/** Follows a site's feed from a cursor on; from now on when it is null. Returns the way to stop. */
export function followPresence(
  client: ApolloClient,
  from: { readonly siteId: string; readonly after: string | null },
  { onUpdate, onEnded }: PresenceFollower,
): () => void {
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    onEnded();
  };
  const subscription = client
    .subscribe({ query: PRESENCE_UPDATES, variables: from, fetchPolicy: 'no-cache' })
    .subscribe({
      // A broken feed says so in `error` here and then completes; the error callback is never used.
      next: ({ data, error }) => {
        if (isOver) return;
        if (error) end();
        else if (data) onUpdate(data.visitorPresenceChanged);
      },
      complete: end,
    });
  return () => {
    isOver = true;
    subscription.unsubscribe();
  };
}
