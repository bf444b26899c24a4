import { listen } from './listen';

/** Calls back after each change of the address that keeps the page. Reads nothing: the new address is in `location`. */
export function watchNavigation(onMove: () => void): void {
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) return navigation.addEventListener('currententrychange', onMove);
  listen('popstate hashchange', onMove);
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name].bind(history);
    history[name] = (...given) => {
      original(...given);
      onMove();
    };
  }
}
