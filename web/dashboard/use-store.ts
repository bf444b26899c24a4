import { useSyncExternalStore } from 'react';
import type { Store } from './store';

/** Part of a store's value. Draws again only when that part is another one; select must not build a new object. */
export function useStore<T, Part>(store: Store<T>, select: (value: T) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
