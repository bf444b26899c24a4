import { useContext, useSyncExternalStore } from 'react';
import { TickerContext } from './ticker-context';

/** A text that depends on the time. The component draws again only when the text has changed. */
export function useTicking(textAt: (now: Date) => string): string {
  const ticker = useContext(TickerContext);
  return useSyncExternalStore(ticker.subscribe, () => textAt(new Date(ticker.nowMs())));
}
